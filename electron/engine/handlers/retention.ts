import { destroyableCase, destroyableSignal, listProofs, readDestructionList, saveDestructionList } from '../dossier/index.ts'
import type { Handlers } from './types.ts'

export const retentionHandlers: Handlers<'retention.proofs' | 'retention.saveList' | 'retention.readList'> = {
  'retention.proofs': (context) => [destroyableCase, destroyableSignal].flatMap((what) => listProofs(context, what)),
  'retention.saveList': (context, { target }) => saveDestructionList(context, context.path(target)),
  'retention.readList': (context, { file }) => readDestructionList(context, context.path(file)),
}
