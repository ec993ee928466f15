import type { AreaPattern, Concentration, Counterfactual, Trend } from '#shared/model/insight.ts'
import type { AttentionClass, AttentionScore, Explanation, Phenomenon, ScoreLevel, ScorePart } from '#shared/model/score.ts'
import type { ScoreSet } from '#shared/model/scoreSet.ts'
import type { FakeAnswers } from './fakeEngine.ts'
import { source } from './municipality.ts'

/** Nine buurten in three wijken, and some branches in two versions of the SBI; invented figures. */
const buurten: [name: string, score: number | null, found: AttentionClass][] = [
  ['Havenkwartier', 1.32, 'higher'], ['Steigerwijk', 0.41, 'average'], ['De Polder', 0.12, 'average'], ['Markerkant', 0.02, 'average'], ['Zandpad', -0.1, 'average'],
  ['Zuiderpark', -0.22, 'average'], ['Lindelaan', -0.4, 'average'], ['Weteringzoom', -1.21, 'lower'], ['Bosrand', null, 'insufficient'],
]
const branches: [code: string, name: string, score: number | null, parent: [string, string]][] = [
  ['2008:56', 'Eet- en drinkgelegenheden', 1.1, ['2008:I', 'Logies-, maaltijd- en drankverstrekking']], ['2008:45', "Handel in en reparatie van auto's", 0.9, ['2008:G', 'Groot- en detailhandel']],
  ['2008:47', 'Detailhandel', -0.2, ['2008:G', 'Groot- en detailhandel']], ['2025:56', 'Exploitatie van eet- en drinkgelegenheden', 0.4, ['2025:I', 'Logies-, maaltijd- en drankverstrekking']],
  ['2025:47', 'Detailhandel', null, ['2025:G', 'Groot- en detailhandel']],
]
const groups: typeof branches = [
  ['2008:561', 'Restaurants, cafetaria’s e.d.', 1.3, ['2008:56', 'Eet- en drinkgelegenheden']], ['2008:563', 'Cafés', 0.2, ['2008:56', 'Eet- en drinkgelegenheden']],
  ['2008:451', 'Handel in auto’s', 0.7, ['2008:45', "Handel in en reparatie van auto's"]],
]

export const areaCode = (i: number): string => `BU003401${String(i + 1).padStart(2, '0')}`

function scoreOf(level: ScoreLevel, phenomenon: Phenomenon, code: string, name: string, score: number | null, found: AttentionClass, rank: number, parent: AttentionScore['parent']): AttentionScore {
  const some = score === null ? null : rank
  return {
    subject: level === 'buurt' || level === 'wijk' ? 'area' : 'branch', code, name, parent, phenomenon, level, score,
    lower: score === null ? null : score - 0.5, upper: score === null ? null : score + 0.4, class: found,
    probability: score === null ? null : found === 'higher' ? 0.91 : 0.04, probabilityLower: score === null ? null : found === 'lower' ? 0.86 : 0.03,
    completeness: score === null ? 0.55 : 1, peerGroup: 'woonbuurt', peers: score === null ? 0 : 8, peerMedian: score === null ? null : 0.02,
    rank: some, rankLower: some, rankUpper: some === null ? null : some + 2, observed: rank === 3 ? '<5' : 40 - rank * 5, exposure: 800 - rank * 10,
  }
}

export function rankingOf(level: ScoreLevel, phenomenon: Phenomenon): AttentionScore[] {
  if (level === 'buurt') {
    return buurten.map(([name, score, found], i) => scoreOf(level, phenomenon, areaCode(i), name, score, found, i + 1, { code: `WK00340${1 + (i % 3)}`, name: `Wijk ${1 + (i % 3)}` }))
  }
  if (level === 'wijk') return [1, 2, 3].map((n) => scoreOf(level, phenomenon, `WK00340${n}`, `Wijk ${n}`, 0.5 - n / 4, 'average', n, null))
  return (level === 'division' ? branches : groups).map(([code, name, score, [parent, parentName]], i) =>
    scoreOf(level, phenomenon, code, name, score, score === null ? 'insufficient' : score > 1 ? 'higher' : 'average', i + 1, { code: parent, name: parentName }),
  )
}

