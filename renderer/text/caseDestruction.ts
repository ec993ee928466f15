import type { CaseDestruction } from '#shared/contract/caseDestruction.ts'
import { formatCount, formatMoment } from '#shared/text/format.ts'

export const destructionText = {
  title: 'Vernietigen',
  why: 'Een afgesloten casus waarvan de bewaartermijn om is, wordt vernietigd: de een vraagt het, een regisseur besluit, nooit dezelfde.',
  ask: 'Vernietiging vragen…',
  dialog: {
    title: 'Vernietiging vragen',
    why: 'Feiten, interpretatie, beelden en weergaven gaan weg; nummer, aantallen en een controlegetal blijven als bewijs. Dossiers en reservekopieën buiten deze kluis vernietigt u zelf.',
    field: 'Waarom mag de casus weg?',
    error: 'Geef een reden van ten minste 20 tekens, zoals de termijn die om is.',
    done: 'Vragen',
  },
  asked: (by: string, at: string) => `Gevraagd door ${by} op ${formatMoment(at)}.`,
  another: 'Een andere regisseur besluit.',
  destroy: 'Casus vernietigen…',
  refuse: 'Niet vernietigen',
  confirm: {
    title: (number: string) => `${number} vernietigen?`,
    why: 'Dit kan niet ongedaan worden gemaakt.',
    done: 'Vernietigen',
  },
  destroyed: (number: string) => `${number} is vernietigd`,
  proofs: 'Vernietigde casussen',
  proof: ({ number, destroyedAt, destroyedBy, askedBy, subjects, statements, exports }: CaseDestruction) =>
    `${number}: vernietigd op ${formatMoment(destroyedAt)} door ${destroyedBy}, gevraagd door ${askedBy}; ${formatCount(subjects, 'onderwerp', 'onderwerpen')}, ${formatCount(statements, 'uitspraak', 'uitspraken')}, ${formatCount(exports, 'export', 'exports')}`,
} as const
