import { z } from 'zod'
import type { Indicator, RiskBranches } from '#shared/model/indicator.ts'
import type { ScoreLevel } from '#shared/model/score.ts'
import { deliveryKindLabel } from '#shared/text/terms.ts'
import type { VaultFile } from '../beside/messages.ts'
import { addressBounds, bothSides, countingText, countPlaced, countRows, hasAddresses, LOCATIONS, newerRows, oneSide, PREMISES, withPlaces, type AddressBounds, type Fragment, type Given, type Grouping, type Prepared, type Side } from '../store/counting.ts'
import type { Asked, NextRange } from '../store/countRanges.ts'
import type { Reader } from '../store/database.ts'
import type { MeasureName } from '../store/measures.ts'
import { MORTGAGE_DELIVERIES, mortgageDeliveries } from '../store/mortgageDeliveries.ts'
import { SALES, sampledSales } from '../store/priceSales.ts'
import type { DeliveryRow } from '../store/scoreInputs.ts'
import { agesOf, stepStarts } from './ageing.ts'
import { countBeside, type CountingBeside } from './beside/countBeside.ts'
import { branchCode } from './branches.ts'
import type { Counted as CountedIndicator } from './compose.ts'
import { fingerprint, keepCounts, noMemory, recallCounts, recallUnplaced, type CountMemory } from './countMemory.ts'
import { addRows, countPerAddress, emptyCounts, everyRange, recounted, sumOf, type Counts } from './counts.ts'
import { monthsBefore } from './days.ts'
import { datedSide } from './dated.ts'
import { isMeasure } from './definitions.ts'
import type { Population } from './population.ts'
import { PriceLevel, priceLevel } from './priceLevel.ts'
import { silenceOf } from './silence.ts'
import type { Observation } from './statistics/shrinkage.ts'
import { areaCodes, type AreaCodes } from './units.ts'
import { scoreReasons } from './words.ts'

/** Counts per code, for each level the indicator exists at. */
export type Tally = ReadonlyMap<ScoreLevel, CountedIndicator>

type Subject = 'area' | 'branch'
type Sums = Map<ScoreLevel, Map<string, number>>

/** One thing to count; indicators that ask for the same share it. */
interface Task {
  subjects: Set<Subject>
  fragment: Fragment
  given: Given
  counts: Counts
  sums: Record<Side, Sums>
}

const levelsOf: Record<Subject, readonly [ScoreLevel, ...ScoreLevel[]]> = { area: ['buurt', 'wijk', 'businessPark', 'opsArea'], branch: ['division', 'group'] }

/** Counting that was begun; part of it may go on in another thread already. */
export interface Counting {
  /** does the rest. @param onTask called before each of so many things to count, and while waiting */
  finish(onTask: (done: number, total: number) => void): Counted
  /** to be called at the end, however it ends */
  stop(): void
}

/** What every indicator counted, by its id, and what areas and branches consist of. */
export interface Counted {
  tallies: Map<string, Tally>
  population: Population
}

/**
 * Begins to count indicators in the database, on the finest unit (buurt, SBI code as registered), to add up to the other levels.
 * Every event lies in one buurt and one branch, so the sums are exact.
 */
export function beginCounting(reader: Reader, indicators: readonly Indicator[], ground: CountingGround): Counting {
  const { day, delivered, memory } = ground
  const kinds = new Set(delivered.map(({ kind }) => kind))
  const { tasks, asked, premises, locations } = tasksOf(reader, indicators.filter(({ requires }) => requires.every((kind) => kinds.has(kind))), ground)
  const changed = tasks.filter((task) => {
    const kept = recallCounts(memory, textOf(task), task.given) ?? placedAnew(reader, task, memory)
    if (kept) task.counts = kept
    return !kept
  })
  const perAddress = changed.filter(({ fragment }) => fragment.isPerAddress)
  const beside = ground.beside && perAddress.length > 0 && isWorthAThread(reader) ? countBeside(ground.beside, perAddress.map(askedBy), day) : null
  return {
    finish: (onTask) => {
      runTasks(reader, { changed, perAddress, beside, day }, onTask)
      const codes = areaCodes(reader)
      for (const task of tasks) {
        keepCounts(memory, textOf(task), task.given, task.counts)
        addSums(codes, task)
      }
      const tallies = new Map(asked.map((one) => [one.indicator.id, tallyOf(one, silenceOf(one.indicator, delivered, day))]))
      return {
        tallies: new Map(indicators.map((indicator) => [indicator.id, tallies.get(indicator.id) ?? notDelivered(indicator, kinds)])),
        population: { premises: premises.counts.areas, locations: locations.counts },
      }
    },
    stop: () => beside?.stop(),
  }
}

