import { decideDestruction } from '../dossier/index.ts'
import { askReferences, destroyableReferences, listTerms, reviewReferences } from '../dossier/references/index.ts'
import type { Handlers } from './types.ts'

/** How long references are kept that are in no case. */
export const referenceTermHandlers: Handlers<'reference.terms' | 'reference.review' | 'reference.askDestruction' | 'reference.decideDestruction'> = {
  'reference.terms': (context, input) => listTerms(context, input),
  'reference.review': (context, input) => reviewReferences(context, input),
  'reference.askDestruction': (context, input) => askReferences(context, input),
  'reference.decideDestruction': (context, input) => decideDestruction(context, destroyableReferences, input),
}
