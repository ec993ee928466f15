export { askReferences, destroyableReferences } from './destruction.ts'
export { reviewReferences } from './review.ts'
export { countTerms, listTerms } from './terms.ts'
