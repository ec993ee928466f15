import { describe, expect, test } from 'vitest'
import type { CallContext } from '../../../../electron/engine/context.ts'
import { askDestruction, decideDestruction, destroyableSignal } from '../../../../electron/engine/dossier/index.ts'
import { listTriage, moveSignal, readTriage, takeSignal, weigh } from '../../../../electron/engine/dossier/triage/index.ts'
import { importFile, inspectFile, withdrawDelivery } from '../../../../electron/engine/import/index.ts'
import type { SheetReport } from '#shared/model/source.ts'
import { fileWith } from '../../../fixtures/delivery.ts'
import { aWeighing, MOTIVE } from '../../../fixtures/triage.ts'
import { contextOn, emptyStore } from '../../../fixtures/vault.ts'

const HEAD = 'Signaalnummer;Afdeling;Soort signaal;Ontvangstdatum;Straat;Huisnummer;KvK;Omschrijving'
const first = 'S-1;Handhaving;geur;01-05-2026;Kade;1;01234567;Geur in de nacht'
const second = 'S-2;Handhaving;bewoning;02-05-2026;Kade;2;;Veel post'
/** By nothing but what it says can this one be known. */
const unnumbered = ';Handhaving;bewoning;03-05-2026;Kade;3;;Wisselende bewoners'

function prepared() {
  const store = emptyStore()
  const context = contextOn(store)
  const take = async (name: string, rows: readonly string[], isComplete?: boolean): Promise<SheetReport> => {
    const path = fileWith(name, [HEAD, ...rows, ''].join('\n'))
    const { sheets } = await inspectFile(context, path, [])
    const mappings = sheets.flatMap(({ proposal }) => (proposal ? [{ ...proposal, follows: proposal.follows && { ...proposal.follows, isComplete: isComplete ?? false } }] : []))
    const [report] = (await importFile(context, path, mappings, { dryRun: false })).sheets
    if (!report) throw new Error('nothing was taken in')
    return report
  }
  const withdraw = (id: number) => store.write((writer) => withdrawDelivery(writer, context, id, 'verkeerd bestand gestuurd'))
  const waiting = () => listTriage(context, { shown: 'received', text: '', limit: 10 }).signals
  const takeUp = (kind: string) => takeSignal(context, waiting().find((one) => one.kind === kind)?.recordId ?? 0, MOTIVE).id
  return { store, context, take, withdraw, waiting, takeUp }
}

/** Puts a signal aside and destroys it a year later, by two people. */
function destroy(context: CallContext, id: number): void {
  weigh(context, id, aWeighing('undermining', false), MOTIVE)
  moveSignal(context, id, 'notHandled', { destination: '', reviewOn: null }, MOTIVE)
  const later = { ...context, now: '2027-12-01T09:00:00.000Z' }
  askDestruction(later, destroyableSignal, { id, motive: 'De termijn van een jaar is om.' })
  decideDestruction({ ...later, actor: { account: 'ander', name: 'A. Ander', roles: ['director'] } }, destroyableSignal, { id, approve: true })
}

