import { formatCount, formatDate, formatNumber, formatPercent } from '#shared/text/format.ts'
import { WHOLE_MUNICIPALITY } from '#shared/text/terms.ts'
import type { AttentionClass, Explanation, ScorePart, ScoreSource, ShownCount } from '#shared/model/score.ts'

/** `<5` outside a case, else the figure. */
export function shownCount(count: ShownCount): string {
  return typeof count === 'number' ? formatNumber(count) : count
}

type Faded = NonNullable<ScorePart['faded']>

/** Words that Gebieden and Branches share. */
export const scoresText = {
  phenomenon: 'Fenomeen',
  level: 'Niveau',
  facts: (classes: readonly AttentionClass[], what: string, referenceDate: string, set: number) =>
    [
      `${formatNumber(classes.length)} ${what}`,
      `${formatNumber(countOf(classes, 'higher'))} hoger`,
      `${formatNumber(countOf(classes, 'insufficient'))} onvoldoende gegevens`,
      `stand ${formatDate(referenceDate)}`,
      `indicatorenset ${set}`,
    ].join(' · '),
  none: { title: 'Er zijn nog geen aandachtscores', why: 'Lees de bronnen in, koppel ze en bereken daarna de scores; na een nieuwe versie van de toepassing opnieuw. Er wordt alleen over gebieden en branches gerekend, nooit over personen of adressen.' },
  run: 'Scores berekenen',
  runAgain: 'Opnieuw berekenen',
  stale: 'Sinds de berekening zijn er gegevens gewijzigd of indicatoren aangepast. Aantallen hier zijn die van toen; rijen zijn die van nu.',
  indicators: 'Indicatoren',
  close: 'Onderbouwing sluiten',
  columns: {
    rank: 'Nr.',
    interval: 'Score met interval',
    score: 'Score',
    observed: 'Waarn.',
    class: 'Klasse',
    completeness: 'Volledig',
    peers: 'Vergeleken met',
  },
  rankTitle: (rank: number, lower: number, upper: number) => `plaats ${rank}, met 90 % zekerheid tussen ${lower} en ${upper}`,
  intervalWords: (score: number, lower: number, upper: number) => `${formatNumber(score, 2)} (${formatNumber(lower, 2)} – ${formatNumber(upper, 2)})`,
  insufficientAlone: 'onvoldoende gegevens',
  insufficientShort: 'onvoldoende',
  unsure: 'gestippeld: onzeker',
  unsureWhy: 'Het 90 %-interval is breder dan de hele klasse gemiddeld; de score laat elke klasse open.',
  reading: 'Streep: 90 %-interval; stippellijn: mediaan van de vergelijkingsgroep. Scores en waarnemingen zijn hier afgerond (<5: 1 tot en met 4); een analist met een doel kan ze in de onderbouwing exact zien. Adressen en vestigingen staan er zoals geteld.',
  keys: { title: 'Scores', explanation: 'Onderbouwing', close: 'Onderbouwing sluiten', print: 'Onderbouwing afdrukken', indicators: 'Indicatoren', whatIf: 'Wat als, met een andere weging' },

  explanation: {
    label: (name: string) => `Onderbouwing ${name}`,
    loading: 'Onderbouwing ophalen',
    summary: (phenomenon: string) => `Aandachtscore ${phenomenon.toLowerCase()}`,
    interval: (lower: number, upper: number) => `90 %-interval ${formatNumber(lower, 2)} – ${formatNumber(upper, 2)}`,
    place: (rank: number, lower: number, upper: number, of: number) =>
      lower === upper ? `plaats ${formatNumber(rank)} van ${formatNumber(of)}` : `plaats ${formatNumber(rank)} (${formatNumber(lower)}–${formatNumber(upper)}) van ${formatNumber(of)}`,
    peers: (group: string, size: number) => `vergeleken met ${group} (${formatNumber(size)})`,
    completeness: (share: number) => `volledigheid ${formatPercent(share)}`,
    chance: (probability: number) => `P ${formatNumber(probability, 2)}`,
    chanceHigher: (probability: number) => `P hoger ${formatNumber(probability, 2)}`,
    printedSources: 'Bronnen',
    chanceTitle: (probability: number, side: 'boven' | 'onder') =>
      `In ${formatPercent(probability)} van de trekkingen ligt de score meer dan 1 ${side} de mediaan van de vergelijkingsgroep; vanaf 80 % telt dat.`,
    /** why there is none */
    noScore: ({ score, parts }: Pick<Explanation, 'score' | 'parts'>) =>
      parts.some(({ referenceGroup }) => referenceGroup === WHOLE_MUNICIPALITY) ? tooFewPeers : `Van het gewicht was ${formatPercent(score.completeness)} te berekenen; onder 70 % is er geen score. Wat wel geteld is, staat hieronder.`,
    parts: 'Waaruit de score bestaat',
    partsAlone: 'Wat er is geteld',
    total: 'Som = score',
    contribution: 'Bijdrage',
    noDifference: 'De verschillen in deze groep zijn niet groter dan toeval; dit telt daarom voor nul.',
    shrinkage: '○ ruw · ● gekrompen, met 95 %-interval · stippellijn: gemiddelde van de groep',
    rows: (count: ShownCount) => (typeof count === 'number' ? formatCount(count, 'rij', 'rijen').replace(' ', '\u00a0') : 'rijen'),
    rowsOf: (rows: string, label: string) => `${rows}: ${label}`,
    detail: {
      observed: 'Waargenomen',
      exposure: 'Blootstelling',
      expected: 'Verwacht',
      faded: 'Naar leeftijd',
      fadedTo: ({ weighted, count, exposure }: Faded, unit: string) =>
        `samen voor ${formatNumber(weighted, 2)}; met evenveel zekerheid als ${formatNumber(count, 2)} op ${formatNumber(exposure, 1)} ${unit}, en daarmee is gerekend`,
      raw: 'Ruw cijfer',
      shrunk: 'Gekrompen cijfer',
      likeGroup: 'gelijk aan de groep: tussen de gebieden van de groep is geen verschil gevonden',
      shrunkInterval: (lower: string, upper: string) => `95 %-interval ${lower} – ${upper}`,
      reference: 'Gemiddelde van de groep',
      group: 'Vergeleken met',
      groupOf: (group: string, size: number) => (group === WHOLE_MUNICIPALITY ? `${group} (${formatCount(size, 'buurt', 'buurten')})` : `${group} (${formatNumber(size)})`),
      z: 'Afstand (z)',
      weight: 'Gewicht',
      without: 'Zonder deze indicator',
      sources: 'Bron',
      version: 'Indicator',
      versionOf: (indicator: string, version: number) => `${indicator}, versie ${version}`,
    },
    per: ({ per, unit }: Pick<ScorePart, 'per' | 'unit'>) => (per === 100 ? '%' : `per ${formatNumber(per)} ${unit}`),
    rate: (rate: number, { per }: Pick<ScorePart, 'per'>) => (per === 100 ? `${formatNumber(rate * 100, 1)} %` : formatNumber(rate * per, 2)),
    context: 'Meegelezen, telt niet mee',
    missing: 'Niet te berekenen',
    missingWeight: (weight: number) => `gewicht ${formatPercent(weight)}`,
    source: ({ supplier, referenceDate, received }: ScoreSource) =>
      referenceDate === null ? [supplier, ...(received === undefined ? [] : [`ingelezen ${whole(formatDate(received))}`])].join(', ') : `${supplier} ${whole(formatDate(referenceDate))}`,
    moreSources: (count: number) => `en ${formatCount(count, 'andere levering', 'andere leveringen')}`,
    rounded: 'Waarnemingen zijn afgerond op vijf; 1 tot en met 4 is <5. Cijfers die een aantal zouden verraden, blijven weg.',
    exact: 'Exacte aantallen en rijen',
    isExact: 'Aantallen zijn exact, met de rijen erachter. De lijst en de kaart tonen afgeronde; daar kan de score anders zijn.',
    print: 'Afdrukken',
    parentOf: { wijk: 'Wijk', division: 'Afdeling', section: 'Sectie' },
    caveatTitle: 'Aandacht, geen vermoeden',
    caveat: ({ baseRate: { prevalence, sensitivity, specificity, value } }: Pick<Explanation, 'baseRate'>) =>
      `Ongeveer ${formatPercent(prevalence, 1)} van alle panden wordt voor ondermijning gebruikt. Een kenmerk dat ${formatPercent(sensitivity)} daarvan aanwijst en ` +
      `${formatPercent(specificity)} van de andere terecht niet, is bij ${formatPercent(value, 1)} van de aangewezen panden raak: ${falseOutOf(value)}.`,
    caveatMeaning: 'Een hogere score zegt waar u kunt kijken, niet wat u vindt, en niets over wie er woont of werkt.',
    baseRateSource: (source: string) => `Bron: ${source}.`,
    origin: (referenceDate: string, set: number) => `Stand ${formatDate(referenceDate)}, indicatorenset ${set}.`,
    printed: (purpose: string) => `Doel: ${purpose}. Aandachtscores gaan over gebieden en branches, nooit over personen, huishoudens of adressen.`,
  },

  ownArea: {
    parts: (names: readonly string[]) => {
      const shown = names.length > 8 ? [...names.slice(0, 6), `${formatNumber(names.length - 6)} andere buurten`] : names
      return `Bestaat uit ${shown.join(', ')}.`.replace(/, (?=[^,]*$)/, ' en ')
    },
    unknown: (codes: readonly string[]) => `Niet gevonden bij de buurten en wijken van nu: ${codes.join(', ')}. Wat daar is geteld, ontbreekt hier; pas de lijst aan.`,
  },

  evidence: {
    title: (label: string, name: string) => `${label} in ${name}`,
    loaded: (loaded: number, total: number) => (loaded < total ? `${formatNumber(loaded)} van ${formatNumber(total)} rijen` : formatCount(total, 'rij', 'rijen')),
    why: 'Dit zijn dezelfde rijen als het aantal in de score.',
    stale: 'Er zijn sindsdien gegevens bijgekomen: dit zijn de rijen van nu.',
    columns: { date: 'Datum', counts: 'Telt voor', text: 'Wat', place: 'Waar', file: 'Bestand', source: 'Rij' },
    none: 'Er is niets waargenomen.',
    noPlace: 'zonder adres',
    noDate: '–',
    counts: (share: number) => formatNumber(share, 2),
  },

  book: {
    title: (phenomenon: string, subject: string) => `Indicatoren ${phenomenon.toLowerCase()}, ${subject}`,
    subtitle: (version: number, since: string, owner: string) => `Set ${version}, vastgesteld ${formatDate(since)} door de ${owner}`,
    weight: (points: number) => `${points} van 100 punten`,
    context: 'telt niet mee',
    numerator: 'Teller',
    denominator: 'Noemer',
    motive: 'Waarom',
    pitfalls: 'Valkuilen',
    source: 'Bron',
    handbook: 'Hoe een score wordt berekend',
    leftOut: 'Wat er niet in zit, en waarom',
    blocked: 'Wat nooit mag meetellen',
    riskBranches: 'Lijst van risicobranches',
    riskBranchCodes: (version: string, codes: readonly string[]) => `SBI ${version}: ${codes.join(', ')}`,
  },
} as const

const tooFewPeers =
  'Er zijn te weinig gebieden van deze soort om onderling te vergelijken. Daarom geen score, klasse of plaats; de aantallen staan hieronder naast die van de hele gemeente.'

/** A date that does not break at its hyphens. */
function whole(date: string): string {
  return date.replaceAll('-', '\u2011')
}

/** `ongeveer 11 van de 12 zijn het niet` */
function falseOutOf(value: number): string {
  const all = Math.round(1 / value)
  return `ongeveer ${formatNumber(all - 1)} van de ${formatNumber(all)} zijn het niet`
}

function countOf(classes: readonly AttentionClass[], of: AttentionClass): number {
  return classes.filter((one) => one === of).length
}
