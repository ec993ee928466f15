import type { ComparedField, LedgerDeed, MergeEffect, PairTier, Party, ReviewPair, Verdict } from '#shared/contract/review.ts'
import { formatCount, formatDay, formatNumber, formatPercent } from '#shared/text/format.ts'

export const partyPlural: Record<Party, string> = { person: 'personen', company: 'bedrijven' }

export const verdictLabel: Record<Verdict, string> = { same: 'dezelfde', different: 'niet dezelfde', unsure: 'onzeker' }

export const pairTierLabel: Record<PairTier, string> = { exact: 'exact gelijk', normalised: 'gelijk na normaliseren', fuzzy: 'benaderend gelijk' }

const bsnWords: Record<NonNullable<ReviewPair['sameBsn']>, string> = { yes: 'ja', no: 'nee', unknown: 'onbekend: niet bij beide rijen bekend' }

const deedWords: Record<LedgerDeed['kind'], (deed: LedgerDeed) => string> = {
  verdict: (deed) => (deed.verdict === null ? '' : verdictLabel[deed.verdict]),
  merge: () => 'met de hand samengevoegd',
  split: () => 'losgemaakt',
  withdrawal: () => 'besluit ingetrokken',
}

/** Beoordelen: which rows are the same person or company. */
export const reviewText = {
  tabs: 'Wat u beoordeelt',
  tab: { address: 'Adressen', company: 'Bedrijven', person: 'Personen' },
  show: 'Welke paren',
  shown: { open: 'Te beoordelen', unsure: 'Onzeker', ledger: 'Besluiten' },
  keys: 'Beoordelen',
  remaining: (party: Party, count: number) => `nog ${formatCount(count, 'paar', 'paren')} ${partyPlural[party]}`,
  queue: (party: Party) => `Wachtrij ${partyPlural[party]}`,
  more: (count: number) => (count === 1 ? 'Nog één paar; het verschijnt als u verder komt.' : `Nog ${formatNumber(count)} paren; ze verschijnen als u verder komt.`),
  order: 'Bovenaan staat wat het meest verandert: eerst paren in een casus, dan die de meeste verbindingen bij elkaar brengen.',
  joins: (links: number, cases: number) => [formatCount(links, 'verbinding', 'verbindingen'), ...(cases === 0 ? [] : [formatCount(cases, 'casus', 'casussen')])].join(' · '),
  empty: {
    open: { title: 'Niets te beoordelen', why: 'Alle mogelijke gelijken zijn beoordeeld. Na een nieuwe levering en koppeling kunnen er nieuwe bij komen.' },
    unsure: { title: 'Geen onzekere paren', why: 'Hier komen paren waarvan u het nog niet weet.' },
  },
  none: 'Kies een paar in de wachtrij.',
  pair: {
    title: (party: Party) => (party === 'person' ? 'Is dit dezelfde persoon?' : 'Is dit hetzelfde bedrijf?'),
    place: (at: number, of: number) => `paar ${formatNumber(at)} van ${formatNumber(of)}`,
    field: 'Gegeven',
    left: 'Links',
    right: 'Rechts',
    outcome: 'Vergelijking',
    weight: 'Gewicht',
    total: 'Samen',
    bsn: 'Zelfde BSN',
    bsnWords: (same: NonNullable<ReviewPair['sameBsn']>) => bsnWords[same],
    unknown: 'niet bekend',
    rows: (count: number) => (count === 1 ? 'één bronrij' : `deze en ${formatCount(count - 1, 'andere bronrij', 'andere bronrijen')}`),
    weighed: (completeness: number) => `${formatPercent(completeness)} van de gegevens staat aan beide kanten; gewicht in bits`,
    byHand: 'Dit paar is met de hand gekozen; de koppeling heeft het niet gewogen.',
    oneEntity: 'Deze rijen vormen nu samen één ingang.',
    forbidden: 'Deze twee kunnen niet dezelfde zijn',
    decided: (deed: LedgerDeed) => `Besloten: ${deedWords[deed.kind](deed)}`,
    decidedBy: (deed: LedgerDeed) => `Door ${deed.by} op ${formatDay(deed.at)}${deed.reason === '' ? '.' : `: ${deed.reason}`}`,
    swap: 'Volgende paar',
  },
  spoken: (pair: ReviewPair): string => {
    const named = (outcome: ComparedField['outcome']) => pair.fields.filter((field) => field.outcome === outcome).map(({ label }) => label.toLowerCase())
    const part = (words: string, labels: readonly string[]) => (labels.length === 0 ? '' : ` ${words}: ${labels.join(', ')}.`)
    const bsn = pair.sameBsn === null ? '' : ` Zelfde BSN: ${bsnWords[pair.sameBsn]}.`
    return `${pair.left.label}, ${pair.left.detail}, en ${pair.right.label}, ${pair.right.detail}.${part('Gelijk', named('equal'))}${part('Lijkt', named('alike'))}${part('Verschilt', named('different'))}${part('Aan één kant onbekend', named('missing'))}${bsn} Samen ${formatCount(pair.effect.leftLinks + pair.effect.rightLinks, 'verbinding', 'verbindingen')}.`
  },
  effect: {
    title: 'Wat samenvoegen verandert',
    links: (left: number, right: number) => `${formatCount(left, 'verbinding', 'verbindingen')} links en ${formatCount(right, 'verbinding', 'verbindingen')} rechts komen aan één ingang.`,
    inShort: ({ leftLinks, rightLinks, cases, departments }: MergeEffect) =>
      `Samenvoegen: ${formatCount(leftLinks, 'verbinding', 'verbindingen')} links en ${formatNumber(rightLinks)} rechts aan één ingang · ${cases.length === 0 ? 'geen casus' : formatCount(cases.length, 'casus', 'casussen')} · ${departments.length === 0 ? 'bij geen afdeling bekend' : `bekend bij ${formatCount(departments.length, 'afdeling', 'afdelingen')}`}`,
    left: 'Alleen links',
    both: 'Allebei',
    right: 'Alleen rechts',
    nothing: 'niets',
    moreNeighbours: (count: number) => `en nog ${formatNumber(count)}`,
    departments: 'Bekend bij afdelingen',
    department: 'Afdeling',
    places: (count: number) => (count === 0 ? 'geen hit' : formatCount(count, 'plek', 'plekken')),
    departmentsWhy: 'Plekken waarmee links of rechts een verbinding heeft en die de afdeling kent.',
    noDepartments: 'Geen afdeling kent een van deze plekken.',
    cases: 'Casussen',
    noCases: 'Geen casus noemt een van beide.',
    scores: 'Tellingen',
    scoresWhy: (areas: readonly string[], branches: readonly string[]) =>
      `Tellingen kunnen wijzigen in ${[...(areas.length === 0 ? [] : [`buurt ${areas.join(', ')}`]), ...(branches.length === 0 ? [] : [`SBI ${branches.join(', ')}`])].join(' en ')}. Scores veranderen pas als u ze opnieuw berekent.`,
    noScores: 'Geen buurt of branche telt een van beide mee.',
  },
  act: {
    same: 'Ja, dezelfde',
    unsure: 'Onzeker',
    different: 'Nee, niet dezelfde',
    undo: 'Terugnemen',
    reason: 'Reden',
    reasonHint: 'Waaruit blijkt het? · R',
    reasonStays: 'De reden blijft staan voor het volgende paar',
    reasonWhy: 'Ten minste drie letters; de reden komt bij het besluit te staan.',
    reasonFirst: 'Kies of schrijf eerst een reden; die komt bij het besluit te staan.',
    reasons: 'Vaste redenen',
    quickReasons: ['Gegevens vergeleken', 'Nagezocht in de bron', 'Bekend uit het dossier', 'Nagevraagd'],
    reasonOf: (reason: string) => `Reden: ${reason.toLowerCase()}`,
    undoneReason: 'direct teruggenomen',
    withdrawnReason: 'bij nader inzien',
    reasonKey: 'Reden invullen',
    next: 'Volgend paar',
    previous: 'Vorig paar',
    withdraw: 'Besluit intrekken',
    label: 'Oordeel',
  },
  done: (verdict: Verdict) => `Besloten: ${verdictLabel[verdict]}.`,
  undone: 'Het laatste besluit is ingetrokken.',
  nothingToUndo: 'Er is niets om terug te nemen.',
  applying: 'Besluiten worden in het netwerk verwerkt…',
  applied: 'Alle besluiten zijn in het netwerk verwerkt.',
  pending: (count: number) => (count === 1 ? 'Eén besluit is nog niet in het netwerk verwerkt.' : `${formatNumber(count)} besluiten zijn nog niet in het netwerk verwerkt.`),
  applyNow: 'Nu verwerken',
  ledger: {
    title: 'Besluiten',
    shown: (from: number, to: number, total: number) => `${formatNumber(from)}–${formatNumber(to)} van ${formatNumber(total)}`,
    older: 'Oudere besluiten',
    newer: 'Nieuwere besluiten',
    why: 'Ieder besluit blijft staan, ook als het is ingetrokken. Nieuwe leveringen volgen dezelfde besluiten.',
    none: 'Er is nog niets besloten.',
    at: 'Wanneer',
    by: 'Door',
    what: 'Besluit',
    left: 'Links',
    right: 'Rechts',
    reason: 'Reden',
    state: 'Toestand',
    holds: 'geldt',
    notFollowed: 'niet gevolgd: een bron spreekt het tegen',
    withdrawn: (at: string, by: string) => `vervallen ${formatDay(at)}, ${by}`,
    withdraw: 'Intrekken',
    words: (deed: LedgerDeed) => deedWords[deed.kind](deed),
  },
  sheet: {
    title: 'Mogelijk dezelfde',
    why: 'Nog door niemand beoordeeld. Telt niet mee in netwerk, scores en exports.',
    none: 'De koppeling ziet geen andere ingang die hierop lijkt.',
    compare: 'Vergelijken',
    split: 'Losmaken',
    splitOf: (place: string) => `Losmaken: ${place}`,
    splitTitle: 'Bronrij losmaken',
    splitWhat: (label: string, others: number) => `${label} wordt een eigen ingang. ${formatCount(others, 'andere bronrij blijft', 'andere bronrijen blijven')} bij elkaar. Rijen die precies hetzelfde zeggen gaan mee.`,
    splitLinks: 'Deze verbindingen gaan mee:',
    splitNoLinks: 'Er rusten geen verbindingen op deze rij.',
    splitDone: 'De bronrij is losgemaakt.',
    merge: 'Samenvoegen met…',
    mergeField: 'Naam of nummer',
    mergeHits: 'Gevonden',
    mergeNone: 'Niets gevonden.',
    mergeTitle: 'Met welke ingang samenvoegen?',
    mergeWhy: 'U vergelijkt eerst beide; er verandert niets voordat u ‘dezelfde’ kiest.',
  },
} as const
