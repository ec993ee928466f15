export { buildAddressIndex, type AddressIndex } from './addressIndex.ts'
export { explainMatch } from './explainMatch.ts'
export { matchAddress } from './matchAddress.ts'
export { runLink } from './runLink.ts'
