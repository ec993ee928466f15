import type { AreaLevel } from '#shared/model/score.ts'
import type { CallContext } from '../context.ts'
import { ProblemError } from '../problem.ts'
import { areaOutlines, type OutlineRow } from '../store/scoreInputs.ts'
import { joinedRings } from './ownAreas.ts'
import { readOwnAreas } from './units.ts'

/** Outlines of one level, for the map: as delivered, or for own areas that of their buurten together. */
export function areaMap({ store }: Pick<CallContext, 'store'>, level: AreaLevel): OutlineRow[] {
  if (level === 'buurt' || level === 'wijk') return areaOutlines(store, level)
  const outlines = new Map(areaOutlines(store, 'buurt').map(({ code, rings }) => [code, rings]))
  return readOwnAreas(store)
    .filter((area) => area.level === level)
    .map(({ code, name, parts }) => ({ code, name, rings: joinedRings(parts.map((part) => outlines.get(part) ?? [])) }))
}

/** The buurten an own area consists of, by name, and the codes of its list that are none. @throws ProblemError `not-found` */
export function areaParts({ store }: Pick<CallContext, 'store'>, code: string): { buurten: string[]; unknown: string[] } {
  const area = readOwnAreas(store).find((one) => one.code === code)
  if (!area) throw new ProblemError('not-found')
  const names = new Map(areaOutlines(store, 'buurt').map((one) => [one.code, one.name]))
  return { buurten: area.parts.map((part) => names.get(part) ?? part), unknown: [...area.unknown] }
}
