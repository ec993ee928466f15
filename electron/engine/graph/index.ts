export { countLinks, expandNetwork, findPath } from './network.ts'
export { layoutNetwork } from './layout.ts'
