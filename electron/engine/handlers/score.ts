import { exportSheet } from '../export/index.ts'
import {
  areaMap, areaParts, areaPatterns, concentrations, counterfactual, goldenNumbers, governanceSheet, governanceSheets, positivePredictiveValue, trend,
  backtest, listControls, makeControlList, readControls, recordControl, scoreboard,
  compareSets, currentSet, decide, dropWhatIf, evidence, explain, indicatorBook, listSets, proposals, propose, ranking, runScores, verifySets, whatIf, decideRisk, proposeRisk, riskChanges,
} from '../score/index.ts'
import type { Handlers } from './types.ts'

export const scoreHandlers: Handlers<
  | 'score.run' | 'score.set' | 'score.ranking' | 'score.explain' | 'score.explainExact' | 'score.evidence' | 'score.indicators' | 'area.map' | 'area.parts'
  | 'score.sets' | 'score.whatIf' | 'score.dropWhatIf' | 'score.compare' | 'score.verify' | 'score.proposals' | 'score.propose' | 'score.decide'
  | 'control.make' | 'control.lists' | 'control.list' | 'control.record' | 'control.board' | 'score.backtest'
  | 'branch.riskChanges' | 'branch.proposeRisk' | 'branch.decideRisk' | 'area.patterns' | 'branch.concentration' | 'score.counterfactual' | 'score.trend' | 'score.baseRate' | 'score.goldens' | 'score.sheets' | 'score.saveSheet'
> = {
  'score.run': (context) => runScores(context),
  'score.set': (context) => currentSet(context),
  'score.ranking': (context, input) => ranking(context, input),
  'score.explain': (context, input) => explain(context, input, 'rounded'),
  'score.explainExact': (context, input) => explain(context, input, 'exact'),
  'score.evidence': (context, input) => evidence(context, input),
  'score.indicators': ({ store }) => indicatorBook(store),
  'area.map': (context, input) => areaMap(context, input.level),
  'area.parts': (context, { code }) => areaParts(context, code),
  'score.sets': (context) => listSets(context),
  'score.whatIf': (context, input) => whatIf(context, input),
  'score.dropWhatIf': (context, { id }) => dropWhatIf(context, id),
  'score.compare': (context, input) => compareSets(context, input),
  'score.verify': (context) => verifySets(context),
  'score.proposals': (context) => proposals(context),
  'score.propose': (context, input) => propose(context, input),
  'score.decide': (context, input) => decide(context, input),
  'branch.riskChanges': (context) => riskChanges(context),
  'branch.proposeRisk': (context, input) => proposeRisk(context, input),
  'branch.decideRisk': (context, input) => decideRisk(context, input),
  'control.make': (context, input) => makeControlList(context, input),
  'control.lists': (context) => listControls(context),
  'control.list': (context, { id }) => readControls(context, id),
  'control.record': (context, input) => recordControl(context, input),
  'control.board': (context) => scoreboard(context),
  'score.backtest': (context, input) => backtest(context, input),
  'area.patterns': (context, { phenomenon }) => areaPatterns(context, phenomenon),
  'branch.concentration': (context, input) => concentrations(context, input),
  'score.counterfactual': (context, input) => counterfactual(context, input),
  'score.trend': (context, input) => trend(context, input),
  'score.baseRate': (_context, input) => ({ ...input, source: 'ingevuld', value: positivePredictiveValue(input.prevalence, input.sensitivity, input.specificity) }),
  'score.goldens': () => goldenNumbers(),
  'score.sheets': (context) => governanceSheets(context),
  'score.saveSheet': (context, { id, target }) => exportSheet(context, governanceSheet(context, id), context.path(target)),
}
