import type { EntitySheet } from '#shared/contract/catalogue.ts'
import type { AuditEvent } from '#shared/model/audit.ts'
import { formatDay, formatMoment, formatPeriod } from '#shared/text/format.ts'
import { auditActionLabel, auditResultLabel, factCategoryLabel } from '#shared/text/terms.ts'
import { purposeLabel } from '../purposeLabels.ts'
import { accountSection, stampOf, type ExportFacts } from './account.ts'
import type { Block, PrintDocument } from './document.ts'
import { makeSourceRegister, sourceTable, type SourceRegister } from './sourceRegister.ts'
import { outgoing } from './outgoing.ts'

const guide =
  'Dit rapport helpt een verzoek om inzage te behandelen (art. 15 AVG). Beoordeel voor u het verstrekt of een uitzondering geldt (art. 41 UAVG) en lak ' +
  'gegevens van anderen weg. Namen van medewerkers staan er niet in; wie keek, staat in het logboek onder het nummer van de regel.'

/** The lines of the log that name somebody, and until when older ones went after their term; null where none did. */
export interface Looks {
  lines: readonly AuditEvent[]
  endedUntil: string | null
}

/** What there is about one person and who looked, as a document; what is walled off from its maker is named, not told. */
export function accessDocument(sheet: EntitySheet, looks: Looks, facts: ExportFacts): PrintDocument {
  const sources = makeSourceRegister()
  const told = factTable(sheet, sources)
  sources.numbers(sheet.records)
  return outgoing({
    kind: 'Inzagerapport',
    title: sheet.title,
    reference: facts.purpose.caseNumber,
    classification: 'Vertrouwelijk',
    stamp: stampOf(facts),
    cover: [
      { label: 'Betrokkene', value: [sheet.title, sheet.subtitle].filter((part) => part !== '').join(', ') },
      { label: 'Zaaknummer', value: facts.purpose.caseNumber },
      { label: 'Gemaakt door', value: facts.by },
      { label: 'Logregel', value: String(facts.logLine) },
    ],
    guide,
    sections: [
      { heading: 'Gegevens', tone: 'plain', blocks: [{ type: 'properties', items: sheet.properties }, told] },
      { heading: 'Bronnen', tone: 'plain', blocks: [sourceTable(sources)] },
      { heading: 'Raadplegingen', tone: 'plain', blocks: [...ended(looks), lookedAt(looks)] },
      { heading: 'Wat hier niet in staat', tone: 'plain', blocks: [notTold] },
      accountSection(facts, null),
    ],
  })
}

function factTable({ facts }: EntitySheet, sources: SourceRegister): Block {
  if (facts.length === 0) return { type: 'paragraph', text: ['Er zijn geen gedateerde feiten.'], role: 'note' }
  return {
    type: 'table',
    caption: 'Feiten, met de bronregel waaruit zij komen',
    columns: [{ heading: 'Soort', width: 16 }, { heading: 'Feit', width: 50 }, { heading: 'Periode', width: 24 }, { heading: 'Bron', width: 10 }],
    rows: facts.map(({ category, text, other, start, end, source }) => [
      [factCategoryLabel[category]],
      [[other?.label ?? '', text].filter((part) => part !== '').join(': ')],
      [formatPeriod(start, end)],
      [{ sources: [sources.number(source)] }],
    ]),
  }
}

function lookedAt({ lines, endedUntil }: Looks): Block {
  if (lines.length === 0) return { type: 'paragraph', text: [endedUntil === null ? 'Er is niet naar deze persoon gekeken.' : 'Sindsdien is niet naar deze persoon gekeken.'], role: 'note' }
  return {
    type: 'table',
    caption: 'Wanneer en waarvoor de gegevens zijn bekeken of gebruikt',
    columns: [{ heading: 'Regel', width: 10 }, { heading: 'Tijdstip', width: 22 }, { heading: 'Handeling', width: 26 }, { heading: 'Doel', width: 28 }, { heading: 'Afloop', width: 14 }],
    rows: lines.map(({ seq, at, action, purpose, result }) => [[String(seq)], [formatMoment(at)], [auditActionLabel[action]], [purposeLabel(purpose)], [auditResultLabel[result]]]),
  }
}

/** Of what went nobody can say whether this person was looked at. */
function ended({ endedUntil }: Looks): Block[] {
  return endedUntil === null ? [] : [{ type: 'paragraph', text: [`De regels tot en met ${formatDay(endedUntil)} zijn na hun bewaartermijn vernietigd; wie voor die tijd keek, staat nergens meer.`], role: 'note' }]
}

const notTold: Block = {
  type: 'list',
  items: [
    ['De inhoud van signalen, casussen en Bibob-onderzoek: die ziet de privacyfunctionaris niet. Vraag bij de regisseur en de Bibob-medewerker na of de betrokkene erin voorkomt.'],
    ['Zoekvragen op naam: een zoekvraag noemt een naam, geen persoon. Zoek in het logboek op de naam.'],
    ['Het burgerservicenummer: de kluis bewaart alleen een versleuteld kenmerk daarvan.'],
    ['Scores: die bestaan niet over personen.'],
  ],
}
