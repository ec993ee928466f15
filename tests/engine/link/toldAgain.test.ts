import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { joinedBefore } from '../../../electron/engine/link/companiesDone.ts'
import { joinAll, type JoinedAll } from '../../../electron/engine/link/joinAll.ts'
import { decide } from '../../../electron/engine/link/review/index.ts'
import { ProblemError } from '../../../electron/engine/problem.ts'
import type { Store, Value } from '../../../electron/engine/store/database.ts'
import { recordEnder } from '../../../electron/engine/store/history.ts'
import { forgetLinkDone } from '../../../electron/engine/store/linkIndex.ts'
import { recordId } from '../../../shared/model/recordId.ts'
import { bornOn, bsnOf, directorOf, fillFirms, FIRMS, FIRST_LATER, namesakeOf, OFFICES, places, requestsOf, SPELLINGS, spelled, type Request } from '../../fixtures/firmsVault.ts'
import { linkedPicture } from '../../fixtures/linkedPicture.ts'
import { addDelivery, addRecord } from '../../fixtures/register.ts'
import { contextOn, emptyStore } from '../../fixtures/vault.ts'

const quiet = { start: () => undefined, advance: () => undefined }
const link = (store: Store, haveAddressesChanged = false): JoinedAll => store.write((writer) => joinAll(writer, quiet, '2026-11-01', haveAddressesChanged, { keepFrom: 0 }))

const tables = ['person_record', 'office_record', 'permit_record', 'ownership_record', 'inspection_record', 'measure_record'] as const
type Table = (typeof tables)[number]

/** What comes to be known of the company in whose name somebody asked, or of its namesake, at the address he gave. */
interface Event {
  what: keyof typeof events
  request: number
  isNamesake: boolean
  /** whose director it is about: its own, that of its namesake, or of a company that has nothing to do with it */
  who: 'own' | 'namesake' | 'another'
  /** how a name is spelled, and which of its names a BSN comes with */
  spelling: number
}

/** An event by what it is about, and what can be done for it. */
interface Scene extends Pick<Event, 'spelling'> {
  firm: number
  /** the firm of which somebody is the director */
  own: number
  place: number
  /** adds a row to the delivery of its table */
  add(table: Table, values: Record<string, Value>): void
  /** the newest row of the director in a table */
  newest(table: Table): number | undefined
  /** lets a row of the population register go */
  end(record: number): void
  /** decides, once the deliveries are in, whether a row is of the director */
  judge(record: number, verdict: 'same' | 'different'): void
}

const at = ({ place }: Scene) => ({ address_id: places[place] ?? null })
/** More names than one BSN can be of. */
const nobody = ['Proefhoven', 'Ketelaar', 'Oosterwijk', 'Brandsma', 'Verduin']
const judged = (table: Table, verdict: 'same' | 'different') => ({ newest, judge }: Scene): void => {
  const record = newest(table)
  if (record !== undefined) judge(record, verdict)
}

const events = {
  'a director comes to live there': (scene: Scene) => scene.add('person_record', { ...directorOf(scene.own), ...at(scene) }),
  'a director leaves where he came last': ({ newest, end }: Scene) => {
    const lived = newest('person_record')
    if (lived !== undefined) end(lived)
  },
  'who lives there is not the director': judged('person_record', 'different'),
  'who lives there is the director after all': judged('person_record', 'same'),
  'a director comes to run it': ({ firm, own, spelling, add }: Scene) => add('office_record', { kvk: 1 + firm, ...directorOf(own), office: spelling === 0 ? 'boekhouder' : 'vennoot' }),
  'who came to run a company is not the director': judged('office_record', 'different'),
  'it comes to run the company there': ({ firm, place, add }: Scene) => add('office_record', { kvk: 1 + (place % FIRMS), officer_kvk: 1 + firm }),
  'it comes to be run by the company there': ({ firm, place, add }: Scene) => add('office_record', { kvk: 1 + firm, officer_kvk: 1 + (place % FIRMS) }),
  'its officer without a name turns out to live there': (scene: Scene) => scene.add('person_record', { bsn_hash: bsnOf(scene.firm), given_names: 'Anna', family_name: nobody[scene.spelling] ?? '', ...at(scene) }),
  'the BSN of that officer turns out to be nobody’s': ({ firm, add }: Scene) => {
    for (const family_name of nobody) add('permit_record', { bsn_hash: bsnOf(firm), given_names: 'Anna', family_name })
  },
  'that BSN comes with another birth date, years apart': ({ firm, add }: Scene) => {
    for (let i = 0; i < 2; i += 1) add('permit_record', { bsn_hash: bsnOf(firm), given_names: 'Anna', family_name: nobody[0] ?? '', birth_date: '1984-05-06' })
  },
  'that BSN comes with the birth date of that officer': ({ firm, add }: Scene) => {
    for (let i = 0; i < 3; i += 1) add('permit_record', { bsn_hash: bsnOf(firm), given_names: 'Anna', family_name: nobody[0] ?? '', birth_date: bornOn })
  },
  'it is asked for by name, beside a director': ({ firm, own, spelling, add }: Scene) => add('permit_record', { applicant_name: spelled(firm, spelling), ...directorOf(own) }),
  'who asked for it is not the director': judged('permit_record', 'different'),
  'it is asked for by name, beside its officer without a name': ({ firm, spelling, add }: Scene) => add('permit_record', { applicant_name: spelled(firm, spelling), bsn_hash: bsnOf(firm) }),
  'it owns by name, beside its officer without a name': ({ firm, spelling, add }: Scene) => add('ownership_record', { owner_name: spelled(firm, spelling), bsn_hash: bsnOf(firm) }),
  'it is inspected there': (scene: Scene) => scene.add('inspection_record', { kvk: 1 + scene.firm, ...at(scene) }),
  'a measure is taken there': (scene: Scene) => scene.add('measure_record', { kvk: 1 + scene.firm, ...at(scene) }),
}

