/** The public face of the Bibob part of the case stage. */
export { keepApplication, readApplication } from './application.ts'
export { identitiesOf, type CompanyIdentity, type Identity, type PersonIdentity } from './identities.ts'
export { establishedPartners, establishPartnership, readPartnerships, withdrawPartnership } from './partnerships.ts'
export { bibobRelations } from './relations.ts'
export { bibobStatus } from './status.ts'
