export { buildSearch } from './buildSearch.ts'
