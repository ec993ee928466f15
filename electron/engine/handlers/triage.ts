import { askDestruction, decideDestruction, destroyableSignal, listDestructions } from '../dossier/index.ts'
import { listTriage, moveSignal, readTriage, takeSignal, weigh } from '../dossier/triage/index.ts'
import type { Handlers } from './types.ts'

type TriageCall =
  | 'triage.list' | 'triage.get' | 'triage.take' | 'triage.weigh' | 'triage.move' | 'triage.destructions' | 'triage.askDestruction' | 'triage.decideDestruction'

/** Signals and their weighings, up to the end of their year. */
export const triageHandlers: Handlers<TriageCall> = {
  'triage.list': (context, input) => listTriage(context, input),
  'triage.get': (context, { id }) => readTriage(context, id),
  'triage.take': (context, { recordId, motive }) => takeSignal(context, recordId, motive),
  'triage.weigh': (context, { id, motive, ...made }) => weigh(context, id, made, motive),
  'triage.move': (context, { id, to, motive, ...given }) => moveSignal(context, id, to, given, motive),
  'triage.destructions': (context) => listDestructions(context, destroyableSignal),
  'triage.askDestruction': (context, input) => askDestruction(context, destroyableSignal, input),
  'triage.decideDestruction': (context, input) => decideDestruction(context, destroyableSignal, input),
}
