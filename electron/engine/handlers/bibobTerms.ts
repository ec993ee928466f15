import { listBibobTerms, destroyableDossier } from '../dossier/bibobTerms/index.ts'
import { askDestruction, decideDestruction } from '../dossier/index.ts'
import type { Handlers } from './types.ts'

/** How long Bibob dossiers are kept. */
export const bibobTermHandlers: Handlers<'bibob.terms' | 'bibob.askDestruction' | 'bibob.decideDestruction'> = {
  'bibob.terms': (context) => listBibobTerms(context),
  'bibob.askDestruction': (context, input) => askDestruction(context, destroyableDossier, input),
  'bibob.decideDestruction': (context, input) => decideDestruction(context, destroyableDossier, input),
}
