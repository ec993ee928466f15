export { decideAddress, undoDecision } from './decide.ts'
export { countQuestions, listQuestions, readQuestion } from './read.ts'
