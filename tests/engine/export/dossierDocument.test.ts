// @vitest-environment jsdom
import { describe, expect, test } from 'vitest'
import type { ExportFacts } from '../../../electron/engine/export/account.ts'
import type { PrintDocument } from '../../../electron/engine/export/document.ts'
import { toDocx } from '../../../electron/engine/export/docxWriter.ts'
import { dossierDocument } from '../../../electron/engine/export/dossierDocument.ts'
import { toHtml } from '../../../electron/engine/export/htmlWriter.ts'
import { picturePng, pictureSvg } from '../../../electron/engine/export/networkPicture.ts'
import { aCaseFile, aSource, aStatement } from '../../fixtures/caseFile.ts'
import { answersOf, aReport } from '../../fixtures/policeReport.ts'
import { unpack } from '../../fixtures/unpack.ts'
import { NOW } from '../../fixtures/vault.ts'

const BSN = '111222333'
const headings = [
  'Aanleiding', 'Doel', 'Casusvoorstel', 'Onderwerpen', 'Netwerk', 'Tijdlijn', 'Signalen', 'Feiten', 'Interpretatie en hypothesen', 'Context: gebieden en branches', 'Bronnen', 'Verantwoording',
]
const facts: ExportFacts = {
  at: NOW, by: 'A. Analist', recipients: 'RIEC Midden-Nederland', logLine: 42, contentHash: 'ab12'.repeat(16),
  purpose: { id: 'riec-casus', label: 'RIEC-casus voorbereiden', ground: 'art. 172 Gemeentewet', compartments: ['case'], caseNumber: 'Z-2026-118' },
}

function aDocument(overrides: Parameters<typeof aCaseFile>[0] = {}): PrintDocument {
  return aDocumentOf(facts, overrides)
}

function aDocumentOf(told: ExportFacts, overrides: Parameters<typeof aCaseFile>[0]): PrintDocument {
  const file = aCaseFile(overrides)
  const frame = { title: file.number, date: NOW, purpose: facts.purpose.label, logLine: 42, confidentiality: 'confidential' as const }
  return dossierDocument(file, { svg: pictureSvg(file.picture, frame), png: picturePng(file.picture, frame) }, told)
}

/** The words of a DOCX paragraph by paragraph, with the style of each. */
async function docxParagraphs(bytes: Uint8Array): Promise<{ style: string; text: string }[]> {
  const xml = (await unpack(bytes)).get('word/document.xml') ?? ''
  const document = new DOMParser().parseFromString(xml, 'text/xml')
  return [...document.getElementsByTagName('w:p')].map((paragraph) => ({
    style: paragraph.getElementsByTagName('w:pStyle')[0]?.getAttribute('w:val') ?? '',
    text: [...paragraph.querySelectorAll('*')].map((part) => (part.tagName === 'w:t' ? part.textContent : part.tagName === 'w:tab' ? '\t' : part.tagName === 'w:br' ? ' ' : '')).join(''),
  }))
}

function htmlOf(document: PrintDocument): Document {
  return new DOMParser().parseFromString(toHtml(document), 'text/html')
}

function sectionText(page: Document, heading: string): string {
  const section = [...page.querySelectorAll('section')].find((one) => one.querySelector('h2')?.textContent.includes(heading))
  return section?.textContent ?? ''
}

