import type { Proposal } from '#shared/model/proposal.ts'
import type { SetSummary, WeightProposal } from '#shared/model/scoreSet.ts'
import { formatCount, formatDate, formatMoment, formatNumber } from '#shared/text/format.ts'
import { monthsWords } from '#shared/text/halfLife.ts'

/** Scores with other weights, beside the official ones. */
export const whatIfText = {
  open: 'Wat als…',
  title: (phenomenon: string, subject: string) => `Wat als: ${phenomenon.toLowerCase()}, ${subject}`,
  tabs: { label: 'Wat als', weights: 'Andere weging', compare: 'Vergelijken', proposals: 'Voorstellen' },

  weights: {
    why: 'Dezelfde gegevens, anders gewogen. De uitkomst staat naast de officiële set en vervangt die nooit.',
    indicator: 'Indicator',
    official: 'Officieel',
    points: 'Punten',
    pointsOf: (label: string) => `Punten: ${label}`,
    unfit: '0 tot en met 100',
    halfLife: 'Halfwaardetijd',
    halfLifeOf: (label: string) => `Halfwaardetijd: ${label}`,
    months: monthsWords,
    ageless: 'geen leeftijd',
    halfLifeWhy: 'Halfwaardetijd: hoe lang het duurt tot een voorval voor de helft telt. Zonder halfwaardetijd telt het voluit tot het buiten de periode van zijn indicator valt.',
    sum: (points: number) => `Samen ${formatNumber(points)} punten`,
    scaled: 'Bij het rekenen tellen ze naar verhouding; een voorstel telt op tot 100.',
    none: 'Ten minste één indicator moet meetellen.',
    name: 'Naam van deze variant',
    nameHint: 'Bijvoorbeeld: meldingen half zo zwaar',
    nameMissing: 'Geef de variant een naam; zo vindt u haar terug.',
    run: 'Uitrekenen en bewaren',
    reset: 'Officiële waarden terugzetten',
    propose: 'Voorstellen als officieel…',
    computed: (label: string) => `${label} is uitgerekend en bewaard.`,
  },

  propose: {
    title: 'Andere officiële weging voorstellen',
    why: 'Een tweede persoon besluit: de regisseur of de privacyfunctionaris, nooit wie het voorstelt. Pas na goedkeuring geldt de weging, als nieuwe versie van de indicatorenset.',
    motive: 'Motivering',
    tooShort: 'Motiveer het voorstel in ten minste 20 tekens.',
    send: 'Voorstellen',
    sent: 'Het voorstel ligt klaar voor een tweede persoon.',
  },

  compare: {
    set: 'Vergelijk de officiële set met',
    kinds: { official: 'eerdere berekening', 'what-if': 'andere weging', past: 'stand van toen' } satisfies Record<SetSummary['kind'], string>,
    about: ({ at, by, indicatorSet }: SetSummary) => `${formatMoment(at)}, ${by}, indicatorenset ${indicatorSet}`,
    name: ({ label, referenceDate }: SetSummary) => label || `Stand ${formatDate(referenceDate)}`,
    none: { title: 'Er is nog niets om mee te vergelijken', why: 'Reken eerst een variant met andere gewichten of halfwaardetijden uit.' },
    filter: 'Rijen',
    all: (count: number) => `Alle ${formatNumber(count)}`,
    changed: (count: number) => `Andere klasse (${formatNumber(count)})`,
    table: (name: string) => `Officiële set naast ${name}`,
    columns: { name: 'Naam', rank: 'Nr.', score: 'Score', class: 'Klasse', otherRank: 'Nr. variant', otherScore: 'Score variant', otherClass: 'Klasse variant', shift: 'Plaatsen' },
    insufficient: 'onvoldoende',
    unchanged: 'Geen enkele klasse is anders.',
    reading: 'Scores zijn afgerond zoals in de lijst. Plaatsen: hoeveel plaatsen hoger (+) of lager (−) in de variant.',
    drop: 'Variant verwijderen',
    dropSure: 'Definitief verwijderen',
    dropped: 'De variant is verwijderd.',
  },

  proposals: {
    none: { title: 'Er zijn geen voorstellen', why: 'Kies bij Andere weging punten die optellen tot 100, of een halfwaardetijd, en stel ze voor.' },
    title: ({ id }: WeightProposal) => `Voorstel ${id}`,
    by: ({ by, at }: Proposal) => `${by}, ${formatMoment(at)}`,
    change: (label: string, from: number | undefined, to: number) => (from === undefined || from === to ? `${label}: ${to} punten` : `${label}: van ${from} naar ${to} punten`),
    halfLife: (label: string, from: number | null | undefined, to: number | null) =>
      `${label}: ${to === null ? 'zonder halfwaardetijd' : `halfwaardetijd ${monthsWords(to)}`}${from === undefined || from === to ? '' : ` (nu ${monthsWords(from)})`}`,
    state: { open: 'wacht op besluit', approved: 'goedgekeurd', rejected: 'afgewezen' } satisfies Record<WeightProposal['decision'], string>,
    decided: ({ decidedBy, decidedAt, version }: WeightProposal) =>
      `${decidedBy ?? ''}, ${decidedAt === null ? '' : formatMoment(decidedAt)}${version === null ? '' : `; sindsdien indicatorenset ${version}`}`,
    own: 'Dit is uw eigen voorstel. Een ander besluit erover.',
    notYours: 'De regisseur of de privacyfunctionaris besluit hierover.',
    motive: 'Motivering van het besluit',
    tooShort: 'Motiveer het besluit in ten minste 20 tekens.',
    approve: 'Goedkeuren',
    reject: 'Afwijzen',
    approved: (version: number | null) => `Goedgekeurd${version === null ? '' : `: indicatorenset ${version}`}. Bereken de scores opnieuw.`,
    rejected: 'Het voorstel is afgewezen.',
    open: (count: number) => formatCount(count, 'open voorstel', 'open voorstellen'),
  },
} as const
