import type { CaseFile, CaseSignal, Statement } from '#shared/contract/dossier.ts'
import { capitalise, formatCount, formatDate, formatDay, formatPeriod } from '#shared/text/format.ts'
import { linkWords } from '#shared/text/links.ts'
import { caseStatusLabel, entityKindLabel, entityKindPlural, linkStrengthLabel, phenomenonLabel, timelineCategoryLabel } from '#shared/text/terms.ts'
import { citation, type Block, type Cell, type Inline, type PrintDocument, type Property, type Section } from './document.ts'
import { accountSection, stampOf, type ExportFacts } from './account.ts'
import { scoreSection } from './scoreSection.ts'
import { closingSections, interventionSections, reportSections } from './outcomeSections.ts'
import { proposalSections } from './proposalSection.ts'
import { makeSourceRegister, sourceTable, type SourceRegister } from './sourceRegister.ts'
import { outgoing } from './outgoing.ts'

/** The network of the case as drawn for this export. */
export interface DrawnPicture {
  svg: string
  png: Uint8Array
}

const guide =
  'Feiten en interpretatie staan gescheiden. Wat onder Feiten staat, is door een medewerker vastgesteld en rust op de genoemde bronregels. ' +
  'Wat onder Interpretatie staat, is een veronderstelling en nog niet getoetst. Scores gaan over gebieden en branches, nooit over iemand.'

/** The dossier of a case as one document; the sources are numbered in the order in which they are mentioned. */
export function dossierDocument(file: CaseFile, drawn: DrawnPicture, facts: ExportFacts): PrintDocument {
  const sources = makeSourceRegister()
  const sections = [
    proseSection('Aanleiding', file.occasion),
    proseSection('Doel', file.goal),
    ...proposalSections(file),
    subjectSection(file),
    networkSection(file, drawn, sources),
    timelineSection(file, sources),
    signalSection(file.signals, sources),
    ...reportSections(file.reports),
    factSection(file.statements, sources),
    hypothesisSection(file.statements, sources),
    ...interventionSections(file.interventions),
    ...closingSections(file.closing),
    scoreSection(file.scores, file.phenomenon, file.scoreRole),
  ]
  const list: Section = { heading: 'Bronnen', tone: 'plain', blocks: [sourceTable(sources)] }
  return outgoing({
    kind: 'Casusdossier',
    title: file.title,
    reference: file.number,
    classification: 'Vertrouwelijk',
    stamp: stampOf(facts),
    cover: cover(file, facts),
    guide,
    sections: [...sections, list, accountSection(facts, file.purpose)],
  })
}

function cover(file: CaseFile, facts: ExportFacts): Property[] {
  return [
    { label: 'Casus', value: file.number },
    { label: 'Fenomeen', value: phenomenonLabel[file.phenomenon] },
    { label: 'Status', value: caseStatusLabel[file.status] },
    { label: 'Doel', value: facts.purpose.label },
    { label: 'Grondslag', value: facts.purpose.ground },
    { label: 'Zaaknummer', value: facts.purpose.caseNumber },
    { label: 'Bestemd voor', value: facts.recipients },
    { label: 'Datum', value: formatDay(facts.at) },
    { label: 'Opgesteld door', value: facts.by },
    { label: 'Logregel', value: String(facts.logLine) },
  ].filter(({ value }) => value !== '')
}

function proseSection(heading: string, text: string): Section {
  const paragraphs = text.split(/\n+/).map((part) => part.trim()).filter((part) => part !== '')
  return { heading, tone: 'plain', blocks: paragraphs.length === 0 ? [nothing('Niet ingevuld.')] : paragraphs.map((part) => ({ type: 'paragraph', text: [part] })) }
}

function nothing(sentence: string): Block {
  return { type: 'paragraph', text: [sentence], role: 'note' }
}

function subjectSection(file: CaseFile): Section {
  const kinds = ['address', 'company', 'person'] as const
  const blocks = kinds.flatMap((kind): Block[] => {
    const subjects = file.subjects.filter((subject) => subject.kind === kind)
    if (subjects.length === 0) return []
    const rows = subjects.map(({ label, detail, roles }): Cell[] => [[{ strong: label }], [detail], [roles.join('; ') || 'geen relatie in het beeld']])
    const columns = [{ heading: 'Onderwerp', width: 24 }, { heading: 'Gegevens', width: 34 }, { heading: 'Rol in dit dossier', width: 42 }]
    return [{ type: 'table', caption: capitalise(entityKindPlural[kind]), columns, rows }]
  })
  return { heading: 'Onderwerpen', tone: 'plain', blocks: blocks.length === 0 ? [nothing('Dit dossier heeft nog geen onderwerpen.')] : blocks }
}

