export { listSearchAreas } from './searchScope.ts'
export { suggest } from './suggest.ts'
