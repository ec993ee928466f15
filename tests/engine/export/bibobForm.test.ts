// @vitest-environment jsdom
import { expect, test } from 'vitest'
import type { BibobApplication } from '#shared/model/bibobApplication.ts'
import { bibobRelations, identitiesOf, keepApplication } from '../../../electron/engine/dossier/bibob/index.ts'
import { bibobDocument } from '../../../electron/engine/export/bibobDocument.ts'
import { ownInvestigationForm } from '../../../electron/engine/export/bibobForm.ts'
import { toDocx } from '../../../electron/engine/export/docxWriter.ts'
import { factsOf } from '../../../electron/engine/export/exportCase.ts'
import { frameOf, picturePng, pictureSvg } from '../../../electron/engine/export/networkPicture.ts'
import { fillBibobVault } from '../../fixtures/bibobVault.ts'
import { addRecord } from '../../fixtures/register.ts'
import { unpack } from '../../fixtures/unpack.ts'
import { contextOn, emptyStore } from '../../fixtures/vault.ts'

const noDays = { received: null, complete: null, adviceAsked: null, isExtended: false, stops: [], adviceReceived: null, intention: null, view: null, decided: null }

function prepared() {
  const store = emptyStore()
  const vault = fillBibobVault(store)
  const context = contextOn(store, { logLine: 7 })
  return { store, context, ...vault }
}

function documentOf({ context, applicant }: ReturnType<typeof prepared>) {
  const found = bibobRelations(context, applicant)
  const frame = frameOf(context, 'Relaties', 'secret')
  const identities = identitiesOf(context, [applicant, ...found.relations.flatMap(({ key }) => key ?? [])])
  return bibobDocument({ found, saved: null, partners: [], role: null, identities }, { svg: pictureSvg(found.picture, frame), png: picturePng(found.picture, frame) }, factsOf(context, '', 'ab'))
}

/** The rows of the table in a Word document that has these headings. */
async function tableOf(docx: Uint8Array, first: string): Promise<string[][]> {
  const document = new DOMParser().parseFromString((await unpack(docx)).get('word/document.xml') ?? '', 'text/xml')
  const rowsOf = (table: Element) => [...table.getElementsByTagName('w:tr')].map((row) => [...row.getElementsByTagName('w:tc')].map((cell) => cell.textContent))
  return [...document.getElementsByTagName('w:tbl')].map(rowsOf).find((rows) => rows[0]?.[0] === first) ?? []
}

test('the Word document has the headings of the form, in its order, before all else', async () => {
  const xml = (await unpack(await toDocx(documentOf(prepared())))).get('word/document.xml') ?? ''
  const document = new DOMParser().parseFromString(xml, 'text/xml')
  const headings = [...document.getElementsByTagName('w:p')].filter((one) => one.getElementsByTagName('w:pStyle')[0]?.getAttribute('w:val') === 'Heading1').map((one) => one.textContent.replace(/^\d+/, ''))
  expect(headings.slice(0, 7)).toEqual(Object.values(ownInvestigationForm().headings))
})

test('its lists name who is meant, with room for what the vault does not hold', async () => {
  const vault = prepared()
  const docx = await toDocx(documentOf(vault))
  const persons = await tableOf(docx, 'Achternaam')
  expect(persons[0]).toEqual(['Achternaam', 'Voornamen', 'Geboren', 'Adres', 'Rol', 'Geslacht', 'Nationaliteit', 'BSN'])
  expect(persons.find(([name]) => name === 'Testveld')).toEqual(['Testveld', 'S', '12-03-1984', expect.stringContaining('Botter 5'), expect.stringMatching(/^\p{Lu}/u), '', '', ''])
  expect(persons.find(([name]) => name === 'Vertrokken')?.[4]).toContain('(is geweest)')
  const companies = await tableOf(docx, 'Naam')
  expect(companies[1]).toEqual(['Polder Horeca B.V.', '90000001', expect.stringContaining('Markerkant 12'), 'besloten vennootschap', 'Betrokkene'])
  expect(companies.find(([name]) => name === 'Polder Events B.V.')?.[4]).toBe('Geleid of gefinancierd door betrokkene')
})

test('trade names stand beside the name in the articles, and who is the applicant elsewhere too is remarked on', () => {
  const vault = prepared()
  const { store, context, applicant, holding } = vault
  store.write((writer) => addRecord(writer, 'company_record', 2, 90, { company_id: 1, kvk: 90_000_001, name: 'Polder Horeca B.V.', trade_name: 'Café De Polder' }))
  const application: BibobApplication = { applicant: holding, decision: '', occasion: '', prosecutorTip: false, riecAdvice: false, isOpen: null, questions: '', annexes: '', days: noDays, danger: { a: null, b: null }, motive: '', outcome: null }
  keepApplication({ ...context, purpose: { ...context.purpose, caseNumber: 'B-2026-9' } }, application)
  keepApplication({ ...context, purpose: { ...context.purpose, caseNumber: context.purpose.caseNumber } }, { ...application, applicant })
  const { remarks } = bibobRelations(context, applicant)
  expect(remarks.filter((remark) => remark.includes('ook betrokkene'))).toEqual(['Polder Holding B.V. is ook betrokkene in het Bibob-onderzoek met zaaknummer B-2026-9 (loopt).'])
  keepApplication({ ...context, purpose: { ...context.purpose, caseNumber: 'B-2026-9' } }, { ...application, days: { ...noDays, adviceAsked: '2024-11-01', adviceReceived: '2024-11-21', decided: '2024-12-01' }, outcome: 'granted' })
  const onDay = (day: string) => bibobRelations({ ...context, now: `${day}T09:00:00.000Z` }, applicant).remarks.find((remark) => remark.includes('ook betrokkene'))
  expect(onDay('2026-11-21')).toContain('(afgerond; het LBB-advies van 21-11-2024 is voor een ander besluit te gebruiken tot en met 21-11-2026).')
  expect(onDay('2026-11-22')).toContain('(afgerond; het LBB-advies van 21-11-2024 was voor een ander besluit te gebruiken tot en met 21-11-2026).')
  expect(JSON.stringify(documentOf(vault).sections[0])).toContain('Café De Polder')
})
