export { explainAddress } from './addressMatch.ts'
export { lookUpReferences } from './references.ts'
export { readAddress, readCompany, readPerson } from './sheets.ts'
export { readSuccession } from './succession.ts'