/** What comes to be known at one moment: a delivery for each table, then what is decided. */
function happen(store: Store, requests: readonly Request[], moment: number, all: readonly Event[]): void {
  const decisions: (() => unknown)[] = []
  store.write((writer) => {
    const deliveryOf = (table: Table): number => FIRST_LATER + moment * tables.length + tables.indexOf(table)
    for (const table of tables) addDelivery(writer, deliveryOf(table))
    let row = 1
    for (const { what, request, isNamesake, who, spelling } of all) {
      const { firm: asked = 0, place = 0 } = requests[request % requests.length] ?? {}
      const firm = isNamesake ? namesakeOf(asked) : asked
      const own = { own: firm, namesake: namesakeOf(firm), another: FIRMS - 1 }[who]
      events[what]({
        firm, own, place, spelling,
        add: (table, values) => void addRecord(writer, table, deliveryOf(table), (row += 1), values),
        newest: (table) => writer.get<{ id: number }>(`SELECT max(id) AS id FROM ${table} WHERE family_name = ? HAVING max(id) IS NOT NULL`, directorOf(own).family_name)?.id,
        end: (record) => recordEnder(writer, 'person_record', deliveryOf('person_record'))(record, null),
        judge: (record, verdict) => void decisions.push(() => decide(contextOn(store), { party: 'person', left: recordId(OFFICES, 2 + own), right: record, verdict, reason: '' })),
      })
    }
  })
  for (const decision of decisions) {
    try {
      decision()
    } catch (error) {
      // what is not allowed is not done
      if (!(error instanceof ProblemError)) throw error
    }
  }
}

/** What is remembered of the places of companies. */
function remembered(store: Store) {
  const done = joinedBefore(store)
  return { told: done?.told, beside: [...(done?.beside ?? [])].sort(([one], [other]) => one - other) }
}

const common: Event['what'][] = [
  'a director comes to live there', 'who lives there is not the director', 'who lives there is the director after all', 'a director comes to run it', 'who came to run a company is not the director',
  'it comes to run the company there', 'it comes to be run by the company there', 'its officer without a name turns out to live there', 'who asked for it is not the director',
  'that BSN comes with another birth date, years apart', 'that BSN comes with the birth date of that officer', 'the BSN of that officer turns out to be nobody’s',
]
/** What makes all companies or persons be joined anew. */
const rare: Event['what'][] = [
  'a director leaves where he came last', 'it is asked for by name, beside a director', 'it is asked for by name, beside its officer without a name',
  'it owns by name, beside its officer without a name', 'it is inspected there', 'a measure is taken there',
]
const eventsOf = fc.array(
  fc.record({ what: fc.constantFrom(...common, ...common, ...common, ...rare), request: fc.nat(2), isNamesake: fc.boolean(), who: fc.constantFrom('own', 'own', 'namesake', 'another'), spelling: fc.nat(SPELLINGS - 1) }),
  { minLength: 1, maxLength: 3 },
)

