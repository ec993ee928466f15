import type { Indicator, RiskBranches } from '#shared/model/indicator.ts'
import type { ScoreLevel } from '#shared/model/score.ts'
import { deliveryKindLabel } from '#shared/text/terms.ts'
import { countByArea, countByBoth, countByBranch, countedBy, forEachRange, type Given, type Side } from '../store/counting.ts'
import type { Reader } from '../store/database.ts'
import type { MeasureName } from '../store/measures.ts'
import type { DeliveryRow } from '../store/scoreInputs.ts'
import { branchCode } from './branches.ts'
import type { Counted } from './compose.ts'
import { monthsBefore } from './days.ts'
import { isMeasure } from './definitions.ts'
import { silenceOf } from './silence.ts'
import type { Observation } from './statistics/shrinkage.ts'
import { areaCodes, type AreaCodes } from './units.ts'
import { scoreReasons } from './words.ts'

/** Counts per code, for each level the indicator exists at. */
export type Tally = ReadonlyMap<ScoreLevel, Counted>

type Subject = 'area' | 'branch'
type Sums = Map<ScoreLevel, Map<string, number>>

/** One thing to count; indicators that ask for the same share it. */
interface Task {
  subjects: Set<Subject>
  measure: MeasureName
  side: Side
  given: Given
  isPerAddress: boolean
  sums: Sums
}

const levelsOf: Record<Subject, readonly [ScoreLevel, ScoreLevel]> = { area: ['buurt', 'wijk'], branch: ['division', 'group'] }

/**
 * Counts indicators in the database, on the finest unit (buurt, SBI code as registered), and adds up to the other levels.
 * Every event lies in one buurt and one branch, so the sums are exact.
 * @param onTask called before each of so many things to count
 */
export function countIndicators(
  reader: Reader, indicators: readonly Indicator[], { day, riskBranches, delivered }: CountingGround, onTask: (done: number, total: number) => void,
): Map<string, Tally> {
  const kinds = new Set(delivered.map(({ kind }) => kind))
  const countable = indicators.filter(({ requires }) => requires.every((kind) => kinds.has(kind)))
  const tasks = new Map<string, Task>()
  const taskOf = (indicator: Indicator, side: Side): Task => {
    const [measure, given] = [measureOf(indicator), givenFor(indicator, day, riskBranches)]
    const { sql, party, isPerAddress } = countedBy(measure, side, indicator.subject)
    // what is not counted per address is counted once for areas and branches together
    const key = fingerprint(`${isPerAddress ? indicator.subject : 'both'} ${party} ${sql}`, given)
    const known = tasks.get(key) ?? { subjects: new Set<Subject>(), measure, side, given, isPerAddress, sums: new Map<ScoreLevel, Map<string, number>>() }
    for (const level of levelsOf[indicator.subject]) known.sums.set(level, known.sums.get(level) ?? new Map<string, number>())
    known.subjects.add(indicator.subject)
    tasks.set(key, known)
    return known
  }
  const asked = countable.map((indicator) => ({ indicator, events: taskOf(indicator, 'events'), exposure: taskOf(indicator, 'exposure') }))
  runTasks(reader, [...tasks.values()], day, onTask)
  const tallies = new Map(asked.map(({ indicator, events, exposure }) => [indicator.id, tallyOf(indicator, events.sums, exposure.sums, silenceOf(indicator, delivered, day))]))
  return new Map(indicators.map((indicator) => [indicator.id, tallies.get(indicator.id) ?? notDelivered(indicator, kinds)]))
}

/** What counting needs to know beside the rows. */
export interface CountingGround {
  /** last day that counts */
  day: string
  riskBranches: RiskBranches
  delivered: readonly DeliveryRow[]
}

function runTasks(reader: Reader, tasks: readonly Task[], day: string, onTask: (done: number, total: number) => void): void {
  const codes = areaCodes(reader)
  let done = 0
  const run = (task: Task, prepared: boolean) => {
    onTask(Math.min(done, tasks.length), tasks.length)
    done += 1
    addSums(reader, codes, task, prepared)
  }
  const perAddress = tasks.filter(({ isPerAddress }) => isPerAddress)
  for (const task of tasks) if (!task.isPerAddress) run(task, false)
  const [first] = perAddress.map(({ given }) => given.first).toSorted()
  if (first !== undefined) forEachRange(reader, { first, day }, () => perAddress.forEach((task) => run(task, true)))
}

function tallyOf(indicator: Indicator, events: Sums, exposure: Sums, silent: Counted['silent']): Tally {
  const levels = levelsOf[indicator.subject]
  if (silent?.share === 1) return unavailable(indicator, levels, silent.reason)
  const reason = tooIncomplete(indicator, events.get(levels[0]), exposure.get(levels[0]))
  if (reason !== null) return unavailable(indicator, levels, reason)
  return new Map(levels.map((level) => [level, { indicator, counts: observations(events.get(level), exposure.get(level)), unavailable: null, silent }]))
}

function notDelivered(indicator: Indicator, kinds: ReadonlySet<string>): Tally {
  const absent = indicator.requires.filter((kind) => !kinds.has(kind))
  return unavailable(indicator, levelsOf[indicator.subject], scoreReasons.notDelivered(absent.map((kind) => deliveryKindLabel[kind] ?? kind)))
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
  return new Map(levels.map((level) => [level, { indicator, counts: new Map(), unavailable: reason, silent: null }]))
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

/** The SQL and the parameters it reads; equal ones are counted once. */
function fingerprint(sql: string, given: Given): string {
  const used = Object.keys(given).filter((name) => sql.includes(`'${name}'`))
  return JSON.stringify([sql, used.toSorted().map((name) => [name, given[name]])])
}

function addSums(reader: Reader, codes: AreaCodes, { subjects, measure, side, given, sums }: Task, prepared: boolean): void {
  if (subjects.size > 1) {
    for (const { area, version, sbi, n } of countByBoth(reader, measure, side, given)) {
      if (area !== null) addArea(sums, codes, area, n)
      if (version !== null && sbi !== null) addBranch(sums, version, sbi, n)
    }
  } else if (subjects.has('area')) {
    for (const [id, n] of countByArea(reader, measure, side, given, prepared)) addArea(sums, codes, id, n)
  } else {
    for (const { version, sbi, n } of countByBranch(reader, measure, side, given, prepared)) addBranch(sums, version, sbi, n)
  }
}

function addArea(sums: Sums, codes: AreaCodes, area: number, n: number): void {
  add(sums, 'buurt', codes.get(area)?.buurt ?? null, n)
  add(sums, 'wijk', codes.get(area)?.wijk ?? null, n)
}

function addBranch(sums: Sums, version: string, sbi: string, n: number): void {
  add(sums, 'division', sbi.length < 2 ? null : branchCode(version, sbi.slice(0, 2)), n)
  add(sums, 'group', sbi.length < 3 ? null : branchCode(version, sbi.slice(0, 3)), n)
}

function add(sums: Sums, level: ScoreLevel, code: string | null, n: number): void {
  const counts = sums.get(level)
  if (counts && code !== null) counts.set(code, (counts.get(code) ?? 0) + n)
}
