import type { LucideIcon } from 'lucide-react'
import type { EntityKey } from '#shared/model/entity.ts'
import type { GraphHandle } from '../../graph/GraphCanvas.tsx'
import type { Drawing } from './drawing.ts'
import type { ExportFormat } from './ExportDialog.tsx'
import { missingLinks, type Selection } from './selection.ts'
import { DEFAULT_LIMIT, type NetworkCalls } from './useNetworkCalls.ts'
import type { Visible } from './visible.ts'
import type { Workspace } from './workspace.ts'

/** A question laid over the network. */
export type NetworkDialog =
  | { type: 'expand'; keys: readonly EntityKey[] }
  | { type: 'path'; from: EntityKey | null; to: EntityKey | null }
  | { type: 'connect'; keys: readonly EntityKey[] }
  | { type: 'note'; about: EntityKey }
  | { type: 'suppose'; from: EntityKey; to: EntityKey }
  | { type: 'remove'; keys: readonly EntityKey[] }
  | { type: 'export'; format: ExportFormat }
  | { type: 'add' }
  | { type: 'case' }
  | { type: 'saveView' }
  | { type: 'close' }

/** More links than this are not simply added: the analyst is asked which. */
const MANY_LINKS = 60

/** One thing that can be done: a button, a line in a menu, a key. */
export interface NetworkAction {
  label: string
  icon?: LucideIcon
  keys?: string
  isDisabled?: boolean
  run: () => void
}

/** What the actions look at and reach. */
export interface ActionContext {
  workspace: Workspace
  drawing: Drawing
  visible: Visible
  selection: Selection
  calls: NetworkCalls
  /** null while the tables are shown */
  canvas: GraphHandle | null
  open: (dialog: NetworkDialog) => void
  find: () => void
  inspect: () => void
  rename: () => void
  openEntity: (key: EntityKey) => void
  mayMakeCase: boolean
  maySaveView: boolean
}

/** Adds what is linked, or asks which of it when that is much. */
export function expandOrAsk({ drawing, calls, open }: Pick<ActionContext, 'drawing' | 'calls' | 'open'>, keys: readonly EntityKey[]): void {
  const missing = keys.reduce((sum, key) => sum + missingLinks(drawing, key), 0)
  if (missing > MANY_LINKS) open({ type: 'expand', keys })
  else void calls.expand(keys, { depth: 1, filter: {}, limit: DEFAULT_LIMIT })
}
