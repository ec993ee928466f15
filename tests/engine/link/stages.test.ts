import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { makePace } from '../../../electron/engine/link/pace.ts'
import { joinAll } from '../../../electron/engine/link/joinAll.ts'
import { matchRecords } from '../../../electron/engine/link/matchRecords.ts'
import { placeAddresses } from '../../../electron/engine/link/placeAddresses.ts'
import { ProblemError } from '../../../electron/engine/problem.ts'
import type { Store, Value } from '../../../electron/engine/store/database.ts'
import { forgetLinkDone } from '../../../electron/engine/store/linkIndex.ts'
import { readStage } from '../../../electron/engine/store/linkStages.ts'
import { makeTown, type PersonTownRow } from '../../bench/linking/town.ts'
import { addLater, fillTown } from '../../bench/linking/townVault.ts'
import { addDelivery, addRecord } from '../../fixtures/register.ts'
import { foundBy, linkedPicture } from '../../fixtures/linkedPicture.ts'
import { emptyStore } from '../../fixtures/vault.ts'

const TODAY = '2026-11-01'
const town = makeTown(300, 5)

function linkAll(store: Store, checkCancelled: () => void = () => undefined) {
  const pace = makePace({ report: () => undefined, checkCancelled })
  return store.write((writer) => {
    const haveAddressesChanged = readStage(writer, 'addresses') === undefined
    placeAddresses(writer, pace)
    const { counts, onWithdrawn } = matchRecords(writer, pace)
    const { network, persons } = joinAll(writer, pace, TODAY, haveAddressesChanged, { keepFrom: 0 })
    return { counts, onWithdrawn, network, sizes: [...persons.sizes].sort(([one], [other]) => one - other) }
  })
}

const [firm, otherFirm] = [town.companies[0], town.companies[1]]
const held = { office: 'bestuurder', given_names: 'Jan', family_name: 'Proefman' }
/** Rows that name a company, by what they say of it. */
const naming: Record<string, [table: string, values: Record<string, Value>]> = {
  'an office in one that is known': ['office_record', { ...held, kvk: firm?.kvk ?? 0 }],
  'an office in one that is known by offices only': ['office_record', { ...held, kvk: 1 }],
  'an office in one that nobody knew': ['office_record', { ...held, kvk: 98_765_432 }],
  'an officer that is a company': ['office_record', { office: 'bestuurder', kvk: firm?.kvk ?? 0, officer_kvk: otherFirm?.kvk ?? 0 }],
  'an officer by name': ['office_record', { office: 'bestuurder', kvk: firm?.kvk ?? 0, officer_name: 'Proefbeheer B.V.' }],
  'an owner at its own place': ['ownership_record', { owner_kvk: firm?.kvk ?? 0, owner_name: firm?.name ?? '', address_id: firm?.addressId ?? null, given_bag: firm?.addressId ?? null }],
  'an owner elsewhere': ['ownership_record', { owner_kvk: firm?.kvk ?? 0, given_bag: otherFirm?.addressId ?? null, mortgagee: otherFirm?.name ?? '' }],
  'an inspection': ['inspection_record', { kvk: firm?.kvk ?? 0, given_bag: firm?.addressId ?? null }],
  'an inspection of one that nobody knew': ['inspection_record', { kvk: 98_765_432 }],
}

function addNaming(store: Store, said: readonly string[]): void {
  store.write((writer) => {
    addDelivery(writer, 40)
    for (const [i, what] of said.entries()) {
      const [table, values] = naming[what] ?? ['', {}]
      addRecord(writer, table, 40, i + 2, values)
    }
  })
}

function start(rows: readonly PersonTownRow[]): Store {
  const store = emptyStore()
  store.write((writer) => {
    fillTown(writer, { ...town, persons: [...rows] })
    writer.run("UPDATE address SET status = 'Naamgeving ingetrokken' WHERE id % 7 = 0")
  })
  linkAll(store)
  return store
}

function forgetAll(store: Store): void {
  store.write((writer) => {
    forgetLinkDone(writer, 'person')
    writer.run('DELETE FROM link_stage')
  })
}