describe('both writers', () => {
  test('have the same headings in the same order', async () => {
    const document = aDocument()
    const numbered = headings.map((heading, place) => `${place + 1} ${heading}`)
    expect([...htmlOf(document).querySelectorAll('h2')].map((heading) => heading.textContent.trim())).toEqual(numbered)
    const inWord = (await docxParagraphs(await toDocx(document))).filter(({ style }) => style === 'Heading1').map(({ text }) => text.replace('\t', ' '))
    expect(inWord).toEqual(numbered)
  })

  test('say the same words', async () => {
    const document = aDocument()
    const words = (texts: string[]) => new Set(texts.join(' ').replaceAll('\u00a0', ' ').split(/[\s\][,]+/).filter((word) => word !== ''))
    const page = htmlOf(document)
    for (const left of page.querySelectorAll('head, svg, nav ol')) left.remove()
    for (const end of page.querySelectorAll('br, p, a, h1, h2, h3, td, th, dt, dd, caption, figcaption, .label, .number, .source')) end.before(' ')
    const html = words([page.body.textContent])
    const docx = words((await docxParagraphs(await toDocx(document))).map(({ text }) => text))
    expect([...html].toSorted()).toEqual([...docx].toSorted())
  })

  test('say on every page who made it and when', async () => {
    const stamp = 'A. Analist, 21-11-2026 10:00, logregel 42'
    expect(htmlOf(aDocument()).querySelector('meta[name="stamp"]')?.getAttribute('content')?.replaceAll('\u00a0', ' ')).toBe(`C-2026-0001 · ${stamp}`)
    expect((await unpack(await toDocx(aDocument()))).get('word/header1.xml')?.replaceAll('\u00a0', ' ')).toContain(stamp)
  })

  test('are the same twice', async () => {
    expect(toHtml(aDocument())).toBe(toHtml(aDocument()))
    const [first, second] = [await unpack(await toDocx(aDocument())), await unpack(await toDocx(aDocument()))]
    const parts = ['word/styles.xml', 'word/numbering.xml', 'word/header1.xml', 'word/footer1.xml']
    for (const part of parts) expect(first.get(part)).toBe(second.get(part))
    // Word numbers bookmarks and drawings through the life of the process
    const plain = (files: Map<string, string>) => (files.get('word/document.xml') ?? '').replace(/ (?:w:)?id="\d+"| r:(?:id|embed)="[^"]+"/g, '')
    expect(plain(first)).toBe(plain(second))
  })
})

