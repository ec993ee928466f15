import type { SavedApplication } from '#shared/contract/bibobApplication.ts'
import type { SetPartnership } from '#shared/contract/businessPartnership.ts'
import type { BibobPath, BibobRelation, BibobRelations } from '#shared/contract/dossier.ts'
import type { ScoreRole } from '#shared/model/scoreRole.ts'
import { departmentWithContacts } from '#shared/text/contacts.ts'
import { capitalise, formatCount, formatDate, formatDay, formatPeriod } from '#shared/text/format.ts'
import { sharePercent } from '#shared/text/share.ts'
import { bibobRoleLabel, linkStrengthLabel } from '#shared/text/terms.ts'
import { accountSection, stampOf, type ExportFacts } from './account.ts'
import { annexSection, conclusionSections, decisionSections, questionSection } from './bibobApplicationSection.ts'
import { ownInvestigationForm } from './bibobForm.ts'
import { identificationBlocks, partyRows, type Identities } from './bibobIdentification.ts'
import type { Block, Cell, Inline, PrintDocument, Section } from './document.ts'
import { roleBlock } from './scoreSection.ts'
import { makeSourceRegister, sourceTable, type SourceRegister } from './sourceRegister.ts'
import { outgoing } from './outgoing.ts'

const guide =
  'Dit overzicht volgt leiding, zeggenschap en vermogen tot de natuurlijke personen aan het eind, uit de geleverde registers. “Is geweest” staat erbij. ' +
  'Zakelijke samenwerkingsverbanden worden niet afgeleid: die beoordeelt de Bibob-medewerker op feiten, met motivering. ' +
  'Een hit zegt dat een afdeling iets weet van een adres, niet wat.'

/** What an own investigation found: the relations in the registers, what was noted of the application, and what a human established. */
export interface BibobFindings {
  found: BibobRelations
  saved: SavedApplication | null
  partners: readonly SetPartnership[]
  /** what a score of an area or branch did; null when nobody was asked */
  role: ScoreRole | null
  identities: Identities
}

/** The own investigation as a document to print: the seven sections of the national form in their order, then the conclusion, the chart and the sources. */
export function bibobDocument({ found, saved, partners, role, identities }: BibobFindings, drawn: { svg: string; png: Uint8Array }, facts: ExportFacts): PrintDocument {
  const sources = makeSourceRegister()
  const { headings } = ownInvestigationForm()
  const behind = found.relations.filter(({ direction }) => direction === 'behind')
  const persons = behind.filter(({ key }) => key?.startsWith('person:'))
  const others = behind.filter(({ key }) => !key?.startsWith('person:'))
  const below = found.relations.filter(({ direction }) => direction === 'below')
  const sections: Section[] = [
    { heading: headings.party, tone: 'plain', blocks: [{ type: 'properties', items: partyRows(found, identities) }] },
    ...decisionSections(saved, headings),
    { heading: headings.remarks, tone: 'plain', blocks: [...remarks(found.remarks), ...hits(found.relations)] },
    questionSection(saved, headings.questions),
    {
      heading: headings.identification,
      tone: 'plain',
      blocks: [
        ...identificationBlocks(found, identities),
        ...relationBlocks('Hoe de natuurlijke personen zijn verbonden', persons, sources, 'Er zijn geen natuurlijke personen gevonden.'),
        ...relationBlocks('Hoe de bedrijven en overige financiers zijn verbonden', others, sources, 'Er zijn geen bedrijven of financiers gevonden.'),
        ...relationBlocks('Waaraan betrokkene leiding of vermogen geeft', below, sources, 'Er zijn geen ondernemingen gevonden waaraan betrokkene leiding of vermogen geeft.'),
        ...partnerBlocks(partners),
      ],
    },
    annexSection(saved, headings.annexes),
    { heading: 'Rol van aandachtscores', tone: 'plain', blocks: [roleBlock(role)] },
    ...conclusionSections(saved),
    chart(found, drawn),
  ]
  return outgoing({
    kind: 'Bibob: bevindingen eigen onderzoek',
    title: found.applicant.label,
    reference: facts.purpose.caseNumber,
    classification: 'Vertrouwelijk, Wet Bibob art. 28',
    stamp: stampOf(facts),
    cover: [
      { label: 'Betrokkene', value: `${found.applicant.label} (${found.applicant.detail})` },
      { label: 'Zaaknummer', value: facts.purpose.caseNumber },
      { label: 'Doel', value: facts.purpose.label },
      { label: 'Grondslag', value: facts.purpose.ground },
      { label: 'Datum', value: formatDay(facts.at) },
      { label: 'Opgesteld door', value: facts.by },
      { label: 'Logregel', value: String(facts.logLine) },
    ].filter(({ value }) => value !== ''),
    guide,
    sections: [...sections, { heading: 'Bronnen', tone: 'plain', blocks: [sourceTable(sources)] }, accountSection(facts, null)],
  })
}

