export { destroyableDossier } from './destruction.ts'
export { countDossiersDue, listBibobTerms } from './terms.ts'
