import type { DestroyedKind, Destruction } from '#shared/model/destruction.ts'
import type { DueCounts } from '#shared/model/retention.ts'
import { formatCount } from '#shared/text/format.ts'

/** What there is some of: `1 casus, 2 signalen en 3 verwijzingen`. */
function listed(counts: readonly [count: number, one: string, many: string][]): string {
  return new Intl.ListFormat('nl').format(counts.flatMap(([count, one, many]) => (count > 0 ? [formatCount(count, one, many)] : [])))
}

export const retentionText = {
  title: 'Vernietigd',
  why: 'Wat vernietigd is, en wie daarover besloot. Een kopie van de kluis van daarvóór weet dat niet. Op deze werkplek vernietigt de toepassing het bij het openen van zo’n kopie opnieuw; voor een andere werkplek slaat u de lijst op en leest u haar daar in.',
  save: 'Lijst opslaan…',
  read: 'Lijst inlezen…',
  fileName: 'Vernietigingslijst.json',
  saved: (file: string, proofs: number) => `${formatCount(proofs, 'vernietiging', 'vernietigingen')} opgeslagen in ${file}`,
  done: (proofs: number, again: number) => (again === 0 ? `De lijst met ${formatCount(proofs, 'vernietiging', 'vernietigingen')} is ingelezen; niets ervan stond nog in deze kluis.` : `${formatCount(again, 'casus, signaal, verwijzing, Bibob-dossier of set scores stond nog in deze kluis en is alsnog', 'casussen, signalen, verwijzingen, Bibob-dossiers of sets scores stonden nog in deze kluis en zijn alsnog')} vernietigd.`),
  count: (proofs: number) => formatCount(proofs, 'vernietiging', 'vernietigingen'),
  columns: { number: 'Nummer', kind: 'Wat', at: 'Vernietigd', by: 'Besloten door', asked: 'Gevraagd door', ground: 'Grond', motive: 'Reden', held: 'Wat erin stond', hash: 'Controlegetal' },
  kind: { case: 'casus', signal: 'signaal', reference: 'verwijzingen', bibob: 'Bibob-dossier', score: 'scores', log: 'logregels' } satisfies Record<DestroyedKind, string>,
  ground: { term: 'termijn om', request: 'op verzoek' },
  none: 'Nog niets vernietigd.',
  again: (count: number) => `Deze kluis is een kopie van vóór een vernietiging. ${formatCount(count, 'casus, signaal, verwijzing, Bibob-dossier of set scores stond er nog in en is', 'casussen, signalen, verwijzingen, Bibob-dossiers of sets scores stonden er nog in en zijn')} bij het openen opnieuw vernietigd.`,
  againTitle: 'Opnieuw vernietigd',
  first: 'Deze kluis is op deze werkplek niet eerder geopend. Is het een teruggezette reservekopie, dan kan er iets in staan wat inmiddels is vernietigd: lees eerst de vernietigingslijst in, bij Verantwoording onder Vernietigd.',
  firstTitle: 'Nieuw op deze werkplek',
  toList: 'Naar Verantwoording',
  dueTitle: 'Te vernietigen',
  reviewTitle: 'Te beoordelen',
  due: ({ cases, signals, references, bibobDossiers, scores, logLines }: Omit<DueCounts, 'toReview'>) =>
    `${listed([[cases, 'casus', 'casussen'], [signals, 'signaal', 'signalen'], [references, 'verwijzing', 'verwijzingen'], [bibobDossiers, 'Bibob-dossier', 'Bibob-dossiers'], [scores, 'set scores', 'sets scores'], [logLines, 'logregel', 'logregels']])} ${cases + signals + references + bibobDossiers + scores + logLines === 1 ? 'wacht' : 'wachten'} op een besluit over vernietiging.`,
  toReview: (count: number) => `${formatCount(count, 'verwijzing is', 'verwijzingen zijn')} lang niet bevestigd en te beoordelen.`,
  toReferences: 'Naar Verwijzingen',
  toTerms: 'Naar Bewaartermijnen',
  toCases: 'Naar Casussen',
  toSignals: 'Naar Wegen',
  toBibob: 'Naar Bibob',
} as const

/** One proof as the list shows it. */
export type ShownProof = Destruction & { kind: DestroyedKind }
