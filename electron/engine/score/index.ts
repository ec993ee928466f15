/** Attention scores: for areas and branches, per phenomenon, and for nothing else. */
export { backtest } from './backtest.ts'
export { listControls, makeControlList, readControls, recordControl, scoreboard } from './controls.ts'
export { currentSet } from './current.ts'
export { evidence } from './evidence.ts'
export { explain, ranking } from './explain.ts'
export { runScores } from './run.ts'
export { compareSets, dropWhatIf, listSets, verifySets, whatIf } from './sets.ts'
export { currentDefinitions, decide, proposals, propose } from './weights.ts'
