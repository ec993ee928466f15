import type { Purpose } from '#shared/model/access.ts'
import { formatMoment } from '#shared/text/format.ts'
import type { Property, Section } from './document.ts'

/** What an export says of itself. */
export interface ExportFacts {
  at: string
  by: string
  recipients: string
  purpose: Purpose
  logLine: number
  /** SHA-256 over what was exported, before it became documents */
  contentHash: string
}

/** `A. Analist, 21-11-2026 10:00, logregel 42` */
export function stampOf({ by, at, logLine }: ExportFacts): string {
  return `${by}, ${formatMoment(at)}, logregel ${logLine}`
}

/** The last section: how to trace the document back to the log and the data. @param opened the purpose the case was opened for, when there is one */
export function accountSection(facts: ExportFacts, opened: { label: string; ground: string; caseNumber: string } | null): Section {
  const items: Property[] = [
    { label: 'Gemaakt op', value: `${formatMoment(facts.at)} door ${facts.by}` },
    { label: 'Doel van verstrekking', value: joined([facts.purpose.label, facts.purpose.ground, facts.purpose.caseNumber]) },
    ...(opened === null ? [] : [{ label: 'Geopend voor', value: joined([opened.label, opened.ground, opened.caseNumber]) }]),
    { label: 'Bestemd voor', value: facts.recipients },
    { label: 'Regel in het logboek', value: String(facts.logLine) },
    { label: 'Vingerafdruk inhoud', value: `SHA-256 ${facts.contentHash}` },
  ]
  return {
    heading: 'Verantwoording',
    tone: 'plain',
    blocks: [
      { type: 'properties', items: items.filter(({ value }) => value !== '') },
      {
        type: 'paragraph',
        text: [
          'Elke regel van de bronnenlijst wijst naar één rij van één geleverd blad en is in de kluis na te slaan. Burgerservicenummers staan niet in dit document. ' +
            'Deel het niet verder dan met de genoemde ontvangers.',
        ],
        role: 'note',
      },
    ],
  }
}

function joined(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' · ')
}
