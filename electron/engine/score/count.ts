import type { Indicator, RiskBranches } from '#shared/model/indicator.ts'
import type { ScoreLevel } from '#shared/model/score.ts'
import { countByArea, countByBranch, type Given, type Side } from '../store/counting.ts'
import type { Reader } from '../store/database.ts'
import { measures, type MeasureName } from '../store/measures.ts'
import type { DeliveryRow } from '../store/scoreInputs.ts'
import { branchCode } from './branches.ts'
import type { Counted } from './compose.ts'
import { monthsBefore } from './days.ts'
import { isMeasure } from './definitions.ts'
import type { Observation } from './statistics/shrinkage.ts'
import { areaCodes, type AreaCodes } from './units.ts'
import { kindWords, scoreReasons } from './words.ts'

/** Counts per code, for each level the indicator exists at. */
export type Tally = ReadonlyMap<ScoreLevel, Counted>

/** The SQL and the parameters it reads; equal ones are counted once. */
type CountOnce = (measure: MeasureName, side: Side, given: Given) => Map<ScoreLevel, Map<string, number>>

export interface Counter {
  count(indicator: Indicator): Tally
}

/**
 * Counts indicators in the database, on the finest unit (buurt, SBI code as registered), and adds up to the other levels.
 * Every event lies in one buurt and one branch, so the sums are exact.
 */
export function makeCounter(reader: Reader, day: string, riskBranches: RiskBranches, delivered: readonly DeliveryRow[]): Counter {
  const kinds = new Set(delivered.map(({ kind }) => kind))
  const codes = areaCodes(reader)
  const byArea = once((measure, side, given) => areaSums(reader, codes, measure, side, given))
  const byBranch = once((measure, side, given) => branchSums(reader, measure, side, given))
  return {
    count: (indicator) => {
      const levels: readonly ScoreLevel[] = indicator.subject === 'area' ? ['buurt', 'wijk'] : ['division', 'group']
      const absent = indicator.requires.filter((kind) => !kinds.has(kind))
      if (absent.length > 0) return unavailable(indicator, levels, scoreReasons.notDelivered(absent.map((kind) => kindWords[kind] ?? kind)))
      const measure = measureOf(indicator)
      const given = givenFor(indicator, day, riskBranches)
      const sums = indicator.subject === 'area' ? byArea : byBranch
      const events = sums(measure, 'events', given)
      const exposure = sums(measure, 'exposure', given)
      const [coarsest = 'wijk'] = levels
      const reason = tooIncomplete(indicator, events.get(coarsest), exposure.get(coarsest))
      if (reason !== null) return unavailable(indicator, levels, reason)
      return new Map(levels.map((level) => [level, { indicator, counts: observations(events.get(level), exposure.get(level)), unavailable: null }]))
    },
  }
}

/** What the SQL of a measure is given: the parameters of the indicator, its days, and the codes of a list it names. */
export function givenFor({ parameters }: Indicator, day: string, riskBranches: RiskBranches): Given {
  const months = typeof parameters['months'] === 'number' ? parameters['months'] : 0
  const list = parameters['riskBranches']
  const codes = riskBranches.entries
    .filter(({ phenomena }) => phenomena.some((one) => one === list))
    .flatMap((entry) => Object.entries(entry.codes).flatMap(([version, starts]) => starts.map((start) => ({ version, start }))))
  return { ...parameters, ...(list === undefined ? {} : { codes }), first: monthsBefore(day, months), day }
}

export function measureOf({ id, measure }: Pick<Indicator, 'id' | 'measure'>): MeasureName {
  if (!isMeasure(measure)) throw new Error(`indicator ${id}: no measure ${measure}`)
  return measure
}

function unavailable(indicator: Indicator, levels: readonly ScoreLevel[], reason: string): Tally {
  return new Map(levels.map((level) => [level, { indicator, counts: new Map(), unavailable: reason }]))
}

/** A register delivered for a part only makes everything else look empty. */
function tooIncomplete({ parameters }: Indicator, events?: ReadonlyMap<string, number>, exposure?: ReadonlyMap<string, number>): string | null {
  const most = parameters['mostShare']
  if (typeof most !== 'number') return null
  const share = total(events) / total(exposure)
  return share > most ? scoreReasons.incomplete(share, most) : null
}

function total(counts: ReadonlyMap<string, number> = new Map()): number {
  return [...counts.values()].reduce((sum, n) => sum + n, 0)
}

function observations(events: ReadonlyMap<string, number> = new Map(), exposure: ReadonlyMap<string, number> = new Map()): Map<string, Observation> {
  return new Map([...exposure].map(([code, n]) => [code, { count: events.get(code) ?? 0, exposure: n }]))
}

function once(count: CountOnce): CountOnce {
  const known = new Map<string, Map<ScoreLevel, Map<string, number>>>()
  return (measure, side, given) => {
    const key = fingerprint(measure, side, given)
    const found = known.get(key) ?? count(measure, side, given)
    known.set(key, found)
    return found
  }
}

function fingerprint(measure: MeasureName, side: Side, given: Given): string {
  const { events, area, branch, party } = measures[measure]
  const sql = `${party}|${side === 'events' ? events : `${area}|${branch}`}`
  const used = Object.keys(given).filter((name) => sql.includes(`'${name}'`))
  return JSON.stringify([sql, used.toSorted().map((name) => [name, given[name]])])
}

function areaSums(reader: Reader, codes: AreaCodes, measure: MeasureName, side: Side, given: Given): Map<ScoreLevel, Map<string, number>> {
  const sums = new Map<ScoreLevel, Map<string, number>>([['buurt', new Map()], ['wijk', new Map()]])
  for (const [id, n] of countByArea(reader, measure, side, given)) {
    add(sums, 'buurt', codes.get(id)?.buurt ?? null, n)
    add(sums, 'wijk', codes.get(id)?.wijk ?? null, n)
  }
  return sums
}

function branchSums(reader: Reader, measure: MeasureName, side: Side, given: Given): Map<ScoreLevel, Map<string, number>> {
  const sums = new Map<ScoreLevel, Map<string, number>>([['division', new Map()], ['group', new Map()]])
  for (const { version, sbi, n } of countByBranch(reader, measure, side, given)) {
    add(sums, 'division', sbi.length < 2 ? null : branchCode(version, sbi.slice(0, 2)), n)
    add(sums, 'group', sbi.length < 3 ? null : branchCode(version, sbi.slice(0, 3)), n)
  }
  return sums
}

function add(sums: ReadonlyMap<ScoreLevel, Map<string, number>>, level: ScoreLevel, code: string | null, n: number): void {
  const counts = sums.get(level)
  if (counts && code !== null) counts.set(code, (counts.get(code) ?? 0) + n)
}
