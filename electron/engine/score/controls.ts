import type { ControlItem, ControlList, ControlOutcome, HitRate, Scoreboard } from '#shared/model/control.ts'
import { Phenomenon } from '#shared/model/score.ts'
import { addressLabel, postcodeLabel } from '#shared/text/names.ts'
import type { CallContext } from '../context.ts'
import { ProblemError } from '../problem.ts'
import {
  controlItems, controlList, controlLists, drawableAddress, drawableCounts, insertControlList, knownOutcomes, recordOutcome, type ListRow, type NewItem, type OutcomeRow,
} from '../store/controls.ts'
import type { Reader } from '../store/database.ts'
import { areaRows } from '../store/scoreInputs.ts'
import { leadingParts, scoresOf, type ScoreRow } from '../store/scores.ts'
import { requireSet } from './current.ts'
import { wilsonInterval } from './statistics/intervals.ts'
import { randomStream, type RandomStream } from './statistics/random.ts'
import { currentDefinitions } from './weights.ts'

/** Where no area is of class hoger, so many on top stand in for them. */
const ON_TOP = 10

/**
 * Draws a list of addresses to inspect: `half` out of areas that ask for attention, as many out of all areas alike, each address
 * equally likely within its half, mixed. The score chooses areas only; within an area chance chooses.
 * @throws ProblemError `no-scores`, `no-addresses` when there are not as many addresses as asked
 */
export function makeControlList(
  { store, actor, now }: Pick<CallContext, 'store' | 'actor' | 'now'>, { phenomenon, half, seed }: { phenomenon: Phenomenon; half: number; seed: string },
): ControlList {
  const set = requireSet(store)
  const named = seed === '' ? `${phenomenon}-${set.id}-${controlLists(store).length + 1}` : seed
  const random = randomStream(`control|${named}`)
  const day = phenomenon === 'witwassen' ? set.referenceDate : null
  const counts = drawableCounts(store, day)
  const codes = new Map(areaRows(store).map(({ id, code }) => [code, id]))
  const which = { view: 'exact', level: 'buurt', phenomenon } as const
  const scored = scoresOf(store, set.id, which)
  const taken = new Set<number>()
  const draw = (rows: readonly ScoreRow[], origin: NewItem['origin']) => drawFrom(store, rows, { half, origin, counts, codes, day, taken, random })
  const drawn = [...draw(onTop(scored), 'attention'), ...draw(scored, 'chance')]
  const leading = leadingParts(store, set.id, which)
  const chances = new Map(scored.map(({ code, probability }) => [code, probability]))
  const items = mixed(drawn, random).map((item) => ({ ...item, leading: leading.get(item.areaCode) ?? '', predicted: chances.get(item.areaCode) ?? null }))
  const id = store.write((writer) => insertControlList(writer, { at: now, account: actor.account, name: actor.name, phenomenon, setId: set.id, seed: named }, items))
  return toList(required(controlList(store, id)))
}

function onTop(scored: readonly ScoreRow[]): ScoreRow[] {
  const higher = scored.filter((row) => row.class === 'higher')
  return higher.length > 0 ? higher : scored.filter(({ rank }) => rank !== null && rank <= ON_TOP)
}

/** An item as it is drawn, before it is known what its area stood out by. */
type Drawn = Omit<NewItem, 'leading' | 'predicted'>

interface Drawing {
  half: number
  origin: NewItem['origin']
  counts: ReadonlyMap<number, number>
  codes: ReadonlyMap<string, number>
  /** on which there must be a vestiging */
  day: string | null
  taken: Set<number>
  random: RandomStream
}

function drawFrom(reader: Reader, rows: readonly ScoreRow[], { half, origin, counts, codes, day, taken, random }: Drawing): Drawn[] {
  const areas = rows.flatMap(({ code }) => {
    const id = codes.get(code)
    const n = id === undefined ? 0 : (counts.get(id) ?? 0)
    return id === undefined || n === 0 ? [] : [{ code, id, n }]
  })
  const total = areas.reduce((sum, { n }) => sum + n, 0)
  const items: Drawn[] = []
  for (let attempts = 0; items.length < half; attempts += 1) {
    if (attempts > 50 * half + 1000) throw new ProblemError('no-addresses')
    let place = Math.floor(random() * total)
    const area = areas.find(({ n }) => (place -= n) < 0)
    const addressId = area && drawableAddress(reader, area.id, place + area.n, day)
    if (!area || !addressId || taken.has(addressId)) continue
    taken.add(addressId)
    items.push({ addressId, areaCode: area.code, origin })
  }
  return items
}

