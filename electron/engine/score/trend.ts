import type { Trend } from '#shared/model/insight.ts'
import { Indicator } from '#shared/model/indicator.ts'
import { enumerated } from '#shared/text/format.ts'
import type { CallContext } from '../context.ts'
import { ProblemError } from '../problem.ts'
import { countByHalfYear, countInPlace, type CountedHalf, type Given, type Place } from '../store/counting.ts'
import type { Reader } from '../store/database.ts'
import { exposureOf, indicatorsNamed, type Which } from '../store/scores.ts'
import { branchCourse } from './branchCourse.ts'
import { givenFor, measureOf } from './count.ts'
import { openMemory } from './countMemory.ts'
import { requireSet } from './current.ts'
import { courseAbsent } from './dated.ts'
import { monthsBefore } from './days.ts'
import { placeOf } from './evidence.ts'
import { currentDefinitions } from './weights.ts'

const MONTHS = 60
/** KVK turned its register to SBI 2025; what was counted by branch before can only be compared with what comes after through the concordance. */
const SBI_2025 = '2025-09-08'

/**
 * Events of one indicator per half year over five years, beside what the share of the area or branch in the exposure of the
 * whole level leads one to expect. The exposure is that of now.
 * @throws ProblemError `no-scores`, `not-found`
 */
export function trend({ store, report, checkCancelled }: Pick<CallContext, 'store' | 'report' | 'checkCancelled'>, which: Which & { indicator: string }): Trend {
  const set = requireSet(store)
  const [kept] = indicatorsNamed(store, set.id, [which.indicator])
  if (!kept) throw new ProblemError('not-found')
  const indicator = Indicator.parse(JSON.parse(kept.definition))
  const { id, label } = indicator
  const absence = courseAbsent(indicator)
  if (absence !== null) return { indicator: id, label, periods: [], breaks: [], counting: null, absence }
  report({ step: 'Voorvallen per half jaar tellen', done: 0, total: 2 })
  const given = givenFor(store, indicator, set.referenceDate, currentDefinitions(store).riskBranches, openMemory(store))
  const first = monthsBefore(set.referenceDate, MONTHS)
  const place = placeOf(store, which)
  const { halves: counted, sbiBreak } = courseOf(store, indicator, { ...given, first }, place)
  const oldest = [...counted.keys()].toSorted()[0]
  const breaks = [...nothingBefore(oldest, first), ...(sbiBreak !== null && SBI_2025 > first ? [{ date: SBI_2025, reason: sbiBreak }] : [])]
  if (oldest === undefined) return { indicator: id, label, periods: [], breaks, counting: null, absence: 'nothing' }
  checkCancelled()
  report({ step: 'Voorvallen per half jaar tellen', done: 1, total: 2 })
  const { own, all } = exposureOf(store, set.id, which, id)
  const share = own / (all === 0 ? 1 : all)
  const of = (half: string) => counted.get(half) ?? { own: 0, all: 0, unplaced: 0 }
  return {
    indicator: id,
    label,
    periods: halves(first, set.referenceDate).map(({ half, from, to }) => ({ from, to, observed: of(half).own, expected: share * of(half).all, unplaced: of(half).unplaced })),
    breaks,
    counting: countingOf(store, indicator, given, place),
    absence: null,
  }
}

/** months */
const AHEAD = 12

/**
 * How events lose their weight with time: by half after every half-life, where the indicator has one, and wholly on the day they leave its
 * period. `fading`: of those that count now, how many have left it a year on.
 */
function countingOf(reader: Reader, indicator: Indicator, given: Given, place: Place): Trend['counting'] {
  const { months } = indicator.parameters
  if (typeof months !== 'number' || months < AHEAD) return null
  const countFrom = (first: string) => countInPlace(reader, measureOf(indicator), 'events', { ...given, first }, place)
  const counted = countFrom(given.first)
  const { halfLife = null } = indicator
  const halved = halfLife === null || halfLife >= months ? null : monthsBefore(given.day, halfLife)
  return { from: given.first, months, counted, fading: counted - countFrom(monthsBefore(given.day, months - AHEAD)), halfLife, halved }
}

function halves(first: string, last: string): { half: string; from: string; to: string }[] {
  const found: { half: string; from: string; to: string }[] = []
  for (let year = Number(first.slice(0, 4)); year <= Number(last.slice(0, 4)); year += 1) {
    found.push({ half: `${year}-1`, from: `${year}-01-01`, to: `${year}-06-30` }, { half: `${year}-2`, from: `${year}-07-01`, to: `${year}-12-31` })
  }
  // the first and last half year are cut off at the days that count
  return found.filter(({ from, to }) => to >= first && from <= last).map((one) => ({ ...one, from: one.from < first ? first : one.from, to: one.to > last ? last : one.to }))
}

/** What was counted per half year, and what there is to say of the change of the SBI; null where it touches nothing. */
function courseOf(reader: Reader, indicator: Indicator, given: Given, place: Place): { halves: Map<string, CountedHalf>; sbiBreak: string | null } {
  // what has a course in an area is counted whatever the branch; how many are of a branch on the list is a state
  if ('areas' in place) return { halves: countByHalfYear(reader, measureOf(indicator), given, place.areas), sbiBreak: null }
  const { halves: counted, split, isConverted } = branchCourse(reader, measureOf(indicator), given, place)
  const unplaced = [...counted.values()].some((half) => half.unplaced > 0)
  const told = [
    isConverted ? 'codes uit de andere versie zijn omgerekend met het schakelschema' : '',
    split.length > 0 ? `verdeeld over meer codes, en daarom niet omgerekend: ${firstOf(split)}` : '',
    unplaced && split.length === 0 ? 'zonder schakelschema zijn de versies niet te vergelijken' : '',
  ].filter((part) => part !== '')
  return { halves: counted, sbiBreak: `${CHANGED}${told.length === 0 ? '; daarvoor en daarna zijn niet te vergelijken' : `; ${told.join('; ')}`}.` }
}

const CHANGED = 'Overgang van SBI 2008 naar SBI 2025'
const MOST_NAMED = 6

function firstOf(codes: readonly string[]): string {
  const more = codes.length - MOST_NAMED
  return more > 0 ? `${codes.slice(0, MOST_NAMED).join(', ')} en nog ${more}` : enumerated(codes)
}

function nothingBefore(oldest: string | undefined, first: string): Trend['breaks'] {
  const [year = '', half] = oldest?.split('-') ?? []
  const begun = `${year}-${half === '2' ? '07' : '01'}-01`
  return oldest !== undefined && begun > first ? [{ date: begun, reason: 'Van eerdere jaren is niets geleverd; nul is hier geen telling.' }] : []
}
