/** Public face of the import stage: files → records with their provenance. */
export { importFile } from './importFile.ts'
export { inspectFile } from './inspectFile.ts'
export { exportMappings, importMappings } from './mappingFile.ts'
export { listIssues } from './issues.ts'
export { kindOf, listKinds } from './kinds.ts'
export { exportRefusals } from './refusals.ts'
export { readSourceRow } from './sourceRow.ts'
export { useOfDelivery, withdrawDelivery } from './withdraw.ts'