/** Fisher and Yates. */
function mixed<T>(list: readonly T[], random: RandomStream): T[] {
  const rest = [...list]
  return list.flatMap(() => rest.splice(Math.floor(random() * rest.length), 1))
}

export function listControls({ store }: Pick<CallContext, 'store'>): ControlList[] {
  return controlLists(store).map(toList)
}

function toList({ name, ...row }: ListRow): ControlList {
  return { ...row, by: name }
}

/** The addresses of a list with what was found so far. @throws ProblemError `not-found` */
export function readControls({ store }: Pick<CallContext, 'store'>, id: number): ControlItem[] {
  required(controlList(store, id))
  return controlItems(store, id).map(({ position, addressId, area, outcome, postcode, ...line }) => ({
    position, addressId, area, outcome, address: [addressLabel(line), postcode === '' ? '' : postcodeLabel(postcode)].filter(Boolean).join(', '),
  }))
}

/** @throws ProblemError `not-found` */
export function recordControl({ store, actor, now }: Pick<CallContext, 'store' | 'actor' | 'now'>, { id, position, outcome }: { id: number; position: number; outcome: ControlOutcome }): null {
  if (!store.write((writer) => recordOutcome(writer, id, position, outcome, { at: now, account: actor.account }))) throw new ProblemError('not-found')
  return null
}

/** What controls found: chosen by score against drawn at random, per indicator and per wijk. */
export function scoreboard({ store }: Pick<CallContext, 'store'>): Scoreboard {
  const rows = knownOutcomes(store)
  const lists = controlLists(store)
  const open = lists.filter(({ size, done }) => done < size).length
  const labels = new Map(currentDefinitions(store).indicators.map(({ id, label }) => [id, label]))
  const names = new Map(areaRows(store).map(({ code, name }) => [code, name]))
  const leading = Map.groupBy(rows.filter(({ origin, leading: id }) => origin === 'attention' && id !== ''), ({ leading: id }) => id)
  const wijken = Map.groupBy(rows, ({ areaCode }) => `WK${areaCode.slice(2, 8)}`)
  return {
    lists: lists.length - open,
    open,
    byPhenomenon: Phenomenon.options.map((phenomenon) => ({ phenomenon, ...split(rows.filter((row) => row.phenomenon === phenomenon)) })),
    byIndicator: inOrder([...leading].map(([indicator, own]) => ({ indicator, label: labels.get(indicator) ?? indicator, outcomes: hitRate(own) })), ({ label }) => label),
    byWijk: inOrder([...wijken].map(([code, own]) => ({ code, name: names.get(code) ?? code, predicted: mean(own.flatMap(({ predicted }) => predicted ?? [])), ...split(own) })), ({ name }) => name),
  }
}

/** By name, so that the order tells nothing: places on a list are drawn. */
function inOrder<One>(of: readonly One[], name: (one: One) => string): One[] {
  return of.toSorted((a, b) => name(a).localeCompare(name(b), 'nl'))
}

function split(rows: readonly OutcomeRow[]): { attention: HitRate; chance: HitRate } {
  return { attention: hitRate(rows.filter(({ origin }) => origin === 'attention')), chance: hitRate(rows.filter(({ origin }) => origin === 'chance')) }
}

/** Share confirmed of those confirmed or not, with its Wilson interval; unknown outcomes are counted and left out of the share. */
function hitRate(rows: readonly OutcomeRow[]): HitRate {
  const of = (outcome: ControlOutcome) => rows.filter((row) => row.outcome === outcome).length
  const [confirmed, notConfirmed, unknown] = [of('confirmed'), of('not-confirmed'), of('unknown')]
  const known = confirmed + notConfirmed
  if (known === 0) return { confirmed, notConfirmed, unknown, share: null, lower: 0, upper: 1 }
  return { confirmed, notConfirmed, unknown, share: confirmed / known, ...wilsonInterval(confirmed, known) }
}

function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, one) => sum + one, 0) / values.length
}

function required(row: ListRow | null): ListRow {
  if (!row) throw new ProblemError('not-found')
  return row
}
