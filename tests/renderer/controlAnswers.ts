import type { Backtest, ControlItem, ControlList, HitRate, Scoreboard } from '#shared/model/control.ts'
import type { GoldenNumber, GovernanceSheet } from '#shared/model/insight.ts'
import type { SetCheck } from '#shared/model/scoreSet.ts'
import type { FakeAnswers } from './fakeEngine.ts'

/** Control lists, what came of them, and the sheets; invented. */
const lists: ControlList[] = [
  { id: 1, at: '2026-06-01T09:00:00Z', by: 'A. Analist', phenomenon: 'hennep', seed: 'juni', size: 20, done: 20 },
  { id: 2, at: '2026-11-02T09:00:00Z', by: 'A. Analist', phenomenon: 'witwassen', seed: 'november', size: 4, done: 1 },
]
export const items: ControlItem[] = ['Markerkant 12, 1316 AB', 'Steiger 118, 1351 AC', 'Zandpad 3, 1317 KL', 'Bosrand 9, 1358 CD'].map((address, i) => ({
  position: i + 1, addressId: i + 1, address, area: ['Markerkant', 'Steigerwijk', 'Zandpad', 'Bosrand'][i] ?? '', outcome: i === 0 ? 'confirmed' : null,
}))
const rate = (confirmed: number, notConfirmed: number, lower: number, upper: number): HitRate => ({
  confirmed, notConfirmed, unknown: 0, share: confirmed + notConfirmed === 0 ? null : confirmed / (confirmed + notConfirmed), lower, upper,
})
const none = rate(0, 0, 0, 1)
const board: Scoreboard = {
  lists: 1, open: 1,
  byPhenomenon: [
    { phenomenon: 'hennep', attention: rate(3, 7, 0.108, 0.603), chance: rate(1, 9, 0.018, 0.404) },
    { phenomenon: 'vastgoed', attention: none, chance: none }, { phenomenon: 'witwassen', attention: none, chance: none },
  ],
  byIndicator: [{ indicator: 'hennep-geruimd-gebied', label: 'Geruimde kwekerijen', outcomes: rate(3, 7, 0.108, 0.603) }],
  byWijk: [{ code: 'WK003401', name: 'Wijk 1', predicted: 0.64, attention: rate(3, 7, 0.108, 0.603), chance: none }],
}
const backtest: Backtest = {
  phenomenon: 'hennep', day: '2025-10-01', until: '2026-10-01', areas: 90, top: 9, findings: 43,
  methods: [
    { name: 'score', share: 0.56, lower: 0.41, upper: 0.7, found: 24, hitAreas: 8 }, { name: 'raw', share: 0.35, lower: 0.22, upper: 0.5, found: 15, hitAreas: 6 },
    { name: 'chance', share: 0.1, lower: 0.04, upper: 0.22, found: 4.3, hitAreas: 3.1 },
  ],
  known: [{ indicator: 'hennep-geruimd-gebied', label: 'Geruimde kwekerijen', newest: '2025-09-28' }],
}
const check: SetCheck = {
  id: 1, kind: 'official', label: '', at: '2026-11-18T08:12:00Z', by: 'A. Analist', referenceDate: '2026-10-01', indicatorSet: 3, formulas: '2', isComparable: true, isSame: true, isLogged: true, resultHash: 'b2'.repeat(32),
}
const goldens: GoldenNumber[] = [{ name: 'Byar, ondergrens bij 10', source: 'PHE', published: 4.7874, computed: 4.78741, digits: 4, holds: true }]
const sheets: GovernanceSheet[] = [
  { id: 'indicatorenboek', title: 'Indicatorenboek', markdown: '# Indicatorenboek\n\nVersie 3.\n\n## Hennep, gebieden\n\n### H1 Geruimde kwekerijen\n\n| | |\n| --- | --- |\n| Teller | geruimde kwekerijen |' },
  { id: 'algoritmeregister', title: 'Algoritmeregister', markdown: '# Concept voor het Algoritmeregister\n\n| Veld | Inhoud |\n| --- | --- |\n| Naam | Aandachtscores |' },
]

export const controlAnswers: FakeAnswers = {
  'control.lists': () => lists,
  'control.list': () => items,
  'control.make': ({ phenomenon, half, seed }) => ({ id: 3, at: '2026-11-20T09:00:00Z', by: 'A. Analist', phenomenon, seed, size: 2 * half, done: 0 }),
  'control.record': () => null,
  'control.board': () => board,
  'score.backtest': () => backtest,
  'score.verify': () => [check, { ...check, id: 2, kind: 'what-if', label: 'Meldingen half', isSame: false, isLogged: false }, { ...check, id: 3, kind: 'past', isComparable: false, isLogged: null }],
  'score.goldens': () => goldens,
  'score.sheets': () => sheets,
  'score.saveSheet': () => ({ file: 'Indicatorenboek.docx' }),
}
