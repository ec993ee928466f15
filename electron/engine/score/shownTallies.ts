import type { ScoreLevel, ShownCount } from '#shared/model/score.ts'
import type { Counted } from './compose.ts'
import type { Tally } from './count.ts'
import type { ScoreInput } from './input.ts'
import { roundedCount, shownTotal, takenFor } from './show.ts'
import type { Observation } from './statistics/shrinkage.ts'
import type { Subjects } from './units.ts'

/** The finer level whose counts a level adds up; a total must not tell what its parts hide. */
const PARTS: Partial<Record<ScoreLevel, 'buurt' | 'group'>> = { wijk: 'buurt', division: 'group', businessPark: 'buurt', opsArea: 'buurt' }

/**
 * What was counted, as it may be shown outside a case. Whatever is computed from this and from nothing else (score, order, place,
 * chance, class) gives no hidden count away, however often it is computed and with whatever weights.
 * @param key of the vault
 */
export function shownTallies({ subjects, tallies }: Pick<ScoreInput, 'subjects' | 'tallies'>, key: string): Map<string, Tally> {
  return new Map([...tallies].map(([id, tally]) => [id, shownTally(tally, subjects, key)]))
}

/**
 * Counts up to each step of age are rounded like every count, at the same place in one cell: they go up together, so that two of them show
 * nothing of what lies between but whether a threshold of five was passed.
 */
function shownTally(tally: Tally, subjects: Subjects, key: string): Tally {
  const whole = shownCounts(tally, subjects, key)
  const steps = Math.max(0, ...[...tally.values()].map(({ newer }) => newer?.length ?? 0))
  const newer = Array.from({ length: steps }, (_, k) => shownCounts(upToStep(tally, k), subjects, key))
  const shown = (of: typeof whole, level: ScoreLevel) => of.get(level) ?? new Map<string, Observation>()
  return new Map(
    [...tally].map(([level, counted]) => [level, { ...counted, counts: shown(whole, level), ...(counted.newer && { newer: newer.map((one) => shown(one, level)) }) }]),
  )
}

/** What was counted up to one step of age, as if that were all. */
function upToStep(tally: Tally, step: number): Tally {
  return new Map([...tally].map(([level, counted]) => [level, { ...counted, counts: counted.newer?.[step] ?? counted.counts }]))
}

function shownCounts(tally: Tally, subjects: Subjects, key: string): Map<ScoreLevel, Counted['counts']> {
  return new Map(
    [...tally].map(([level, counted]) => {
      const finer = PARTS[level]
      const inner = finer === undefined ? new Map<string, Inner>() : innerCounts(finer, tally.get(finer), coarserOf(level, finer, subjects), key)
      const counts = [...counted.counts].map(([code, { count, exposure }]) => {
        const shown = shownCount(count, inner.get(code), `${level}|${code}|${counted.indicator.id}`, key)
        return [code, { count: takenFor(shown), exposure }] as const
      })
      return [level, new Map(counts)]
    }),
  )
}

/** What lies in finer units, exactly and as it is shown. */
interface Inner {
  exact: number
  shown: ShownCount[]
}

/** A count is rounded; one that consists of finer ones is the total of those as shown, with what lies in none of them. */
function shownCount(count: number, inner: Inner | undefined, cell: string, key: string): ShownCount {
  const rest = roundedCount(count - (inner?.exact ?? 0), cell, key)
  return inner ? shownTotal([...inner.shown, rest]) : rest
}

/** Per code of the finer level, the codes it is a part of: its parent, or the own areas that list it. */
function coarserOf(level: ScoreLevel, finer: 'buurt' | 'group', subjects: Subjects): ReadonlyMap<string, readonly string[]> {
  if (level === 'wijk' || level === 'division') return new Map(subjects[finer].map(({ code, parent }) => [code, parent ? [parent.code] : []]))
  const listed = (subjects[level] ?? []).flatMap(({ code, parts = [] }) => parts.map((part) => ({ part, code })))
  return new Map([...Map.groupBy(listed, ({ part }) => part)].map(([part, of]) => [part, of.map(({ code }) => code)]))
}

/** Per code of the coarser level. */
function innerCounts(finer: 'buurt' | 'group', counted: Counted | undefined, coarser: ReadonlyMap<string, readonly string[]>, key: string): Map<string, Inner> {
  const inner = new Map<string, Inner>()
  for (const [code, { count }] of counted?.counts ?? []) {
    const shown = roundedCount(count, `${finer}|${code}|${counted?.indicator.id ?? ''}`, key)
    for (const parent of coarser.get(code) ?? []) {
      const sum = inner.get(parent) ?? { exact: 0, shown: [] }
      sum.exact += count
      sum.shown.push(shown)
      inner.set(parent, sum)
    }
  }
  return inner
}
