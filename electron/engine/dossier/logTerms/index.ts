export { askLines, decideLines } from './destruction.ts'
export { countLinesDue, listLogTerms } from './terms.ts'
