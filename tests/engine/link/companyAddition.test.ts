import fc from 'fast-check'
import { expect, test } from 'vitest'
import { joinAll, type JoinedAll } from '../../../electron/engine/link/joinAll.ts'
import { decide } from '../../../electron/engine/link/review/index.ts'
import { ProblemError } from '../../../electron/engine/problem.ts'
import type { Store } from '../../../electron/engine/store/database.ts'
import { recordEnder } from '../../../electron/engine/store/history.ts'
import { recordId } from '../../../shared/model/recordId.ts'
import { addAddress, addDelivery, addRecord } from '../../fixtures/register.ts'
import { foundBy, linkedPicture } from '../../fixtures/linkedPicture.ts'
import { contextOn, emptyStore } from '../../fixtures/vault.ts'

const quiet = { start: () => undefined, advance: () => undefined }
const FIRMS = 6
/** So many rows of persons that those that come later stay within a step of what is counted. */
const OTHERS = 1_010
const [BAG, REGISTER, OFFICES, PERMITS, PERSONS, FIRST_LATER] = [1, 2, 3, 4, 5, 10]
const letters = 'abcdefghijklmnopqrst'
const places = Array.from({ length: FIRMS * 2 }, (_, i) => 34_200_000_000_001 + i)
/** The first two go by one name. */
const namesake = [1, 0]
const nameOf = (firm: number): string => ['Polderglas', 'Polderglas', 'Zuiderveld', 'Eemhof', 'Markermeer', 'Oostvaarder'][firm] ?? ''
/** No two of them are ever taken for one. */
const directorOf = (firm: number) => ({ given_names: ['Johanna Maria', 'Pieter', 'Sara', 'Klaas', 'Willemijn', 'Bram'][firm] ?? '', family_name: ['Proefman', 'Toetsveld', 'Van Dam', 'Keur', 'Meetlat', 'IJking'][firm] ?? '', birth_date: `${1948 + 7 * firm}-0${1 + firm}-1${firm}` })
const written = [(name: string) => name, (name: string) => name.toUpperCase(), (name: string) => `${name} B.V.`, (name: string) => name.replace('l', 'll')]

/** A row that asks for something under the name of a company, without its number. */
interface Request {
  firm: number
  place: number
  spelling: number
  /** what the row is: somebody's by name alone, with the director of the firm beside it, or one of an officer of the firm at that place */
  as: 'alone' | 'beside' | 'officer'
}

/** Companies, each of which has a director; and requests under their names. */
function fill(store: Store, requests: readonly Request[]): void {
  store.write((writer) => {
    for (const id of [BAG, REGISTER, OFFICES, PERMITS, PERSONS]) addDelivery(writer, id)
    for (const [i, id] of places.entries()) addAddress(writer, i + 1, { id, street: 'Markerkant', number: 1 + i, postcode: '1314AN', x: 5 * i, y: 5 })
    for (let i = 0; i < 200; i += 1) addRecord(writer, 'company_record', REGISTER, 100 + i, { kvk: 1000 + i, name: `Onderneming ${letters[i % 20]}${i}` })
    for (let i = 0; i < OTHERS; i += 1) addRecord(writer, 'person_record', PERSONS, i + 2, { given_names: `${letters[i % 20]}er${letters[(i * 7) % 19]}ik`, family_name: `Toets${letters[i % 17]}ra${letters[i % 13]}`, birth_date: `19${40 + (i % 50)}-0${1 + (i % 9)}-1${i % 10}` })
    for (let firm = 0; firm < FIRMS; firm += 1) {
      addRecord(writer, 'company_record', REGISTER, 2 + firm, { kvk: 1 + firm, branch_number: 11 + firm, name: nameOf(firm), legal_form: 'bv', address_id: places[firm] ?? null })
      addRecord(writer, 'office_record', OFFICES, 2 + firm, { kvk: 1 + firm, ...directorOf(firm) })
    }
    for (const [i, { firm, place, spelling, as }] of requests.entries()) {
      const name = written[spelling]?.(nameOf(firm)) ?? ''
      if (as === 'officer') addRecord(writer, 'office_record', PERMITS, 2 + i, { kvk: 1 + (place % FIRMS), officer_name: name })
      else addRecord(writer, 'permit_record', PERMITS, 2 + i, { applicant_name: name, address_id: places[place] ?? null, ...(as === 'beside' ? directorOf(firm) : {}) })
    }
  })
}

