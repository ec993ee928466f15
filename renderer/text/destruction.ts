import type { Destruction } from '#shared/model/destruction.ts'
import { formatCount, formatMoment } from '#shared/text/format.ts'

/** The words for one kind of thing that two people destroy. */
export interface DestroyingWords {
  title: string
  why: string
  ask: string
  dialog: { title: string; why: string; field: string; error: string; done: string }
  destroy: string
  sure: string
  proofs: string
}

const dialog = { title: 'Vernietiging vragen', error: 'Geef een reden van ten minste 20 tekens, zoals de termijn die om is.', done: 'Vragen' }

export const caseDestroyingText: DestroyingWords = {
  title: 'Vernietigen',
  why: 'Een afgesloten casus waarvan de bewaartermijn om is, wordt vernietigd: de een vraagt het, een regisseur besluit, nooit dezelfde.',
  ask: 'Vernietiging vragen…',
  dialog: {
    ...dialog,
    why: 'Feiten, interpretatie, beelden en weergaven gaan weg; nummer, aantallen en een controlegetal blijven als bewijs. Dossiers en reservekopieën buiten deze kluis vernietigt u zelf.',
    field: 'Waarom mag de casus weg?',
  },
  destroy: 'Casus vernietigen…',
  sure: 'Dit kan niet ongedaan worden gemaakt.',
  proofs: 'Vernietigde casussen',
}

/** For a closed case whose time is not over. */
export const caseErasingText: DestroyingWords = {
  ...caseDestroyingText,
  title: 'Wissen op verzoek',
  why: 'De bewaartermijn loopt nog. Vraagt een betrokkene om wissing (art. 17 AVG), dan kan deze casus eerder weg: de een vraagt het, een regisseur besluit, nooit dezelfde.',
  ask: 'Wissen op verzoek…',
  dialog: {
    ...caseDestroyingText.dialog,
    title: 'Wissen op verzoek vragen',
    why: `${caseDestroyingText.dialog.why} Noem in de reden het nummer van het verzoek en geen naam: zij blijft bewaard.`,
    field: 'Welk verzoek is het, en waarom wordt het ingewilligd?',
    error: 'Geef een reden van ten minste 20 tekens, met het nummer van het verzoek.',
  },
}

export const signalDestroyingText: DestroyingWords = {
  title: 'Bewaartermijn',
  why: 'Wat niet in behandeling is, wordt vernietigd als zijn termijn om is: de een vraagt het, een regisseur besluit, nooit dezelfde.',
  ask: 'Vernietiging vragen…',
  dialog: {
    ...dialog,
    why: 'Het signaal, zijn inhoud en de wegingen gaan weg; nummer, aantallen en een controlegetal blijven als bewijs. Het bestand van de afdeling en reservekopieën buiten deze kluis vernietigt u zelf.',
    field: 'Waarom mag het signaal weg?',
  },
  destroy: 'Signaal vernietigen…',
  sure: 'Dit kan niet ongedaan worden gemaakt.',
  proofs: 'Vernietigde signalen',
}

const heldWords: Record<string, [one: string, many: string]> = {
  subjects: ['onderwerp', 'onderwerpen'],
  statements: ['uitspraak', 'uitspraken'],
  reports: ['rapportage', 'rapportages'],
  interventions: ['interventie', 'interventies'],
  exports: ['export', 'exports'],
  steps: ['stap', 'stappen'],
  rows: ['bronrij', 'bronrijen'],
  references: ['verwijzing', 'verwijzingen'],
  applications: ['aanvraag', 'aanvragen'],
  partnerships: ['samenwerkingsverband', 'samenwerkingsverbanden'],
  scoreSets: ['set scores', 'sets scores'],
  logLines: ['logregel', 'logregels'],
}

/** How much it held of what: `5 onderwerpen, 1 uitspraak`; what it had none of is left out. */
export function heldText(held: Destruction['held']): string {
  const some = Object.entries(held).filter(([, count]) => count > 0)
  return some.length === 0 ? 'niets' : some.map(([what, count]) => formatCount(count, ...(heldWords[what] ?? [what, what]))).join(', ')
}

export const destroyingText = {
  asked: ({ askedBy, askedAt, ground }: Destruction) => `Gevraagd door ${askedBy} op ${formatMoment(askedAt)}${ground === 'request' ? ', op verzoek van een betrokkene (art. 17 AVG)' : ''}.`,
  another: 'Een andere regisseur besluit.',
  refuse: 'Niet vernietigen',
  confirm: { title: (number: string) => `${number} vernietigen?`, done: 'Vernietigen' },
  destroyed: (number: string) => `${number} is vernietigd`,
  proof: ({ number, destroyedAt, destroyedBy, askedBy, ground, held }: Destruction) =>
    `${number}: vernietigd op ${formatMoment(destroyedAt)} door ${destroyedBy}, gevraagd door ${askedBy}${ground === 'request' ? ' op verzoek van een betrokkene' : ''}; ${heldText(held)}`,
} as const
