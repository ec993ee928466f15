export { buildSearch } from './buildSearch.ts'
export { makeWordIndex } from './wordIndex.ts'
