/** Attention scores: for areas and branches, per phenomenon, and for nothing else. */
export { currentSet } from './current.ts'
export { definitions as indicatorBook } from './definitions.ts'
export { evidence } from './evidence.ts'
export { explain, ranking } from './explain.ts'
export { runScores } from './run.ts'