describe('the dossier', () => {
  test('carries purpose, ground, recipients, maker and log line on its first page', () => {
    const cover = htmlOf(aDocument()).querySelector('.cover')?.textContent ?? ''
    for (const part of ['Vertrouwelijk', 'C-2026-0001', 'RIEC-casus voorbereiden', 'art.\u00a0172 Gemeentewet', 'Z-2026-118', 'RIEC Midden-Nederland', 'A. Analist', '21-11-2026', '42', 'Feiten en interpretatie staan gescheiden']) {
      expect(cover).toContain(part)
    }
  })

  test('keeps hypotheses out of the facts, and facts out of the interpretation', async () => {
    const document = aDocument()
    const [fact, hypothesis] = ['gevestigd op Markerkant 12', 'De wisseling van bestuur']
    const page = htmlOf(document)
    expect(sectionText(page, 'Feiten')).toContain(fact)
    expect(sectionText(page, 'Feiten')).not.toContain(hypothesis)
    expect(sectionText(page, 'Interpretatie')).toContain(hypothesis)
    expect(sectionText(page, 'Interpretatie')).not.toContain('sinds 1 februari 2021')
    const paragraphs = (await docxParagraphs(await toDocx(document))).map(({ text }) => text)
    const at = (text: string) => paragraphs.findIndex((paragraph) => paragraph.includes(text))
    const heading = paragraphs.lastIndexOf('9\tInterpretatie en hypothesen')
    expect([at('F1\t'), at('F2\t')].every((place) => place > 0 && place < heading)).toBe(true)
    expect(at('H1\t')).toBeGreaterThan(heading)
  })

  test('numbers its sources in order of mention, and every citation leads to one', () => {
    const page = htmlOf(aDocument())
    const list = [...page.querySelectorAll('tr[id^="bron-"]')]
    expect(list.map((row) => row.querySelector('td')?.textContent)).toEqual(list.map((_row, place) => String(place + 1)))
    expect([...(list[0]?.querySelectorAll('td') ?? [])].map((cell) => cell.textContent)).toEqual(['1', 'kvk_uittreksel_q3.xlsx', 'Blad1', '101', 'KVK', '01-10-2026'])
    const cited = [...page.querySelectorAll('a[href^="#bron-"]')].map((link) => link.getAttribute('href')?.slice(1) ?? '')
    expect(cited.length).toBeGreaterThan(0)
    for (const id of cited) expect(page.getElementById(id)).not.toBeNull()
  })

  test('explains scores with parts that add up, and says what they are not', () => {
    const text = sectionText(htmlOf(aDocument()), 'Context')
    for (const part of ['Aandacht, geen vermoeden', 'geen vermoeden en geen bewijs', '8,3\u00a0%', 'Buurt Markerkant (BU00340707)', 'Aandacht: hoger.', '+0,82', '+0,42', '+1,24', '<5 op 1.170', 'Vergunning geweigerd (geen levering)']) {
      expect(text).toContain(part)
    }
  })

  test('says whether a score played a role, or that nobody said so yet', () => {
    const context = (overrides: Parameters<typeof aCaseFile>[0]) => sectionText(htmlOf(aDocument(overrides)), 'Context')
    expect(context({})).toContain('Of een aandachtscore een rol speelde, is nog niet vastgelegd.')
    expect(context({ scoreRole: { played: 'choice', explanation: 'De wijk stond hoog.', at: facts.at, by: 'Toetser' } })).toContain('Een aandachtscore speelde mee bij de keuze om hier te kijken. De wijk stond hoog.')
  })

  test('never shows a BSN, wherever it was typed or delivered', async () => {
    const typed = `met nummer ${BSN} erin`
    const signal = { ...aCaseFile().signals[0], content: typed, number: 'S-1', department: 'A', kind: 'b', phenomenon: '', from: null, to: null, subject: 'x', source: aSource(3, 1) }
    const document = aDocumentOf({ ...facts, by: typed, recipients: typed, purpose: { ...facts.purpose, caseNumber: BSN } }, {
      title: typed, occasion: typed, goal: typed, remarks: [typed], signals: [signal], statements: [aStatement(1, 'fact', typed, [aSource(1, 1)]), aStatement(2, 'hypothesis', typed, [])],
    })
    expect(toHtml(document)).not.toContain(BSN)
    const files = await unpack(await toDocx(document))
    expect([...files].filter(([name, text]) => name.endsWith('.xml') && text.includes(BSN)).map(([name]) => name)).toEqual([])
  })

  test('of an empty case has every section, with a sentence where there is nothing', () => {
    const page = htmlOf(aDocument({ occasion: '', goal: '', picture: { nodes: [], links: [] }, subjects: [], statements: [], timeline: [], signals: [], scores: [], remarks: [] }))
    expect(page.querySelectorAll('h2')).toHaveLength(headings.length)
    for (const heading of headings) expect(sectionText(page, heading).length).toBeGreaterThan(heading.length + 5)
  })
})