const link = (store: Store): JoinedAll => store.write((writer) => joinAll(writer, quiet, '2026-11-01', false, 0))

/** The director of a company somebody asked in the name of, or of its namesake, comes to live there, or no longer is where he came to live; or the company comes to run the one there. */
interface Move {
  request: number
  isNamesake: boolean
  leaves: boolean
  runs: boolean
}

function move(store: Store, requests: readonly Request[], moves: readonly Move[], delivery: number): void {
  store.write((writer) => {
    addDelivery(writer, delivery)
    for (const [i, { request, isNamesake, leaves, runs }] of moves.entries()) {
      const { firm: asked = 0, place = 0 } = requests[request % requests.length] ?? {}
      const firm = isNamesake ? (namesake[asked] ?? asked) : asked
      const lived = writer.get<{ id: number }>('SELECT max(id) AS id FROM person_record WHERE family_name = ? HAVING max(id) IS NOT NULL', directorOf(firm).family_name)
      if (runs) addRecord(writer, 'office_record', delivery, i + 2, { kvk: 1 + (place % FIRMS), officer_kvk: 1 + firm })
      else if (leaves && lived) recordEnder(writer, 'person_record', delivery)(lived.id, null)
      else addRecord(writer, 'person_record', delivery, i + 2, { ...directorOf(firm), address_id: places[place] ?? null })
    }
  })
}

/** Decides on a request; what is not allowed is not done. */
function judge(store: Store, requests: readonly Request[], { request, leaves }: Move): void {
  const [row, firm] = [request % requests.length, requests[request % requests.length]?.firm ?? 0]
  try {
    decide(contextOn(store), { party: 'company', left: recordId(REGISTER, 2 + firm), right: recordId(PERMITS, 2 + row), verdict: leaves ? 'different' : 'same', reason: '' })
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error
  }
}

const requestsOf = fc.array(fc.record({ firm: fc.nat(FIRMS - 1), place: fc.nat(places.length - 1), spelling: fc.nat(written.length - 1), as: fc.constantFrom('alone', 'alone', 'alone', 'beside', 'officer') }), { minLength: 4, maxLength: 14 })
const movesOf = fc.array(fc.record({ request: fc.nat(), isNamesake: fc.boolean(), leaves: fc.boolean(), runs: fc.integer({ min: 0, max: 3 }).map((one) => one === 0) }), { minLength: 1, maxLength: 6 })

test('companies of which is told otherwise where their directors live end as joining all companies anew would', () => {
  let touched = 0
  fc.assert(
    fc.property(requestsOf, fc.option(movesOf), fc.array(movesOf, { minLength: 1, maxLength: 3 }), (requests, decisions, deliveries) => {
      const [added, anew] = [emptyStore(), emptyStore()]
      for (const store of [added, anew]) {
        fill(store, requests)
        link(store)
        for (const decision of decisions ?? []) judge(store, requests, decision)
        link(store)
      }
      for (const [i, moves] of deliveries.entries()) {
        for (const store of [added, anew]) move(store, requests, moves, FIRST_LATER + i)
        anew.write((writer) => writer.run('DELETE FROM link_stage'))
        const [now, whole] = [link(added), link(anew)]
        expect(now.companies.touched).not.toBeNull()
        touched += now.companies.touched?.size ?? 0
        expect({ ...now.companies.pairs, compared: 0 }).toEqual({ ...whole.companies.pairs, compared: 0 })
        expect([...now.companies.sizes].sort(([one], [other]) => one - other)).toEqual([...whole.companies.sizes].sort(([one], [other]) => one - other))
        expect(now.network).toEqual(whole.network)
        expect(linkedPicture(added)).toEqual(linkedPicture(anew))
        for (const kind of ['company', 'person'] as const) expect(foundBy(added, kind)).toEqual(foundBy(anew, kind))
      }
    }),
    { numRuns: 8, endOnFailure: true },
  )
  expect(touched).toBeGreaterThan(4)
})
