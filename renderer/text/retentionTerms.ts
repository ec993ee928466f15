import type { ScoreTerms } from '#shared/contract/scoreTerms.ts'
import { formatCount } from '#shared/text/format.ts'
import { caseDestroyingText, type DestroyingWords } from './destruction.ts'

const months = (count: number) => formatCount(count, 'maand', 'maanden')
const sets = (count: number) => formatCount(count, 'set', 'sets')

export const retentionTermsText = {
  title: 'Wat hoe lang bewaard blijft',
  why: 'Niets gaat vanzelf weg: de een vraagt de vernietiging, een ander besluit, en het bewijs blijft. De termijnen stelt de beheerder in (resources/retention.json).',
  columns: { what: 'Wat', term: 'Termijn', from: 'Telt vanaf', due: 'Te vernietigen', where: 'Waar' },
  scores: {
    title: 'Aandachtscores',
    list: 'Sets scores ouder dan de termijn',
    why: (kept: number) => `Een set scores blijft ${months(kept)} nadat hij voor het laatst is berekend. Nieuwere sets blijven zoals ze zijn, ook waar ze op een oudere rusten.`,
    columns: { set: 'Set', at: 'Laatst berekend', by: 'Door', indicators: 'Indicatorenset', fate: 'Wat ermee gebeurt' },
    fate: (stays: ScoreTerms['sets'][number]['stays']) => (stays === null ? 'te vernietigen' : `blijft: ${stays === 'standing' ? 'geldt nu' : 'speelde een rol in een casus'}`),
    none: 'Geen set scores is ouder dan de termijn.',
    noneDue: 'Er zijn op dit moment geen sets scores te vernietigen.',
    standing: 'De set die nu geldt, is ouder dan de termijn. Bereken de scores opnieuw; daarna staat hij hier als te vernietigen.',
    due: (count: number) => `Te vernietigen: ${sets(count)}`,
    waiting: (count: number) => `De aanvraag gaat over ${sets(count)}. Wat sindsdien in een casus een rol kreeg, blijft.`,
  },
} as const

export const scoresDestroyingText: DestroyingWords = {
  title: 'Vernietigen',
  why: '',
  ask: 'Vernietiging vragen…',
  dialog: {
    ...caseDestroyingText.dialog,
    why: 'De scores, hun opbouw en de tellingen waaruit zij volgen gaan weg; aantal en een controlegetal blijven als bewijs. Uitgevoerde bestanden en reservekopieën buiten deze kluis vernietigt u zelf.',
    field: 'Waarom mogen de scores weg?',
  },
  destroy: 'Scores vernietigen…',
  sure: 'Dit kan niet ongedaan worden gemaakt.',
  proofs: 'Vernietigde scores',
}