/** What is remembered of a task, with the places counted anew that signals came to since; null where more changed. */
function placedAnew(reader: Reader, task: Task, memory: CountMemory): Counts | null {
  const { fragment, given } = task
  const kept = fragment.isPerPlace ? recallUnplaced(memory, textOf(task), given) : null
  return kept && recounted(kept, countPlaced(reader, fragment, groupingOf(task), given))
}

/** What counting needs to know beside the rows. */
export interface CountingGround {
  /** last day that counts */
  day: string
  riskBranches: RiskBranches
  delivered: readonly DeliveryRow[]
  /** counts of before */
  memory: CountMemory
  /** the vault, where another thread may count along; not where the reader sees other rows than the vault holds */
  beside: VaultFile | null
}

interface AskedOf {
  indicator: Indicator
  events: Task
  exposure: Task
  /** where age counts: the same rows, only the newer ones; exposure null where that has no age */
  newer: { events: Task; exposure: Task | null }[]
}

interface Tasks {
  tasks: Task[]
  asked: AskedOf[]
  premises: Task
  locations: Task
}

function tasksOf(reader: Reader, countable: readonly Indicator[], { day, riskBranches, memory }: CountingGround): Tasks {
  const tasks = new Map<string, Task>()
  const taskOf = (subject: Subject, given: Given, fragment: Fragment): Task => {
    // what is not counted per address is counted once for areas and branches together
    const key = fingerprint(`${fragment.isPerAddress ? subject : 'together'} ${fragment.party} ${fragment.sql}`, given)
    const known = tasks.get(key) ?? { subjects: new Set<Subject>(), fragment, given, counts: emptyCounts(), sums: { events: new Map(), exposure: new Map() } }
    for (const level of levelsOf[subject]) for (const sums of [known.sums.events, known.sums.exposure]) sums.set(level, sums.get(level) ?? new Map<string, number>())
    known.subjects.add(subject)
    tasks.set(key, known)
    return known
  }
  const asked = countable.map((indicator) => {
    const [measure, both] = [measureOf(indicator), bothSides(measureOf(indicator), indicator.subject)]
    const given = givenFor(reader, indicator, day, riskBranches, memory)
    const fragment = (side: Side) => both ?? oneSide(measure, side, indicator.subject)
    const of = (side: Side) => taskOf(indicator.subject, given, fragment(side))
    const since = (start: string, side: Side) => taskOf(indicator.subject, { ...given, since: start }, newerRows(fragment(side)))
    const isDated = datedSide(indicator) === 'both'
    const newer = stepStarts(indicator, day).map((start) => ({ events: since(start, 'events'), exposure: isDated ? since(start, 'exposure') : null }))
    return { indicator, events: of('events'), exposure: of('exposure'), newer }
  })
  const today = { first: day, day }
  taskOf('area', today, LOCATIONS)
  const [premises, locations] = [taskOf('area', today, PREMISES), taskOf('branch', today, LOCATIONS)]
  return { tasks: [...tasks.values()], asked, premises, locations }
}

/** Fewer addresses are counted before a thread has started. */
const WORTH_A_THREAD = 20_000

/** So many addresses do not fit into the cache of a connection any more. */
const BEYOND_CACHE = 1_000_000
/** Fewer things that look up areas take less time than reading every address. */
const WORTH_PLACES = 4

