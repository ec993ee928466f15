import fc from 'fast-check'
import { expect, test } from 'vitest'
import { joinAll, type JoinedAll } from '../../../electron/engine/link/joinAll.ts'
import { decide } from '../../../electron/engine/link/review/index.ts'
import { ProblemError } from '../../../electron/engine/problem.ts'
import type { Store } from '../../../electron/engine/store/database.ts'
import { recordEnder } from '../../../electron/engine/store/history.ts'
import { recordId } from '../../../shared/model/recordId.ts'
import { directorOf, fillFirms, FIRMS, FIRST_LATER, namesakeOf, PERMITS, places, REGISTER, requestsOf, type Request } from '../../fixtures/firmsVault.ts'
import { addDelivery, addRecord } from '../../fixtures/register.ts'
import { foundBy, linkedPicture } from '../../fixtures/linkedPicture.ts'
import { contextOn, emptyStore } from '../../fixtures/vault.ts'

const quiet = { start: () => undefined, advance: () => undefined }
const link = (store: Store): JoinedAll => store.write((writer) => joinAll(writer, quiet, '2026-11-01', false, { keepFrom: 0 }))

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
      const firm = isNamesake ? namesakeOf(asked) : asked
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

const movesOf = fc.array(fc.record({ request: fc.nat(), isNamesake: fc.boolean(), leaves: fc.boolean(), runs: fc.integer({ min: 0, max: 3 }).map((one) => one === 0) }), { minLength: 1, maxLength: 6 })

test('companies of which is told otherwise where their directors live end as joining all companies anew would', () => {
  let touched = 0
  fc.assert(
    fc.property(requestsOf(FIRMS), fc.option(movesOf), fc.array(movesOf, { minLength: 1, maxLength: 3 }), (requests, decisions, deliveries) => {
      const [added, anew] = [emptyStore(), emptyStore()]
      for (const store of [added, anew]) {
        fillFirms(store, requests)
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