const part = { version: 1, hasCourse: true, faded: null, unit: 'adressen', per: 1000, direction: 'more', exposure: 812, referenceRate: 0.005, referenceGroup: 'woonbuurt', referenceSize: 8, classWithout: 'higher', weight: 0.5 } as const
const sources: ScorePart['sources'] = [{ kind: 'measure', supplier: 'VTH', referenceDate: '2026-10-01' }, { kind: 'address', supplier: 'BAG', referenceDate: null, received: '2026-11-02' }]
const figures = { rawRate: 0.011, shrunkRate: 0.009, lower: 0.005, upper: 0.014, referenceVariance: 0.00001, centre: 0, scale: 0.5, z: 1.2 }

export function explanationOf(score: AttentionScore, counts: Explanation['counts']): Explanation {
  const isExact = counts === 'exact'
  return {
    score,
    parts: [
      { ...part, sources, indicator: 'hennep-geruimd-gebied', label: 'Geruimde kwekerijen', sentence: isExact ? '9 geruimde kwekerijen op 812 adressen; verwacht 4,1.' : 'Ongeveer 10 geruimde kwekerijen op 812 adressen; verwacht 4,1.', observed: isExact ? 9 : 10, expected: 4.1, figures: isExact ? figures : null, contribution: score.score === null ? null : score.score + 0.18 },
      { ...part, sources, indicator: 'hennep-meldingen-gebied', label: 'Meldingen hennep', sentence: isExact ? '3 meldingen op 812 adressen; verwacht 5,0.' : 'Minder dan vijf meldingen op 812 adressen; verwacht 5,0.', observed: isExact ? 3 : '<5', expected: 5, figures: isExact ? { ...figures, z: -0.4 } : null, contribution: score.score === null ? null : -0.18, classWithout: 'average' },
    ],
    context: [{ indicator: 'controledichtheid-gebied', label: 'Controledichtheid', hasCourse: true, sentence: '64 controles op 812 adressen; verwacht 41,0.', observed: 65, exposure: 812, expected: 41, unit: 'adressen', per: 1000, referenceRate: 0.05, referenceGroup: 'woonbuurt', sources }],
    missing: [{ indicator: 'leegstand-gebied', label: 'Woningen waar niemand is ingeschreven', weight: 0.15, reason: 'Niet geleverd: personen (BRP).' }],
    baseRate: { prevalence: 0.005, sensitivity: 0.9, specificity: 0.95, value: 0.0829, source: 'WODC 2020' },
    counts,
    referenceDate: '2026-10-01',
    indicatorSet: 3,
    isStale: false,
  }
}

const patterns: AreaPattern[] = [
  { kind: 'hotspot', code: areaCode(0), name: 'Havenkwartier', within: [], strength: 3.4, falseDiscovery: 0.004, why: 'Geruimde kwekerijen: deze buurt en haar buren liggen samen hoog.' },
  { kind: 'vrijplaats', code: areaCode(4), name: 'Zandpad', within: [], strength: 5.2, falseDiscovery: 0.02, why: 'Geen enkele controle in 24 maanden; bij de dichtheid van de gemeente zouden het er 5,2 zijn.' },
]

const counterfactual: Counterfactual = {
  class: 'higher',
  withoutSupplier: [
    { kind: 'measure', supplier: 'VTH', events: 9, score: -0.12, class: 'average' },
    { kind: 'signal', supplier: 'Meldpunt', events: 3, score: 1.5, class: 'higher' },
  ],
  fewest: { class: 'average', events: 4, parts: [{ indicator: 'hennep-geruimd-gebied', label: 'Geruimde kwekerijen', absent: 4, of: 9 }] },
  sources: [{ indicator: 'hennep-meldingen-gebied', label: 'Meldingen hennep', rows: 5, counted: 3 }],
}