/** Whether there is so much to count that another thread gains time. */
export function isWorthAThread(reader: Reader): boolean {
  return hasAddresses(reader, WORTH_A_THREAD)
}

function runTasks(
  reader: Reader, { changed, perAddress, beside, day }: { changed: readonly Task[]; perAddress: readonly Task[]; beside: CountingBeside | null; day: string },
  onTask: (done: number, total: number) => void,
): void {
  const rest = changed.filter(({ fragment }) => !fragment.isPerAddress)
  const countRest = (prepared: Prepared) => {
    for (const [done, task] of rest.entries()) {
      onTask(done, changed.length)
      addRows(task.counts, countRows(reader, task.fragment, groupingOf(task), task.given, prepared))
    }
  }
  if (rest.length >= WORTH_PLACES && hasAddresses(reader, BEYOND_CACHE)) withPlaces(reader, () => countRest('places'))
  else countRest('nothing')
  if (perAddress.length === 0) return
  const { next, share } = followed(beside?.next ?? everyRange(), addressBounds(reader))
  const onRange = () => onTask(rest.length + Math.floor(share() * perAddress.length), changed.length)
  const here = countPerAddress(reader, { asked: perAddress.map(askedBy), day, next }, onRange)
  const there = beside?.take(() => onTask(changed.length, changed.length))
  perAddress.forEach((task, i) => {
    task.counts = sumOf([here[i], there?.[i]].filter((counts) => counts !== undefined))
  })
}

/** The same ranges, with which share of all addresses lies before the newest of them: both threads take them in order. */
function followed(ranges: NextRange, { first, last }: AddressBounds): { next: NextRange; share: () => number } {
  let at = first
  const next: NextRange = (reader) => {
    const range = ranges(reader)
    at = Math.min(last, Math.max(first, range?.from ?? last))
    return range
  }
  return { next, share: () => (at - first) / Math.max(1, last - first) }
}

function askedBy(task: Task): Asked {
  return { fragment: task.fragment, by: groupingOf(task), given: task.given }
}

function textOf(task: Task): string {
  return countingText(task.fragment, groupingOf(task))
}

function groupingOf({ subjects }: Task): Grouping {
  return subjects.size > 1 ? 'areaAndBranch' : subjects.has('area') ? 'area' : 'branch'
}

function tallyOf(asked: AskedOf, silent: CountedIndicator['silent']): Tally {
  const { indicator, events: { sums: { events } }, exposure: { sums: { exposure } } } = asked
  const levels = levelsOf[indicator.subject]
  if (silent?.share === 1) return unavailable(indicator, levels, silent.reason)
  const reason = tooIncomplete(indicator, events.get(levels[0]), exposure.get(levels[0]))
  if (reason !== null) return unavailable(indicator, levels, reason)
  return new Map(
    levels.map((level) => {
      const counts = observations(events.get(level), exposure.get(level))
      return [level, { indicator, counts, ...newerCounts(asked, level, counts), unavailable: null, silent }]
    }),
  )
}

/** Counts up to each step of age, newest first. What exposure has no age is there all the time: its share of the period. */
function newerCounts({ indicator, newer }: AskedOf, level: ScoreLevel, counts: CountedIndicator['counts']): Pick<CountedIndicator, 'newer'> {
  if (newer.length === 0) return {}
  const shares = agesOf(indicator).map(({ share }) => share)
  return {
    newer: newer.map(({ events, exposure }, k) => {
      const [own, dated] = [events.sums.events.get(level), exposure?.sums.exposure.get(level)]
      const exposureOf = (code: string, whole: number) => (exposure ? (dated?.get(code) ?? 0) : whole * (shares[k] ?? 1))
      return new Map([...counts].map(([code, whole]) => [code, { count: own?.get(code) ?? 0, exposure: exposureOf(code, whole.exposure) }]))
    }),
  }
}

function notDelivered(indicator: Indicator, kinds: ReadonlySet<string>): Tally {
  const absent = indicator.requires.filter((kind) => !kinds.has(kind))
  return unavailable(indicator, levelsOf[indicator.subject], scoreReasons.notDelivered(absent.map((kind) => deliveryKindLabel[kind] ?? kind)))
}

