export { buildAddressIndex, type AddressIndex } from './addressIndex.ts'
export { matchAddress, matchMethods, type AddressMatch, type MatchMethod } from './matchAddress.ts'
export { runLink } from './runLink.ts'