function chart({ picture, relations }: BibobRelations, { svg, png }: { svg: string; png: Uint8Array }): Section {
  return {
    heading: 'Relatieschema',
    tone: 'plain',
    blocks: [
      {
        type: 'picture', svg, png,
        alt: `Relatieschema met ${formatCount(picture.nodes.length, 'knoop', 'knopen')} en ${formatCount(relations.length, 'relatie', 'relaties')}: boven betrokkene wie erachter staat, eronder waaraan betrokkene leiding of vermogen geeft. De tabellen hierna noemen ze alle.`,
        caption: 'Boven de betrokkene wie erachter staat, eronder waaraan de betrokkene leiding of vermogen geeft.',
      },
    ],
  }
}

function relationBlocks(heading: string, relations: readonly BibobRelation[], sources: SourceRegister, otherwise: string): Block[] {
  const table: Block = {
    type: 'table',
    caption: 'Wie, in welke rol en langs welke weg',
    columns: [{ heading: 'Naam', width: 23 }, { heading: 'Rol', width: 24 }, { heading: 'Aandeel', width: 9 }, { heading: 'Weg vanaf de betrokkene', width: 44 }],
    rows: relations.map((relation): Cell[] => [
      [{ strong: relation.label }, `\n${relation.detail}`],
      [roleText(relation)],
      [shareText(relation.share)],
      relation.paths.flatMap((path, place): Inline[] => [relation.paths.length === 1 ? '' : `${place === 0 ? '' : '\n'}Weg ${place + 1}. `, ...pathText(path, sources)]),
    ]),
  }
  return [{ type: 'heading', text: heading }, relations.length === 0 ? { type: 'paragraph', text: [otherwise], role: 'note' } : table]
}

/** Zakelijke samenwerkingsverbanden, each with who established it and why. */
function partnerBlocks(partners: readonly SetPartnership[]): Block[] {
  const heading: Block = { type: 'heading', text: 'Zakelijke samenwerkingsverbanden' }
  if (partners.length === 0) return [heading, { type: 'paragraph', text: ['Niet vastgesteld.'], role: 'note' }]
  const rows = partners.map(({ label, detail, start, end, motive, by, at }): Cell[] => [
    [{ strong: label }, `\n${detail}`], [start === null && end === null ? '' : formatPeriod(start, end)], [motive], [`${by}, ${formatDay(at)}`],
  ])
  const columns = [{ heading: 'Naam', width: 25 }, { heading: 'Periode', width: 15 }, { heading: 'Motivering', width: 42 }, { heading: 'Vastgesteld', width: 18 }]
  return [heading, { type: 'table', caption: 'Vastgesteld door de Bibob-medewerker, op feiten', columns, rows }]
}

const endText: Record<NonNullable<BibobRelation['end']>, string> = {
  person: '',
  entity: 'eind van de keten: geen aandeelhouders',
  unknown: 'eind van de keten: wie hierachter staat is niet bekend',
}

function roleText({ roles, isFormer, end }: BibobRelation): string {
  const role = capitalise(roles.map((one) => bibobRoleLabel[one]).join(', '))
  return [isFormer ? `${role} (is geweest)` : role, end === null ? '' : endText[end]].filter((part) => part !== '').join('\n')
}

/** `1/2 (50 %)`; the fraction is exact, the percentage is for the eye. */
function shareText(share: BibobRelation['share']): string {
  if (share === null) return ''
  return `${share.numerator}/${share.denominator}\n${sharePercent(share)}`
}

function pathText(path: BibobPath, sources: SourceRegister): Inline[] {
  return path.steps.flatMap((step, place): Inline[] => {
    const period = step.start === null && step.end === null ? '' : `, ${step.end === null && step.start !== null ? `sinds ${formatDate(step.start)}` : formatPeriod(step.start, step.end)}`
    const strength = step.strength === 'confirmed' ? '' : `, ${linkStrengthLabel[step.strength]}`
    return [`${place === 0 ? '' : ' → '}${step.label}: ${step.relation}${period}${strength} `, { sources: [sources.number(step.source)] }]
  })
}

function hits(relations: readonly BibobRelation[]): Block[] {
  const asked = relations.filter(({ departments }) => departments.length > 0)
  const table: Block = {
    type: 'table',
    caption: 'Hit of geen hit op de adressen waar de relatie nu woont of is gevestigd',
    columns: [{ heading: 'Relatie', width: 32 }, { heading: 'Hit bij', width: 40 }, { heading: 'Geen hit bij', width: 28 }],
    rows: asked.map(({ label, departments }): Cell[] => [
      [{ strong: label }],
      [departments.filter(({ isHit }) => isHit).map(departmentWithContacts).join('\n') || 'geen afdeling'],
      [departments.filter(({ isHit }) => !isHit).map(({ department }) => department).join(', ')],
    ]),
  }
  const note: Block = { type: 'paragraph', text: ['Neem voor de inhoud contact op met de genoemde functie, met uw zaaknummer.'], role: 'note' }
  const none: Block = { type: 'paragraph', text: ['Van geen van de relaties is een adres bekend.'], role: 'note' }
  return [{ type: 'heading', text: 'Wat de verwijzindex kent' }, ...(asked.length === 0 ? [none] : [table, note])]
}

/** What was found on the way, and what the registers could not say. */
function remarks(sentences: readonly string[]): Block[] {
  return sentences.length === 0 ? [{ type: 'paragraph', text: ['Geen.'], role: 'note' }] : [{ type: 'list', items: sentences.map((sentence) => [sentence]) }]
}
