export { listSearchAreas } from './searchScope.ts'
export { kindsOpenTo, suggest } from './suggest.ts'
