import type { LogTerms } from '#shared/contract/logTerms.ts'
import type { ScoreTerms } from '#shared/contract/scoreTerms.ts'
import { formatCount, formatDate, formatDay, formatNumber } from '#shared/text/format.ts'
import { caseDestroyingText, type DestroyingWords } from './destruction.ts'

const months = (count: number) => formatCount(count, 'maand', 'maanden')
const sets = (count: number) => formatCount(count, 'set', 'sets')

export const retentionTermsText = {
  title: 'Wat hoe lang bewaard blijft',
  why: 'Niets gaat vanzelf weg: de een vraagt de vernietiging, een ander besluit, en het bewijs blijft. De termijnen stelt de beheerder in (resources/retention.json).',
  more: 'Naar het handboek',
  columns: { what: 'Wat', term: 'Termijn', from: 'Telt vanaf', due: 'Te vernietigen', where: 'Waar' },
  bibob: {
    title: 'Bibob-dossiers',
    why: (years: number) => `Een Bibob-dossier blijft ${formatCount(years, 'jaar', 'jaar')} na het besluit. Hier staat alleen het zaaknummer; van wie het is, ziet alleen de Bibob-medewerker.`,
    none: 'Er zijn op dit moment geen Bibob-dossiers te vernietigen.',
    undecided: (count: number) => `Onder ${formatCount(count, 'zaaknummer', 'zaaknummers')} staat geen besluit; daarvoor loopt geen termijn.`,
    kept: (decided: string, until: string) => `Besluit van ${formatDate(decided)}; te bewaren tot en met ${formatDate(until)}.`,
  },
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
  log: {
    title: 'Logboek',
    why: ({ months: kept, destructionMonths }: LogTerms) => `Een regel blijft ${months(kept)}, een regel die een vernietiging bewijst ${months(destructionMonths)}. Alleen de oudste regels gaan weg, in één keer; wat erna komt blijft te controleren.`,
    due: ({ from, until, firstAt, lastAt, going, staying }: NonNullable<LogTerms['due']>) =>
      `Te oud: regel ${formatNumber(from)} (${formatDay(firstAt)}) tot en met ${formatNumber(until)} (${formatDay(lastAt)}). Weg ${going === 1 ? 'gaat' : 'gaan'} ${formatCount(going, 'regel', 'regels')}${staying === 0 ? '' : `; ${formatCount(staying, 'regel die een vernietiging bewijst, blijft', 'regels die een vernietiging bewijzen, blijven')}`}.`,
    none: 'Er zijn op dit moment geen logregels te vernietigen.',
    waiting: (asked: NonNullable<LogTerms['asked']>) => `De aanvraag gaat tot en met regel ${formatNumber(asked.subjectId)}: ${formatCount(asked.going, 'regel', 'regels')}.`,
    save: 'Moeten de regels elders bewaard blijven, sla het logboek dan eerst op (tabblad Logboek, Opslaan…).',
  },
} as const

export const linesDestroyingText: DestroyingWords = {
  title: 'Vernietigen',
  why: '',
  ask: 'Vernietiging vragen…',
  dialog: {
    ...caseDestroyingText.dialog,
    why: 'De oudste regels gaan weg, en daarmee wie toen waarnaar keek. Aantal en controlegetal blijven als bewijs; opgeslagen logboeken en reservekopieën buiten deze kluis vernietigt u zelf.',
    field: 'Waarom mogen de regels weg?',
  },
  destroy: 'Logregels vernietigen…',
  sure: 'Dit kan niet ongedaan worden gemaakt. Het logboek wordt eerst in zijn geheel gecontroleerd; klopt het niet, dan gaat er niets weg.',
  proofs: 'Vernietigde logregels',
}

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

export const dossierDestroyingText: DestroyingWords = {
  title: 'Vernietigen',
  why: '',
  ask: 'Vernietiging vragen…',
  dialog: {
    ...caseDestroyingText.dialog,
    why: 'De aanvraag met haar dagen, conclusie en motivering gaat weg, en wie als samenwerkingsverband is vastgesteld; zaaknummer, aantallen en een controlegetal blijven als bewijs. Stukken, een LBB-advies en reservekopieën buiten deze kluis vernietigt u zelf.',
    field: 'Waarom mag het dossier weg?',
  },
  destroy: 'Dossier vernietigen…',
  sure: 'Dit kan niet ongedaan worden gemaakt. Op het blad van de betrokkene staat daarna niet meer dat er een onderzoek was.',
  proofs: 'Vernietigde Bibob-dossiers',
}
