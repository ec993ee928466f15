import type { AreaPattern, Trend } from '#shared/model/insight.ts'
import { formatCount, formatDate, formatNumber, formatPercent } from '#shared/text/format.ts'

/** The tabs beside the composition of a score. */
export const scoreInsightText = {
  tabs: { label: 'Delen van de onderbouwing', parts: 'Opbouw', patterns: 'Patroon', concentration: 'Spreiding', leftOut: 'Weglating', trend: 'Verloop', chance: 'Kansrekening' },
  purpose: { why: 'Hier staan aantallen zoals ze zijn. Daarvoor kiest u een doel; het komt in het logboek.', show: 'Met een doel tonen' },

  patterns: {
    title: 'Wat hier opvalt',
    none: (name: string) => `${name} valt op geen van de drie manieren op.`,
    others: (count: number) => `Ook ${formatCount(count, 'ander gebied', 'andere gebieden')}`,
    open: (name: string) => `Onderbouwing van ${name}`,
    kind: { hotspot: 'Brandpunt', vrijplaats: 'Vrijplaats', gelegenheid: 'Gelegenheid' } satisfies Record<AreaPattern['kind'], string>,
    strength: ({ kind, strength, falseDiscovery }: AreaPattern) => {
      const chance = falseDiscovery === null ? '' : `, kans op toeval ${falseDiscovery < 0.001 ? 'kleiner dan 0,1 %' : `hooguit ${formatPercent(falseDiscovery, 1)}`}`
      if (kind === 'hotspot') return `Gi* ${formatNumber(strength, 1)}${chance}`
      return kind === 'vrijplaats' ? `${formatNumber(strength, 1)} controles verwacht, geen gezien${chance}` : formatCount(strength, 'omstandigheid', 'omstandigheden')
    },
    meaning: [
      ['Brandpunt', 'de buurt en haar buren liggen samen hoog, na krimpen en met correctie voor het aantal buurten dat is getoetst.'],
      ['Vrijplaats', 'twee jaar geen enkele controle waar er volgens de dichtheid in de gemeente ten minste drie te verwachten waren.'],
      ['Gelegenheid', 'ten minste twee omstandigheden die gelegenheid geven, zoals leegstand en een risicobranche, liggen hoger dan in vergelijkbare buurten.'],
    ],
  },

  concentration: {
    title: 'Waar deze branche sterk zit',
    level: 'Per',
    columns: { place: 'Gebied', quotient: 'Locatiequotiënt', observed: 'Vest.', expected: 'Verwacht' },
    reading: 'Locatiequotiënt: het aandeel van de branche in het gebied gedeeld door dat in de gemeente, gekrompen; 1 is gelijk. Streep: 95 %-interval. Donker: met ten minste 95 % zekerheid boven 1.',
    words: (quotient: number, lower: number, upper: number) => `${formatNumber(quotient, 2)} (${formatNumber(lower, 2)} – ${formatNumber(upper, 2)})`,
    all: (count: number) => `Alle ${formatNumber(count)} tonen`,
    none: 'Er zijn geen gebieden met genoeg vestigingen om te vergelijken.',
  },

  leftOut: {
    suppliers: 'Zonder de levering van één afdeling',
    columns: { without: 'Zonder', events: 'Rijen', score: 'Score', class: 'Klasse' },
    noSuppliers: 'Er zijn hier geen voorvallen om weg te laten.',
    fewest: 'Waarop de klasse rust',
    rests: (events: number, found: string) => `Zonder ${events === 1 ? 'dit ene voorval' : `deze ${formatNumber(events)} voorvallen`} is de klasse ${found}:`,
    absent: (absent: number, of: number, label: string) => `${label}: ${formatNumber(absent)} van ${formatNumber(of)}`,
    firm: 'Hoeveel voorvallen er ook wegvallen, de klasse blijft hoger.',
    onlyHigher: 'Dit wordt alleen voor de klasse hoger uitgerekend.',
    sources: 'Meldingen die elkaar herhalen',
    counted: (rows: number, counted: number) =>
      rows === counted ? `${formatCount(rows, 'melding', 'meldingen')}, elk apart.` : `${formatCount(rows, 'melding', 'meldingen')}, geteld als ${formatNumber(counted)}: herhalingen door andere afdelingen tellen één keer.`,
    noSources: 'Voor dit fenomeen tellen geen meldingen mee.',
    same: 'De rest blijft hierbij gelijk, ook de groep waarmee wordt vergeleken.',
  },

  trend: {
    indicator: 'Indicator',
    title: (label: string) => `${label} per half jaar`,
    without: (label: string) => `${label} (geen verloop)`,
    absence: {
      state: 'Deze indicator telt een stand, zoals die op de peildatum is. Hoe het eerder stond is niet geleverd; daarom heeft hij geen verloop.',
      together: 'Deze indicator neemt voorvallen van vele jaren samen. Zij vallen niet in één half jaar; daarom heeft hij geen verloop.',
      nothing: 'Van deze indicator zijn geen gedateerde voorvallen geleverd.',
    } satisfies Record<NonNullable<Trend['absence']>, string>,
    legend: { observed: 'geteld', expected: 'verwacht', nothing: 'niets geleverd', apart: 'andere SBI-versie', break: 'breuk' },
    columns: { period: 'Periode', observed: 'Geteld', expected: 'Verwacht' },
    half: (from: string, to: string) => {
      const half = from.slice(5) < '07' ? '1e helft' : '2e helft'
      const isWhole = /-(01|07)-01$/.test(from) && /-(06-30|12-31)$/.test(to)
      return `${half} ${from.slice(0, 4)}${isWhole ? '' : ' (deel)'}`
    },
    nothing: 'niets geleverd',
    apart: 'andere SBI-versie',
    counting: ({ from, months, counted, fading, halfLife, halved }: NonNullable<Trend['counting']>) =>
      `Tellen mee: voorvallen vanaf ${formatDate(from)} (${formatNumber(months)} maanden), hier ${formatNumber(counted)}. Wat ouder is, telt niet meer. ${halfLife === null ? '' : halvedWords(halfLife, halved)}Komt er niets bij, dan ${fading === 1 ? 'vervalt' : 'vervallen'} er daarvan binnen een jaar ${formatNumber(fading)}.`,
    break: (date: string, reason: string) => `${formatDate(date)}: ${reason}`,
    expectation: 'Verwacht: wat er in de hele gemeente is geteld, naar het aandeel van dit gebied of deze branche. Niet verder te lezen dan een breuk.',
  },

  chance: {
    title: 'Wat een aanwijzing waard is',
    why: 'Reken na wat een kenmerk zegt bij een andere schatting.',
    fields: { prevalence: 'Panden in gebruik', sensitivity: 'Daarvan aangewezen', specificity: 'Andere niet aangewezen' },
    unfit: 'Een getal van 0 tot en met 100.',
    reset: 'Terug naar de schatting van het WODC',
    hit: (value: number) => `${formatPercent(value, 1)} raak`,
    meaning: (value: number) => (value === 0 ? 'Geen enkel aangewezen pand is raak.' : `Ongeveer 1 op de ${formatNumber(Math.max(1, Math.round(1 / value)))} aangewezen panden is raak.`),
    grid: (right: number) => `Van elke 100 aangewezen panden zijn er ${formatNumber(right)} raak.`,
    counts: ({ used, found, wrong, missed }: { used: number; found: number; wrong: number; missed: number }) =>
      `Van 10.000 panden zijn er ${formatNumber(used)} in gebruik. Aangewezen worden er ${formatNumber(found + wrong)}: ${formatNumber(found)} terecht en ${formatNumber(wrong)} ten onrechte. Gemist worden er ${formatNumber(missed)}.`,
    source: (source: string) => `Uitgangspunt: ${source}.`,
  },
} as const

/** When an event counts for half; `halved` null where it leaves the period before that. */
function halvedWords(halfLife: number, halved: string | null): string {
  return `Een voorval telt na ${formatNumber(halfLife)} maanden voor de helft${halved === null ? '' : `: wat van voor ${formatDate(halved)} is, telt voor de helft of minder`}. `
}