describe('a weighing stays with the signal', () => {
  test.each([['geur', first], ['bewoning', unnumbered]])('when the delivery it came in first is withdrawn and a later one has it too (%s)', async (kind, row) => {
    const { take, withdraw, waiting, takeUp, context } = prepared()
    const { deliveryId } = await take('meldingen mei.csv', [row])
    const id = takeUp(kind)
    await take('meldingen juni.csv', [row, 'S-9;Handhaving;overlast;04-06-2026;Kade;9;;Herrie'])
    withdraw(deliveryId ?? 0)
    expect(waiting().map((one) => one.kind)).toEqual(['overlast'])
    expect(readTriage(context, id)).toMatchObject({ state: 'weighing', isThere: true, kind })
  })

  test('when its only delivery is withdrawn and the right file comes after; until then it says that it is not there', async () => {
    const { take, withdraw, waiting, takeUp, context } = prepared()
    const { deliveryId } = await take('meldingen mei.csv', [second, first])
    const id = takeUp('geur')
    withdraw(deliveryId ?? 0)
    expect(readTriage(context, id)).toMatchObject({ isThere: false })
    await take('handhaving mei.csv', ['S-3;Handhaving;overlast;04-06-2026;Kade;9;;Herrie', first.replace('nacht', 'vroege ochtend')])
    expect(waiting().map(({ signalNumber }) => signalNumber)).toEqual(['S-3'])
    expect(readTriage(context, id)).toMatchObject({ isThere: true, content: 'Geur in de vroege ochtend' })
  })

  test('when a complete delivery leaves it out and the next has it again, and its past is destroyed with it', async () => {
    const { store, take, waiting, takeUp, context } = prepared()
    await take('meldingen mei.csv', [first, second])
    const id = takeUp('geur')
    await take('meldingen juni.csv', [second], true)
    expect(readTriage(context, id).isThere).toBe(false)
    await take('meldingen juli.csv', [first, second], true)
    expect(waiting().map(({ signalNumber }) => signalNumber)).toEqual(['S-2'])
    expect(readTriage(context, id)).toMatchObject({ isThere: true, signalNumber: 'S-1' })
    destroy(context, id)
    expect(store.get("SELECT (SELECT count(*) FROM past_record) AS past, (SELECT count(*) FROM signal_record) AS signals, (SELECT count(*) FROM confirmation WHERE record_id <> (SELECT id FROM signal_record)) AS confirmed")).toEqual({ past: 0, signals: 1, confirmed: 0 })
  })

  test('and another signal of that number, of another department, is another signal', async () => {
    const { take, withdraw, waiting, takeUp } = prepared()
    const { deliveryId } = await take('meldingen mei.csv', [first])
    takeUp('geur')
    withdraw(deliveryId ?? 0)
    await take('belastingen.csv', [first.replace('Handhaving', 'Belastingen')])
    expect(waiting().map(({ department }) => department)).toEqual(['Belastingen'])
  })
})

describe('a signal that was destroyed', () => {
  test.each([['geur', first], ['bewoning', unnumbered]])('does not come back by a next delivery, which says so and keeps nothing of it (%s)', async (kind, row) => {
    const { store, context, take, waiting, takeUp } = prepared()
    await take('meldingen mei.csv', [row])
    destroy(context, takeUp(kind))
    const report = await take('meldingen juni.csv', [row, 'S-9;Handhaving;overlast;04-06-2026;Kade;9;;Herrie'])
    expect(waiting().map(({ signalNumber }) => signalNumber)).toEqual(['S-9'])
    expect(report).toMatchObject({ rowsRead: 2, accepted: 1, refused: 0, ignored: 1 })
    expect(report.issues).toEqual([expect.objectContaining({ row: 2, value: '', severity: 'ignored', reason: expect.stringContaining('vernietigd') })])
    expect(store.get('SELECT (SELECT count(*) FROM refused_row) + (SELECT count(*) FROM past_record) AS n, (SELECT group_concat(content) FROM signal_content) AS content')).toEqual({ n: 0, content: 'Herrie' })
  })

  test('under another number is another signal', async () => {
    const { context, take, waiting, takeUp } = prepared()
    await take('meldingen mei.csv', [first])
    destroy(context, takeUp('geur'))
    await take('meldingen juni.csv', [first.replace('S-1', 'S-11')])
    expect(waiting().map(({ signalNumber }) => signalNumber)).toEqual(['S-11'])
  })

  test('nor when an earlier delivery that confirmed it is settled anew', async () => {
    const { context, take, waiting, takeUp, withdraw } = prepared()
    const { deliveryId } = await take('meldingen mei.csv', [second, first])
    await take('meldingen juni.csv', [first])
    destroy(context, takeUp('geur'))
    withdraw(deliveryId ?? 0)
    expect(waiting()).toEqual([])
  })
})
