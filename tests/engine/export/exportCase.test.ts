import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { EntityKey } from '#shared/model/entity.ts'
import type { CallContext } from '../../../electron/engine/context.ts'
import { establishPartnership, keepApplication } from '../../../electron/engine/dossier/bibob/index.ts'
import { createCase, readCase, saveReport } from '../../../electron/engine/dossier/index.ts'
import { exportBibob, exportCase } from '../../../electron/engine/export/index.ts'
import { ProblemError } from '../../../electron/engine/problem.ts'
import { fillBibobVault } from '../../fixtures/bibobVault.ts'
import { fillCaseVault, WRITTEN_BSN } from '../../fixtures/caseVault.ts'
import { aReport } from '../../fixtures/policeReport.ts'
import { unpack } from '../../fixtures/unpack.ts'
import { contextOn, emptyStore, temporaryFolder } from '../../fixtures/vault.ts'

const pdf = new TextEncoder().encode('%PDF-1.4')
const noPrinter: Partial<CallContext> = {
  print: async () => {
    throw new ProblemError('print-unavailable')
  },
}

function aCase(overrides: Partial<CallContext> = {}) {
  const store = emptyStore()
  const context = contextOn(store, { logLine: 42, print: async () => pdf, ...overrides })
  const { picture, keys } = fillCaseVault(store)
  const { id } = createCase(context, { title: 'Glas', phenomenon: 'witwassen', occasion: 'Aanleiding.', goal: 'Doel.', picture })
  const folder = temporaryFolder()
  return { context, folder, address: keys.address, order: { id, folder, recipients: 'RIEC', scoreRole: null } }
}

test('names carry the number of the case and the line of the log', async () => {
  const { context, folder, order } = aCase()
  const { files, skipped } = await exportCase(context, order)
  const names = ['C-2026-0001-dossier-regel42.docx', 'C-2026-0001-dossier-regel42.pdf', 'C-2026-0001-feiten-regel42.xlsx', 'C-2026-0001-netwerk-regel42.png', 'C-2026-0001-netwerk-regel42.svg']
  expect(files.map(({ name }) => name)).toEqual(names)
  expect(readdirSync(folder)).toEqual(names)
  expect(skipped).toEqual([])
})

test('a report that was kept without a ground for criminal-law data does not leave, but of a case that was closed meanwhile with that it lacks', async () => {
  const { context, folder, order, address } = aCase()
  saveReport(context, order.id, aReport({ address }))
  context.store.write((writer) => writer.run("UPDATE police_report SET content = json_remove(content, '$.criminalGround')"))
  await expect(exportCase(context, order)).rejects.toMatchObject({ problem: { code: 'report-ground', params: { address: 'Markerkant 12' } } })
  expect(readdirSync(folder)).toEqual([])
  context.store.write((writer) => writer.run("UPDATE case_file SET status = 'closed'"))
  await exportCase(context, order)
  const document = (await unpack(readFileSync(join(folder, 'C-2026-0001-dossier-regel42.docx')))).get('word/document.xml')
  expect(document).toContain('niet vastgelegd')
})

test('the picture of the network says of which day it is', async () => {
  // half past midnight in the Netherlands
  const { context, folder, order } = aCase({ now: '2026-11-20T23:30:00Z' })
  await exportCase(context, order)
  expect(readFileSync(join(folder, 'C-2026-0001-netwerk-regel42.svg'), 'utf8')).toContain('Stand op 21-11-2026')
})

test('where nothing can print, the PDF is skipped with a sentence and everything else is written', async () => {
  const { context, folder, order } = aCase(noPrinter)
  const { files, skipped } = await exportCase(context, order)
  expect(files.map(({ format }) => format)).toEqual(['docx', 'xlsx', 'png', 'svg'])
  expect(skipped).toEqual([{ format: 'pdf', reason: 'Op deze computer kan geen PDF worden gemaakt. Druk het Word-document af.' }])
  expect(readdirSync(folder).filter((name) => name.endsWith('.pdf') || name.endsWith('.deel'))).toEqual([])
})

test('a printer that fails in another way is no excuse: nothing is written', async () => {
  const { context, folder, order } = aCase({ print: async () => Promise.reject(new Error('boom')) })
  await expect(exportCase(context, order)).rejects.toThrow('boom')
  expect(readdirSync(folder)).toEqual([])
  expect(readCase(context, order.id).exports).toEqual([])
})

test('cancelled at any step, nothing is left behind and nothing stands in the ledger', async () => {
  for (let stopAt = 1; stopAt <= 6; stopAt++) {
    let steps = 0
    const { context, folder, order } = aCase({
      checkCancelled: () => {
        steps += 1
        if (steps === stopAt) throw new ProblemError('cancelled')
      },
    })
    await expect(exportCase(context, order)).rejects.toThrow('cancelled')
    expect(readdirSync(folder)).toEqual([])
    expect(readCase(context, order.id).exports).toEqual([])
  }
})

