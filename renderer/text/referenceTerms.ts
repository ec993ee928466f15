import type { ReferenceTerm, ReferenceTerms } from '#shared/contract/referenceTerms.ts'
import type { ReferenceOutcome, ReferenceTermShown } from '#shared/model/referenceTerm.ts'
import { formatCount, formatDate, formatDay, formatNumber } from '#shared/text/format.ts'
import { caseDestroyingText, type DestroyingWords } from './destruction.ts'

const references = (count: number) => formatCount(count, 'verwijzing', 'verwijzingen')

export const referenceTermsText = {
  title: 'Verwijzingen zonder casus',
  why: ({ kept, review }: ReferenceTerms['months']) =>
    `Een verwijzing die in geen casus staat, blijft ${formatCount(kept, 'maand', 'maanden')} na de laatste bevestiging. Een levering die haar weer noemt, bevestigt haar vanzelf. Is dat ${formatCount(review, 'maand', 'maanden')} niet gebeurd, vraag dan de afdeling of zij er nog achter staat.`,
  show: 'Tonen',
  shown: { review: (count: number) => `Te beoordelen (${formatNumber(count)})`, due: (count: number) => `Te vernietigen (${formatNumber(count)})` } satisfies Record<ReferenceTermShown, (count: number) => string>,
  department: 'Afdeling',
  every: 'Alle afdelingen',
  columns: { subject: 'Adres of bedrijf', department: 'Afdeling', kind: 'Soort', from: 'Sinds', confirmedOn: 'Bevestigd', destroyFrom: 'Te vernietigen vanaf', review: 'Laatst beoordeeld' },
  unknown: 'niet geplaatst',
  gone: (kind: string) => `${kind} (niet meer geleverd)`,
  reviewed: (review: ReferenceTerm['review']) => (review ? `${formatDay(review.at)} ${review.by}: ${referenceTermsText.outcome[review.outcome]}` : ''),
  outcome: { confirmed: 'bevestigd', unconfirmed: 'niet bevestigd' } satisfies Record<ReferenceOutcome, string>,
  none: { review: 'Niets te beoordelen.', due: 'Niets te vernietigen.' } satisfies Record<ReferenceTermShown, string>,
  more: (shown: number, total: number) => `De eerste ${formatNumber(shown)} van ${references(total)}; kies een afdeling om de rest te zien.`,
  chosen: (count: number) => (count === 0 ? 'Kies verwijzingen met de spatiebalk, of met Ctrl en klikken.' : `${references(count)} gekozen`),
  all: 'Alles kiezen',
  confirm: 'Bevestigen…',
  cannot: 'Niet bevestigd…',
  dialog: {
    confirmed: {
      title: 'Verwijzingen bevestigen',
      why: 'De termijn begint opnieuw. Een latere beoordeling ‘niet bevestigd’ maakt dit ongedaan.',
      field: 'Wie bevestigt het, en waarom?',
      error: 'Geef een reden van ten minste 20 tekens.',
      done: 'Bevestigen',
    },
    unconfirmed: {
      title: 'Niet bevestigd',
      why: 'De termijn loopt door; een eerdere bevestiging van een collega vervalt. Over een half jaar, of eerder als de termijn om is, staat de verwijzing hier weer.',
      field: 'Wat zei de afdeling, of waarom is er geen antwoord?',
      error: 'Geef een reden van ten minste 20 tekens.',
      done: 'Vastleggen',
    },
  },
  done: (count: number, outcome: ReferenceOutcome) => `${references(count)} ${referenceTermsText.outcome[outcome]}`,
  perDepartment: (department: string, due: number) => `${department}: ${references(due)}`,
  waiting: (count: number) => `De aanvraag gaat over ${references(count)}. Wat sindsdien is bevestigd of in een casus kwam, blijft.`,
  noneDue: 'Er zijn op dit moment geen verwijzingen te vernietigen.',
} as const

export const referencesDestroyingText: DestroyingWords = {
  title: 'Vernietigen',
  why: '',
  ask: 'Vernietiging vragen…',
  dialog: {
    ...caseDestroyingText.dialog,
    why: 'De verwijzingen, hun inhoud en wat ervan werd doorgezet gaan weg, ook uit netwerk en telling; aantallen en een controlegetal blijven als bewijs. Bestanden van de afdeling en reservekopieën buiten deze kluis vernietigt u zelf.',
    field: 'Waarom mogen de verwijzingen weg?',
  },
  destroy: 'Verwijzingen vernietigen…',
  sure: 'Dit kan niet ongedaan worden gemaakt.',
  proofs: 'Vernietigde verwijzingen',
}

/** A day of a reference as the list shows it; '' when it is not known. */
export function dayOrNone(day: string | null): string {
  return day === null ? '' : formatDate(day)
}