function networkSection({ picture, number }: CaseFile, { svg, png }: DrawnPicture, sources: SourceRegister): Section {
  const labels = new Map(picture.nodes.map(({ key, label }) => [key, label]))
  const rows = picture.links.map((link): Cell[] => [
    [labels.get(link.from) ?? ''], [linkWords(link)], [labels.get(link.to) ?? ''], [day(link.start)], [day(link.end)], [linkStrengthLabel[link.strength]],
    [String(sources.number(link.source))],
  ])
  const kinds = (['address', 'company', 'person'] as const).map((kind) => formatCount(picture.nodes.filter((node) => node.kind === kind).length, entityKindLabel[kind], entityKindPlural[kind]))
  return {
    heading: 'Netwerk',
    tone: 'plain',
    blocks: [
      {
        type: 'picture', svg, png,
        alt: `Netwerkbeeld van ${number}: ${kinds.join(', ')} en ${formatCount(rows.length, 'relatie', 'relaties')}. De tabel hierna noemt ze alle.`,
        caption: 'Het netwerk zoals de opsteller het heeft vastgelegd.',
      },
      rows.length === 0
        ? nothing('In het beeld staan geen relaties.')
        : {
            type: 'table', caption: 'Relaties in het beeld',
            columns: [
              { heading: 'Van', width: 20 }, { heading: 'Relatie', width: 24 }, { heading: 'Naar', width: 18 }, { heading: 'Begin', width: 11 }, { heading: 'Einde', width: 11 },
              { heading: 'Sterkte', width: 10 }, { heading: 'Bron', width: 6, align: 'right' },
            ],
            rows,
          },
    ],
  }
}

function day(date: string | null): string {
  return date === null ? '' : formatDate(date)
}

function timelineSection({ timeline, remarks }: CaseFile, sources: SourceRegister): Section {
  const rows = timeline.map((entry): Cell[] => [
    [day(entry.date)], [day(entry.until)], [timelineCategoryLabel[entry.category]], [entry.text],
    [String(sources.number(entry.source))],
  ])
  const columns = [
    { heading: 'Datum', width: 12 }, { heading: 'Tot', width: 12 }, { heading: 'Soort', width: 15 }, { heading: 'Wat de bron zegt', width: 54 },
    { heading: 'Bron', width: 7, align: 'right' as const },
  ]
  const table: Block = rows.length === 0 ? nothing('Geen gedateerde gegevens over deze onderwerpen.') : { type: 'table', caption: 'Gedateerde gegevens uit de bronnen, oudste eerst', columns, rows }
  return { heading: 'Tijdlijn', tone: 'plain', blocks: [table, ...remarks.map(nothing)] }
}

function signalSection(signals: readonly CaseSignal[], sources: SourceRegister): Section {
  if (signals.length === 0) return { heading: 'Signalen', tone: 'plain', blocks: [nothing('Geen geldige signalen over deze onderwerpen.')] }
  const rows = signals.map((signal): Cell[] => [
    [signal.number],
    [{ strong: signal.department }, `\n${signal.kind}`],
    [signal.subject, ...observed(signal)],
    [signal.content || 'zonder inhoud geleverd'],
    [String(sources.number(signal.source))],
  ])
  const columns = [
    { heading: 'Signaal', width: 12 }, { heading: 'Afdeling en soort', width: 19 }, { heading: 'Over', width: 22 }, { heading: 'Inhoud zoals geleverd', width: 40 }, { heading: 'Bron', width: 7, align: 'right' as const },
  ]
  return {
    heading: 'Signalen',
    tone: 'plain',
    blocks: [
      { type: 'table', caption: 'Signalen van afdelingen', columns, rows },
      nothing('Een signaal is een melding, geen vaststelling. Wie meldde, staat niet in dit dossier.'),
    ],
  }
}

/** When it was seen; an open end of a signal says nothing of today. */
function observed({ from, to }: CaseSignal): Inline[] {
  if (from === null && to === null) return []
  return [`\n${to === null ? day(from) : formatPeriod(from, to)}`]
}

function factSection(statements: readonly Statement[], sources: SourceRegister): Section {
  const facts = statements.filter(({ type }) => type === 'fact')
  const block: Block = facts.length === 0 ? nothing('Er zijn nog geen feiten vastgesteld.') : { type: 'numbered', items: facts.map((fact, place) => stated(fact, `F${place + 1}`, sources)) }
  return { heading: 'Feiten', tone: 'plain', blocks: [block] }
}

function hypothesisSection(statements: readonly Statement[], sources: SourceRegister): Section {
  const hypotheses = statements.filter(({ type }) => type === 'hypothesis')
  const blocks: Block[] = hypotheses.length === 0
    ? [nothing('Er zijn geen hypothesen opgenomen.')]
    : [
        { type: 'paragraph', text: ['Dit zijn veronderstellingen van de opsteller. Zij zijn niet vastgesteld en kunnen onjuist zijn.'], role: 'note' },
        { type: 'numbered', items: hypotheses.map((hypothesis, place) => stated(hypothesis, `H${place + 1}`, sources)) },
      ]
  return { heading: 'Interpretatie en hypothesen', tone: 'interpretation', blocks }
}

function stated(statement: Statement, label: string, sources: SourceRegister): { label: string; text: Inline[]; note: string } {
  const cited = sources.numbers(statement.sources)
  const text: Inline[] = citation(cited) === '' ? [statement.text] : [`${statement.text} `, { sources: cited }]
  return { label, text, note: `${statement.by}, ${formatDay(statement.at)}` }
}