const trend: Omit<Trend, 'indicator' | 'label'> = {
  periods: [
    { from: '2024-07-01', to: '2024-12-31', observed: 0, expected: 0, unplaced: 0 },
    { from: '2025-01-01', to: '2025-06-30', observed: 2, expected: 1.4, unplaced: 0 },
    { from: '2025-07-01', to: '2025-12-31', observed: 3, expected: 1.2, unplaced: 0 },
    { from: '2026-01-01', to: '2026-06-30', observed: 4, expected: 1.5, unplaced: 0 },
    { from: '2026-07-01', to: '2026-10-01', observed: 0, expected: 0.6, unplaced: 0 },
  ],
  breaks: [{ date: '2025-01-01', reason: 'Van eerdere jaren is niets geleverd; nul is hier geen telling.' }],
  counting: { from: '2023-10-01', months: 36, counted: 9, fading: 1, halfLife: null, halved: null },
  absence: null,
}

const concentration = (level: ScoreLevel): Concentration[] =>
  rankingOf(level, 'witwassen').map(({ code, name }, i) => ({
    code, name, observed: 9 - i, expected: 4, quotient: (9 - i) / 4, lower: (9 - i) / 8, upper: (9 - i) / 2.5, probability: i === 0 ? 0.98 : 0.5,
  }))

const scoreSet: ScoreSet = {
  id: 1, at: '2026-11-18T08:12:00Z', by: 'A. Analist', referenceDate: '2026-10-01', indicatorSet: 3, hash: 'a1', resultHash: 'b2', seed: 1, isStale: false, counts: [],
}

/** Answers to what Gebieden and Branches ask. */
export const scoreAnswers: FakeAnswers = {
  'score.set': () => scoreSet,
  'score.ranking': ({ level, phenomenon }) => rankingOf(level, phenomenon),
  'score.explain': (which) => explain(which, 'rounded'),
  'score.explainExact': (which) => explain(which, 'exact'),
  'score.evidence': ({ indicator, offset, limit }) => ({
    total: 9,
    rows: Array.from({ length: 9 }, (_, i) => ({ source: source('Controles VTH.csv', 390 + i, 'VTH'), date: `2025-0${9 - i}-14`, text: `Kwekerij geruimd (${indicator})`, place: `Markerkant ${12 + i}, 1316 AB`, counts: 1 })).slice(offset, offset + limit),
  }),
  'area.patterns': () => patterns,
  'branch.concentration': ({ level }) => concentration(level),
  'score.counterfactual': () => counterfactual,
  'score.trend': ({ indicator }) => ({ indicator, label: 'Geruimde kwekerijen', ...trend }),
  'score.baseRate': ({ prevalence, sensitivity, specificity }) => {
    const right = prevalence * sensitivity
    return { prevalence, sensitivity, specificity, source: 'ingevuld', value: right / (right + (1 - prevalence) * (1 - specificity)) }
  },
  'area.map': ({ level }) => rankingOf(level, 'hennep').map(({ code, name }, i) => ({ code, name, rings: [square(i % 3, Math.floor(i / 3))] })),
}

export const staleSet = { ...scoreSet, isStale: true }

export function explain({ level, phenomenon, code }: { level: ScoreLevel; phenomenon: Phenomenon; code: string }, counts: Explanation['counts']): Explanation {
  const found = rankingOf(level, phenomenon).find((row) => row.code === code)
  if (!found) throw new Error(`no score ${code}`)
  return explanationOf(found, counts)
}

/** A square kilometre; column 0 is west, row 0 is south. */
function square(column: number, row: number): number[] {
  const [x, y] = [140_000 + column * 1000, 480_000 + row * 1000]
  return [x, y, x + 1000, y, x + 1000, y + 1000, x, y + 1000]
}