describe('a delivery that is linked to what stands', () => {
  test('leaves addresses, network, search and proposals as linking everything anew would', () => {
    const rowsInOrder = fc.shuffledSubarray(town.persons, { minLength: 590, maxLength: 590 })
    fc.assert(
      fc.property(rowsInOrder, fc.integer({ min: 1, max: 50 }), fc.subarray(Object.keys(naming), { maxLength: 3 }), (rows, later, said) => {
        const [added, anew] = [start(rows.slice(0, 500)), start(rows.slice(0, 500))]
        for (const store of [added, anew]) {
          store.write((writer) => addLater(writer, town.addresses, rows.slice(500, 500 + later)))
          addNaming(store, said)
        }
        forgetAll(anew)
        const came = linkAll(added)
        expect(came).toEqual(linkAll(anew))
        expect(came.onWithdrawn).toBeGreaterThan(0)
        expect(linkedPicture(added)).toEqual(linkedPicture(anew))
        for (const kind of ['street', 'company', 'person'] as const) expect(foundBy(added, kind)).toEqual(foundBy(anew, kind))
      }),
      { numRuns: 4, endOnFailure: true },
    )
  })

  test('does so without making everything anew, unless a row says something new of a company', () => {
    const companiesStand = (said: string): boolean => {
      const store = start(town.persons.slice(0, 500))
      addNaming(store, [said])
      const before = store.get('SELECT max(rowid) AS n FROM branch_location')
      store.write((writer) => writer.run("UPDATE branch_location SET name = 'zoals het stond'"))
      linkAll(store)
      expect(store.get('SELECT max(rowid) AS n FROM branch_location')).toEqual(before)
      return store.get("SELECT 1 AS n FROM branch_location WHERE name = 'zoals het stond'") !== undefined
    }
    expect(Object.keys(naming).filter(companiesStand)).toEqual([
      'an office in one that is known', 'an office in one that is known by offices only', 'an officer that is a company', 'an owner at its own place', 'an inspection',
      'an inspection of one that nobody knew',
    ])
  })

  test('stopped at any moment it leaves the vault as it was, and the next run ends as if it had not been', () => {
    const [stopped, whole] = [start(town.persons.slice(0, 500)), start(town.persons.slice(0, 500))]
    for (const store of [stopped, whole]) store.write((writer) => addLater(writer, town.addresses, town.persons.slice(500, 540)))
    let moments = 0
    linkAll(whole, () => void (moments += 1))
    const before = linkedPicture(stopped)
    for (let moment = 0; moment < moments; moment += 1) {
      let left = moment
      const stop = (): void => {
        if (left === 0) throw new ProblemError('cancelled')
        left -= 1
      }
      expect(() => linkAll(stopped, stop)).toThrow(ProblemError)
    }
    expect(linkedPicture(stopped)).toEqual(before)
    linkAll(stopped)
    expect(linkedPicture(stopped)).toEqual(linkedPicture(whole))
  })

  test('makes anew what rests on something that changed', () => {
    const store = start(town.persons.slice(0, 60))
    const stages = ['addresses', 'companies', 'network'] as const
    const gone = (change: string): string[] => {
      linkAll(store)
      store.write((writer) => writer.run(change))
      return stages.filter((stage) => readStage(store, stage) === undefined)
    }
    expect(gone('UPDATE person_record SET person_id = NULL')).toEqual([])
    expect(gone('UPDATE address SET area_id = NULL')).toEqual([])
    // a row that names a company beside somebody and comes to be nobody's is not found by its person any more
    const ofNobody = (table: string): string => `UPDATE ${table} SET person_id = NULL WHERE id = (SELECT min(id) FROM ${table} WHERE person_id IS NOT NULL)`
    for (const table of ['ownership_record', 'permit_record']) expect(gone(ofNobody(table))).toEqual(['companies'])
    expect(gone("INSERT INTO past_record (record_id, table_name, content, sealed, ended_by) VALUES (1, 'company_record', '{}', '', 1)")).toEqual(['companies'])
    expect(gone("UPDATE past_record SET content = '{\"kvk\": 1}' WHERE record_id = 1")).toEqual(['companies'])
    expect(gone('DELETE FROM past_record WHERE record_id = 1')).toEqual(['companies'])
    expect(gone("UPDATE office_record SET office = 'boekhouder' WHERE id = (SELECT min(id) FROM office_record)")).toEqual(['companies', 'network'])
    expect(gone("UPDATE address SET status = 'Naamgeving ingetrokken' WHERE id = (SELECT min(id) FROM address)")).toEqual(['addresses'])
    expect(gone("UPDATE street SET name = 'Proefstraat' WHERE id = (SELECT min(id) FROM street)")).toEqual(['addresses'])
    expect(gone("UPDATE person_record SET given_number = 3 WHERE id = (SELECT min(id) FROM person_record)")).toEqual(['addresses'])
    expect(gone("UPDATE office_record SET ended = '2026-01-01' WHERE id = (SELECT min(id) FROM office_record)")).toEqual(['network'])
    expect(gone("UPDATE company_record SET name = 'Proefbedrijf' WHERE id = (SELECT min(id) FROM company_record)")).toEqual(['companies'])
    expect(gone('DELETE FROM ownership_record WHERE id = (SELECT max(id) FROM ownership_record)')).toEqual([...stages])
    expect(gone("UPDATE delivery SET supplier = 'een ander' WHERE id = 1")).toEqual([...stages])
  })

  test.each([
    ['joins companies', "DELETE FROM link_index WHERE party = 'company'"],
    ['draws the network', `UPDATE link_stage SET facts = '{"links":{"lives-at":1}}' WHERE stage = 'network'`],
  ])('%s anew where an earlier version remembered less of it', (_what, forget) => {
    const [former, store] = [start(town.persons.slice(0, 60)), start(town.persons.slice(0, 60))]
    former.write((writer) => writer.run(forget))
    expect(linkAll(former)).toEqual(linkAll(store))
    expect(linkedPicture(former)).toEqual(linkedPicture(store))
  })
})