/** Follows a vault to which is added beside one that is joined anew each time: what is remembered and what is joined stay the same. Says how often it was added to. */
function follow(requests: readonly Request[], moments: readonly (readonly Event[])[]): { added: number; toldOtherwise: number } {
  const count = { added: 0, toldOtherwise: 0 }
  const [added, anew] = [emptyStore(), emptyStore()]
  for (const store of [added, anew]) {
    fillFirms(store, requests)
    link(store)
  }
  for (const [i, all] of moments.entries()) {
    const before = remembered(added)
    for (const store of [added, anew]) happen(store, requests, i, all)
    anew.write((writer) => {
      forgetLinkDone(writer, 'person')
      writer.run('DELETE FROM link_stage')
    })
    const [now, whole] = [link(added), link(anew)]
    const after = remembered(added)
    const isAdded = now.persons.touched !== null && now.companies.touched !== null
    count.added += Number(isAdded)
    count.toldOtherwise += Number(isAdded && JSON.stringify(before.told) !== JSON.stringify(after.told))
    expect(after).toEqual(remembered(anew))
    expect({ ...now.companies.pairs, compared: 0 }).toEqual({ ...whole.companies.pairs, compared: 0 })
    expect(linkedPicture(added)).toEqual(linkedPicture(anew))
  }
  return count
}

describe('what is told of companies after an addition is as reading all of it anew would have it, and so are they', () => {
  test.each<[added: number, who: Event['who'], moments: Event['what'][]]>([
    [3, 'own', ['a director comes to live there', 'who lives there is not the director', 'who lives there is the director after all']],
    [2, 'another', ['a director comes to live there', 'a director comes to run it']],
    [3, 'another', ['a director comes to live there', 'a director comes to run it', 'who came to run a company is not the director']],
    [1, 'own', ['a director comes to live there', 'a director leaves where he came last']],
    [1, 'own', ['it comes to run the company there']],
    [1, 'own', ['it comes to be run by the company there']],
    [2, 'own', ['its officer without a name turns out to live there', 'the BSN of that officer turns out to be nobody’s']],
    [3, 'own', ['its officer without a name turns out to live there', 'that BSN comes with another birth date, years apart', 'that BSN comes with the birth date of that officer']],
    [0, 'own', ['it is asked for by name, beside its officer without a name', 'the BSN of that officer turns out to be nobody’s']],
    [0, 'own', ['it is asked for by name, beside a director', 'who asked for it is not the director']],
    [1, 'own', ['it comes to run the company there', 'it is inspected there']],
    [1, 'own', ['it comes to run the company there', 'a measure is taken there']],
  ])('added to %d times, of %s: %j', (added, who, moments) => {
    const event = { request: 0, isNamesake: false, who, spelling: 1 }
    expect(follow([{ firm: 2, place: FIRMS - 1, spelling: 0, as: 'alone' }], moments.map((what) => [{ ...event, what }]))).toMatchObject({ added })
  })

  test('also where a row comes to be matched to an address, or one of an earlier delivery comes to have one', () => {
    const stores = [emptyStore(), emptyStore()] as const
    const told = stores.map((store, i) => {
      fillFirms(store, [{ firm: 2, place: FIRMS, spelling: 0, as: 'alone' }, { firm: 3, place: FIRMS + 1, spelling: 0, as: 'alone' }])
      store.write((writer) => {
        addDelivery(writer, FIRST_LATER)
        addRecord(writer, 'inspection_record', FIRST_LATER, 2, { kvk: 3 })
        addRecord(writer, 'company_record', FIRST_LATER, 2, { kvk: 4, name: spelled(3, 0), given_postcode: '1315AA', given_number: 1 })
        recordEnder(writer, 'company_record', FIRST_LATER)(recordId(FIRST_LATER, 2), null)
      })
      link(store)
      expect(remembered(store).told).toEqual([])
      store.write((writer) => {
        writer.run('UPDATE inspection_record SET address_id = ?', places[FIRMS] ?? null)
        writer.run("UPDATE address SET postcode = '1315AA', number = 1 WHERE id = ?", places[FIRMS + 1] ?? null)
        if (i === 1) writer.run('DELETE FROM link_stage')
      })
      link(store, true)
      return remembered(store).told
    })
    expect(told[0]).toEqual(told[1])
    expect(told[0]?.map(({ kvk }) => kvk)).toEqual([3, 4])
  })

  test('whatever comes', () => {
    let toldOtherwise = 0
    fc.assert(
      fc.property(requestsOf(3), fc.array(eventsOf, { minLength: 4, maxLength: 8 }), (requests, moments) => {
        toldOtherwise += follow(requests, moments).toldOtherwise
      }),
      { numRuns: 5, endOnFailure: true },
    )
    expect(toldOtherwise).toBeGreaterThan(4)
  })
})
