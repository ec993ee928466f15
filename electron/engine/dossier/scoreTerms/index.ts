export { askScores, destroyableScores } from './destruction.ts'
export { countScoresDue, listScoreTerms } from './terms.ts'
