import type { Indicator, IndicatorBookView } from '#shared/model/indicator.ts'
import type { ComparedScore, SetSummary, WeightProposal } from '#shared/model/scoreSet.ts'
import type { FakeAnswers } from './fakeEngine.ts'
import { rankingOf } from './scoreAnswers.ts'

/** Four indicators of hennep in areas, that add up to 100 points, and one of branches; invented. */
const indicators: Indicator[] = [
  indicator('hennep-geruimd-gebied', 'Geruimde kwekerijen', 40), indicator('hennep-meldingen-gebied', 'Meldingen hennep', 30),
  indicator('leegstand-gebied', 'Leegstand', 20), indicator('hennep-maatregelen-gebied', 'Maatregelen', 10),
  { ...indicator('hennep-geruimd-branche', 'Geruimde kwekerijen bij vestigingen', 100), subject: 'branch' },
]

function indicator(id: string, label: string, weight: number): Indicator {
  return {
    id, version: 1, catalogue: 'H1', label, phenomena: ['hennep'], subject: 'area', role: 'score', measure: 'measures', parameters: {}, requires: ['measure'],
    attributes: ['measure.kind'], weight, direction: 'more', numerator: 'voorvallen', denominator: 'panden', unit: 'panden', per: 1000,
    sentence: '{observed} op {exposure}', motive: 'Waarom.', pitfalls: 'Valkuil.', source: 'Bron.', owner: 'gemeente', since: '2026-01-01',
  }
}

export const book: IndicatorBookView = {
  set: {
    version: 3, since: '2026-01-01', owner: 'gemeente', motive: 'Waarom zo.', seed: 1, draws: 2000, weightSpread: 0.25, minimumExposure: 10, minimumPeers: 8,
    minimumCompleteness: 0.7, distance: 1, certainty: 0.8, baseRate: { prevalence: 0.005, sensitivity: 0.9, specificity: 0.95, source: 'WODC 2020' }, leftOut: [],
  },
  indicators,
  blocklist: { since: '2026-01-01', source: 'AVG', entries: [] },
  peers: { version: 1, since: '2026-01-01', owner: 'gemeente', motive: '', source: '', groups: [] },
  riskBranches: { version: 1, since: '2026-01-01', owner: 'gemeente', motive: '', remark: '', entries: [] },
  hash: 'ab',
  aging: ['hennep-geruimd-gebied', 'hennep-meldingen-gebied', 'hennep-maatregelen-gebied', 'hennep-geruimd-branche'],
}

const official: SetSummary = { id: 1, kind: 'official', label: '', at: '2026-11-18T08:12:00Z', by: 'A. Analist', referenceDate: '2026-10-01', indicatorSet: 3, formulas: '2', resultHash: 'b2' }
const halved: SetSummary = { ...official, id: 2, kind: 'what-if', label: 'Meldingen half', at: '2026-11-19T09:00:00Z' }

/** The second and third change places, and the first falls to gemiddeld. */
function compared(): ComparedScore[] {
  return rankingOf('buurt', 'hennep').map(({ code, name, score, class: found, rank }, i) => ({
    code, name, score, class: found, rank, otherScore: i === 0 ? 0.8 : score, otherClass: i === 0 ? 'average' : found, otherRank: i === 1 ? 3 : i === 2 ? 2 : rank,
  }))
}

export const proposal: WeightProposal = {
  id: 4, at: '2026-11-20T10:00:00Z', by: 'R. Regisseur', motive: 'Meldingen herhalen elkaar vaker dan gedacht.', weights: { 'hennep-geruimd-gebied': 50, 'hennep-meldingen-gebied': 20 }, halfLives: {},
  decision: 'open', decidedAt: null, decidedBy: null, decidedMotive: '', version: null, isOwn: false,
}

export const whatIfAnswers: FakeAnswers = {
  'score.indicators': () => book,
  'score.sets': () => [halved, official],
  'score.whatIf': ({ label }) => ({ ...halved, id: 3, label }),
  'score.dropWhatIf': () => null,
  'score.compare': () => compared(),
  'score.proposals': () => [proposal],
  'score.propose': (asked) => ({ ...proposal, id: 5, ...asked, isOwn: true }),
  'score.decide': ({ approve, motive }) => ({ ...proposal, decision: approve ? 'approved' : 'rejected', decidedMotive: motive, version: approve ? 4 : null }),
}