test('a locked place leaves nothing of the run behind', async () => {
  const { context, folder, order } = aCase()
  mkdirSync(join(folder, 'C-2026-0001-netwerk-regel42.svg'))
  await expect(exportCase(context, order)).rejects.toThrow()
  expect(readdirSync(folder)).toEqual(['C-2026-0001-netwerk-regel42.svg'])
  expect(readCase(context, order.id).exports).toEqual([])
})

test('no file holds a BSN, a hash of one, or who reported', async () => {
  const { context, folder, order } = aCase({ print: async (html) => new TextEncoder().encode(html) })
  const { files } = await exportCase(context, order)
  const hash = Buffer.from(new Uint8Array(32).fill(1)).toString('hex')
  for (const { name, format } of files) {
    const bytes = readFileSync(join(folder, name))
    const text = format === 'docx' || format === 'xlsx' ? [...(await unpack(bytes)).values()].join(' ') : bytes.toString('latin1')
    for (const secret of [WRITTEN_BSN, hash, 'burger', 'Buitenstaander', 'Geldschieter', 'Verlopen inhoud']) expect(text, `${name}: ${secret}`).not.toContain(secret)
  }
})

test('the same case gives the same fingerprint, and another content another', async () => {
  const { context, order } = aCase()
  await exportCase(context, order)
  await exportCase({ ...context, logLine: 43 }, { ...order, folder: temporaryFolder() })
  const [second, first] = readCase(context, order.id).exports
  expect(second?.contentHash).toBe(first?.contentHash)
  expect(second?.logLine).toBe(43)
  context.store.write((writer) => writer.run("UPDATE case_file SET occasion = 'Anders.'"))
  await exportCase({ ...context, logLine: 44 }, { ...order, folder: temporaryFolder() })
  expect(readCase(context, order.id).exports[0]?.contentHash).not.toBe(first?.contentHash)
})

test('the Bibob page comes as HTML where nothing can print', async () => {
  const store = emptyStore()
  fillBibobVault(store)
  const folder = temporaryFolder()
  const { files, skipped } = await exportBibob(contextOn(store, { logLine: 7, now: '2026-11-20T23:30:00Z', ...noPrinter }), { applicant: 'company:1', folder, role: null })
  expect(files.map(({ name }) => name)).toEqual(['bibob-relaties-regel7.html', 'bibob-relaties-regel7.docx'])
  expect(skipped).toEqual([{ format: 'pdf', reason: 'Op deze computer kan geen PDF worden gemaakt. Druk het Word-document of de HTML-pagina af.' }])
  expect(readdirSync(folder)).toEqual(['bibob-relaties-regel7.docx', 'bibob-relaties-regel7.html'])
  expect(readFileSync(join(folder, 'bibob-relaties-regel7.html'), 'utf8')).toContain('Stand op 21-11-2026')
})

test('the Bibob page holds what was noted of the application under the same case number, and nothing of another applicant', async () => {
  const store = emptyStore()
  const { applicant, holding } = fillBibobVault(store)
  const context = contextOn(store, { logLine: 7, ...noPrinter })
  const days = { received: '2026-01-02', complete: null, adviceAsked: '2026-01-05', isExtended: false, stops: [], adviceReceived: null, intention: null, view: null, decided: null }
  keepApplication(context, { applicant, decision: 'exploitatievergunning', occasion: 'Beleid.', prosecutorTip: true, riecAdvice: false, isOpen: false, questions: 'Wie financiert de inrichting?', annexes: 'Vragenformulier\nTip van 2 januari', days, danger: { a: 'serious', b: null }, motive: '', outcome: null })
  const pageOf = async (key: EntityKey) => {
    const folder = temporaryFolder()
    const { files } = await exportBibob(context, { applicant: key, folder, role: null })
    return readFileSync(join(folder, files[0]?.name ?? ''), 'utf8')
  }
  const page = await pageOf(applicant)
  for (const told of ['exploitatievergunning', '02-03-2026 (art.', 'ernstig gevaar', 'nog niet beoordeeld']) expect(page).toContain(told)
  expect(await pageOf(holding)).not.toContain('exploitatievergunning')
  // the own-investigation form of the regulation, in its order
  const headingsOf = (html: string) => Array.from(html.matchAll(/<h2[^>]*>(.*?)<\/h2>/g), ([, words = '']) => words.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ').trim())
  const sections = ['1 Betrokkene', '2 Besluit', '3 Aanleiding', '4 Opmerkelijkheden', '5 Onderzoeksvragen', '6 Identificatie van personen en bedrijven', '7 Bijlagen']
  expect(headingsOf(page).slice(0, 7)).toEqual(sections)
  expect(headingsOf(await pageOf(holding)).slice(0, 7)).toEqual(sections)
  expect(page).toContain('Niet vastgesteld.')
  establishPartnership(context, applicant, { partner: holding, motive: 'Bepaalt de inkoop zonder rol in het register.', start: null, end: null })
  expect(await pageOf(applicant)).toContain('Bepaalt de inkoop zonder rol in het register.')
  for (const told of ['Wie financiert de inrichting?', '<li>Tip van 2 januari</li>', 'Onderneming al open']) expect(page).toContain(told)
})