describe('the page', () => {
  test('is Dutch, self-contained and without scripts, whatever a source holds', () => {
    const html = toHtml(aDocument({ title: '<script>alert(1)</script> & “co”', occasion: '</style><img src=x onerror=alert(1)>' }))
    const document = new DOMParser().parseFromString(html, 'text/html')
    expect(document.documentElement.lang).toBe('nl')
    expect(document.querySelectorAll('script, link, iframe, object, img, [onerror], [onload]')).toHaveLength(0)
    expect(html).not.toMatch(/(?:src|href)="https?:|url\((?!data:)/)
    expect(document.querySelector('h1')?.textContent).toContain('<script>')
  })

  test('has real tables and a picture with words', () => {
    const page = htmlOf(aDocument())
    for (const table of page.querySelectorAll('table')) {
      expect(table.querySelector('caption')?.textContent).not.toBe('')
      expect([...table.querySelectorAll('thead th')].every((head) => head.getAttribute('scope') === 'col')).toBe(true)
    }
    expect(page.querySelector('figure svg')?.getAttribute('role')).toBe('img')
    expect(page.querySelector('figure svg')?.getAttribute('aria-label')).toContain('2 adressen, 2 bedrijven, 2 personen en 6 relaties')
  })
})

describe('the Word document', () => {
  test('is Dutch, repeats table heads, describes the picture and numbers its pages', async () => {
    const files = await unpack(await toDocx(aDocument()))
    expect(files.get('word/styles.xml')).toContain('<w:lang w:val="nl-NL"')
    const body = files.get('word/document.xml') ?? ''
    expect(body.match(/<w:tblHeader\/>/g)?.length).toBeGreaterThanOrEqual(7)
    expect(body).toContain('descr="Netwerkbeeld van C-2026-0001: 2 adressen')
    expect([...files].filter(([name]) => name.startsWith('word/footer')).map(([, xml]) => xml).join('')).toContain('NUMPAGES')
  })
})

test.each(['\u000b', '\u0001', '\ud800', '\ufffe'])('a text with %j, as pasted or delivered, does not keep a document from being opened', async (odd) => {
  const text = `Glas${odd}handel`
  const document = aDocument({ title: text, occasion: text, statements: [aStatement(1, 'fact', text, [aSource(1, 1)])] })
  for (const [name, xml] of await unpack(await toDocx(document))) {
    if (/\.(?:xml|rels)$/.test(name)) expect(new DOMParser().parseFromString(xml, 'text/xml').getElementsByTagName('parsererror'), name).toHaveLength(0)
  }
  expect(toHtml(document)).toContain('Glashandel')
})

test('a report of the police stands question by question, what it leaves open too, and a closed case says with what it closed', () => {
  const report = aReport({ answers: { ...answersOf('Geen.'), minors: 'Twee kinderen, 4 en 6 jaar.', weapons: '' }, minors: 'present' })
  const document = aDocument({
    reports: [{ report, addressLabel: 'Markerkant 12', open: ['weapons'], changedAt: NOW, changedBy: 'Toetser' }],
    closing: { result: 'De vergunning is ingetrokken.', retentionClass: 'regular', monitoringUntil: '2027-02-28', years: 5, keptUntil: '2032-02-28', closedAt: NOW, closedBy: 'Toetser' },
  })
  const page = htmlOf(document)
  for (const part of ['Markerkant 12', 'PL0900-2026-118', 'aanwezig. Twee kinderen', 'Strafrechtelijk', 'onder a UAVG', 'Niet beantwoord', '11 van 12', 'Advies: sluiting']) expect(sectionText(page, 'Bestuurlijke rapportage')).toContain(part)
  for (const part of ['De vergunning is ingetrokken.', '28-02-2027', '5 jaar']) expect(sectionText(page, 'Afsluiting')).toContain(part)
})

test('a proposal names each partner with what is asked and on which ground, and says what it still lacks', () => {
  const saved = { changedAt: NOW, changedBy: 'Toetser' }
  const proposal = { processStep: 'Huisvesting en geldstroom.', urgency: 'danger' as const, urgencyReason: 'Brandgevaar.', proportionality: 'Alleen wat over het pand gaat.', subsidiarity: '', lead: 'Regisseur ondermijning', ...saved }
  const request = { partner: 'tax-authority' as const, reason: 'De omzet past niet.', information: 'Aangiften over 2025.', ground: 'Wgs', ...saved }
  const words = sectionText(htmlOf(aDocument({ proposal, partnerRequests: [request] })), 'Casusvoorstel')
  for (const part of ['direct gevaar: Brandgevaar.', 'Regisseur ondermijning', 'Belastingdienst', 'De omzet past niet.', 'Aangiften over 2025.', 'Wgs', 'Huisvesting en geldstroom.', 'Alleen wat over het pand gaat.', 'Nog niet ingevuld: subsidiariteit.', '6 knopen en 6 relaties, versie']) {
    expect(words).toContain(part)
  }
  expect(sectionText(htmlOf(aDocument({ status: 'draft' })), 'Casusvoorstel')).toBe('')
})