/** What the SQL of a measure is given: the parameters of the indicator, its days, the codes of a list it names, the level of prices it needs, and the deliveries it can trust. */
export function givenFor(reader: Reader, { parameters, measure }: Indicator, day: string, riskBranches: RiskBranches, memory: CountMemory = noMemory): Given {
  const months = typeof parameters['months'] === 'number' ? parameters['months'] : 0
  const list = parameters['riskBranches']
  const codes = riskBranches.entries
    .filter(({ phenomena }) => phenomena.some((one) => one === list))
    .flatMap((entry) => Object.entries(entry.codes).flatMap(([version, starts]) => starts.map((start) => ({ version, start }))))
  return { ...parameters, ...(list === undefined ? {} : { codes }), ...pricesFor(reader, parameters, day, memory), ...mortgagesFor(reader, measure, memory), first: monthsBefore(day, months), day }
}

/** Dwellings the level of prices is taken from: enough for a median per year, few enough to read at every count. */
const PRICED_DWELLINGS = 3_000

function pricesFor(reader: Reader, { span, sales }: Indicator['parameters'], day: string, memory: CountMemory): { earliest: string } & PriceLevel | Record<string, never> {
  if (typeof span !== 'number' || typeof sales !== 'number') return {}
  const earliest = monthsBefore(day, span)
  const text = `${SALES}\n${JSON.stringify([earliest, day, PRICED_DWELLINGS, sales])}`
  const level = PriceLevel.nullable().parse(memory.recall(text)) ?? priceLevel(sampledSales(reader, earliest, day, PRICED_DWELLINGS), sales)
  memory.keep(text, level)
  return { earliest, ...level }
}

function mortgagesFor(reader: Reader, measure: string, memory: CountMemory): { mortgaging?: number[] } {
  if (measure !== 'purchasesWithoutMortgage') return {}
  const mortgaging = z.array(z.number()).nullable().parse(memory.recall(MORTGAGE_DELIVERIES)) ?? mortgageDeliveries(reader)
  memory.keep(MORTGAGE_DELIVERIES, mortgaging)
  return { mortgaging }
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

/** In order of code, so that the same counts are the same text and add up to the same, whatever was counted first. */
function observations(events: ReadonlyMap<string, number> = new Map(), exposure: ReadonlyMap<string, number> = new Map()): Map<string, Observation> {
  const inOrder = [...exposure].toSorted(([one], [other]) => (one < other ? -1 : 1))
  return new Map(inOrder.map(([code, n]) => [code, { count: events.get(code) ?? 0, exposure: n }]))
}

function addSums(codes: AreaCodes, { counts, sums }: Task): void {
  for (const [k, side] of SIDES.entries()) {
    for (const [area, both] of counts.areas) addArea(sums[side], codes, area, both[k] ?? 0)
    for (const [code, both] of counts.branches) {
      const [version = '', sbi = ''] = code.split(':')
      addBranch(sums[side], version, sbi, both[k] ?? 0)
    }
  }
}

const SIDES = ['events', 'exposure'] as const

function addArea(sums: Sums, codes: AreaCodes, area: number, n: number): void {
  add(sums, 'buurt', codes.get(area)?.buurt ?? null, n)
  add(sums, 'wijk', codes.get(area)?.wijk ?? null, n)
  for (const { level, code } of codes.get(area)?.own ?? []) add(sums, level, code, n)
}

function addBranch(sums: Sums, version: string, sbi: string, n: number): void {
  add(sums, 'division', sbi.length < 2 ? null : branchCode(version, sbi.slice(0, 2)), n)
  add(sums, 'group', sbi.length < 3 ? null : branchCode(version, sbi.slice(0, 3)), n)
}

function add(sums: Sums, level: ScoreLevel, code: string | null, n: number): void {
  const counts = sums.get(level)
  if (counts && code !== null) counts.set(code, (counts.get(code) ?? 0) + n)
}
