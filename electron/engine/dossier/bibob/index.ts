/** The public face of the Bibob part of the case stage. */
export { bibobRelations } from './relations.ts'
