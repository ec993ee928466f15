import type { EntityKey } from '#shared/model/entity.ts'
import type { Network } from '#shared/model/network.ts'
import { stepText } from '../../text/network.ts'
import {
  addNetwork, emptyDrawing, hideNodes, moveNodes, pinNodes, placeNodes, removeNodes, showNodes,
  type Drawing, type FoundPath, type Place, type ViewFilter,
} from './drawing.ts'
import { changeGroup, suppose, without, withGroups, type GroupPlan } from './groups.ts'

/** One moment on the table and the deed that led to it. */
export interface Step {
  label: string
  drawing: Drawing
  /** the kind of deed; following deeds of a kind that is done in many small moves count as one */
  type: Deed['type'] | 'start'
}

/** All moments since the table was empty, and which of them is shown. Nothing is ever dropped but what was undone. */
export interface Workspace {
  steps: readonly Step[]
  at: number
}

/** Everything that changes what lies on the table. */
export type Deed =
  | { type: 'add'; network: Network; places: readonly Place[]; what: string; plans: readonly GroupPlan[] }
  | { type: 'path'; network: Network; places: readonly Place[]; path: FoundPath }
  | { type: 'unmark' }
  | { type: 'markPath'; keys: readonly EntityKey[] }
  | { type: 'move'; places: readonly Place[] }
  /** a small move by the keyboard; a row of them is one deed as long as it moves the same */
  | { type: 'nudge'; places: readonly Place[] }
  | { type: 'arrange'; places: readonly Place[]; how?: string }
  | { type: 'pin'; keys: readonly EntityKey[]; isPinned: boolean }
  | { type: 'hide'; keys: readonly EntityKey[] }
  | { type: 'show'; keys: readonly EntityKey[] }
  | { type: 'remove'; keys: readonly EntityKey[]; reason: string }
  | { type: 'group'; plans: readonly GroupPlan[] }
  | { type: 'openGroup'; id: string; isOpen: boolean; places: readonly Place[] }
  | { type: 'dissolve'; id: string }
  | { type: 'nameGroup'; id: string; label: string }
  | { type: 'note'; about: EntityKey; text: string }
  | { type: 'suppose'; from: EntityKey; to: EntityKey; text: string }
  | { type: 'unsuppose'; id: string }
  | { type: 'load'; drawing: Drawing; name: string }
  | { type: 'filter'; filter: ViewFilter }
  | { type: 'rename'; title: string }
  | { type: 'clear' }

export type WorkspaceAction = Deed | { type: 'refine'; places: readonly Place[] } | { type: 'undo' } | { type: 'redo' } | { type: 'jump'; at: number }

export const emptyWorkspace: Workspace = { steps: [{ label: stepText.start, drawing: emptyDrawing, type: 'start' }], at: 0 }

const merging: readonly Deed['type'][] = ['filter', 'rename', 'nameGroup', 'nudge']

export function drawingOf(workspace: Workspace): Drawing {
  return workspace.steps[workspace.at]?.drawing ?? emptyDrawing
}

/** The next workspace; a deed behind an undone one takes its place. */
export function reduce(workspace: Workspace, action: WorkspaceAction): Workspace {
  switch (action.type) {
    case 'undo':
      return jump(workspace, workspace.at - 1)
    case 'redo':
      return jump(workspace, workspace.at + 1)
    case 'jump':
      return jump(workspace, action.at)
    case 'refine':
      return refine(workspace, action.places)
    default:
      return commit(workspace, action)
  }
}

function jump(workspace: Workspace, at: number): Workspace {
  return at >= 0 && at < workspace.steps.length ? { ...workspace, at } : workspace
}

/** Better places for what was just done; no deed of its own. */
function refine(workspace: Workspace, places: readonly Place[]): Workspace {
  return { ...workspace, steps: workspace.steps.map((step, at) => (at === workspace.at ? { ...step, drawing: placeNodes(step.drawing, places) } : step)) }
}

function commit(workspace: Workspace, deed: Deed): Workspace {
  const before = drawingOf(workspace)
  const step: Step = { label: labelOf(deed, before), drawing: perform(before, deed), type: deed.type }
  const last = workspace.steps[workspace.at]
  const isMerged = merging.includes(deed.type) && last?.type === deed.type && (deed.type !== 'nudge' || last.label === step.label)
  const kept = workspace.steps.slice(0, workspace.at + (isMerged ? 0 : 1))
  return { steps: [...kept, step], at: kept.length }
}

function perform(drawing: Drawing, deed: Deed): Drawing {
  switch (deed.type) {
    case 'add':
      return titled(placeNodes(withGroups(addNetwork(drawing, deed.network, []), deed.plans), deed.places))
    case 'path':
      return titled({ ...addNetwork(drawing, deed.network, deed.places), path: deed.path })
    case 'unmark':
      return { ...drawing, path: null }
    case 'markPath':
      return { ...drawing, path: drawing.path && { ...drawing.path, keys: deed.keys } }
    case 'move':
    case 'nudge':
      return moveNodes(drawing, deed.places)
    case 'arrange':
      return placeNodes(drawing, deed.places)
    case 'pin':
      return pinNodes(drawing, deed.keys, deed.isPinned)
    case 'hide':
      return hideNodes(drawing, deed.keys)
    case 'show':
      return showNodes(drawing, deed.keys)
    case 'remove':
      return removeNodes(drawing, deed.keys)
    case 'filter':
      return { ...drawing, filter: deed.filter }
    case 'rename':
      return { ...drawing, title: deed.title }
    case 'group':
      return withGroups(drawing, deed.plans)
    case 'openGroup':
      return placeNodes(changeGroup(drawing, deed.id, (group) => ({ ...group, isOpen: deed.isOpen })), deed.places)
    case 'nameGroup':
      return changeGroup(drawing, deed.id, (group) => ({ ...group, label: deed.label }))
    case 'dissolve':
      return { ...drawing, groups: without(drawing.groups, deed.id) }
    case 'note':
      return { ...drawing, notes: deed.text === '' ? without(drawing.notes, deed.about) : new Map(drawing.notes).set(deed.about, { about: deed.about, text: deed.text }) }
    case 'suppose':
      return suppose(drawing, deed)
    case 'unsuppose':
      return { ...drawing, hypotheses: without(drawing.hypotheses, deed.id) }
    case 'load':
      return deed.drawing
    case 'clear':
      return emptyDrawing
  }
}

/** A drawing without a name is called after the first node that lay in it. */
function titled(drawing: Drawing): Drawing {
  const [first] = drawing.nodes.values()
  return drawing.title !== '' || !first ? drawing : { ...drawing, title: stepText.around(first.label) }
}

function labelOf(deed: Deed, { nodes, groups }: Drawing): string {
  const groupName = (id: string) => groups.get(id)?.label ?? ''
  const name = (keys: readonly EntityKey[]) => stepText.nodes(keys.length, nodes.get(keys[0] ?? '')?.label ?? groupName(keys[0] ?? ''))
  switch (deed.type) {
    case 'add':
      return deed.what
    case 'path':
      return stepText.path(deed.path.keys.length - 1)
    case 'unmark':
      return stepText.unmark
    case 'markPath':
      return stepText.markPath(deed.keys.length - 1)
    case 'move':
    case 'nudge':
      return stepText.move(name(deed.places.map(({ key }) => key)))
    case 'arrange':
      return deed.how ?? stepText.arrange
    case 'pin':
      return deed.isPinned ? stepText.pin(name(deed.keys)) : stepText.unpin(name(deed.keys))
    case 'hide':
      return stepText.hide(name(deed.keys))
    case 'show':
      return stepText.show(name(deed.keys))
    case 'remove':
      return stepText.remove(name(deed.keys), deed.reason)
    case 'group':
      return stepText.group(deed.plans.length, deed.plans[0]?.label ?? '')
    case 'openGroup':
      return deed.isOpen ? stepText.openGroup(groupName(deed.id)) : stepText.closeGroup(groupName(deed.id))
    case 'dissolve':
      return stepText.dissolve(groupName(deed.id))
    case 'nameGroup':
      return stepText.nameGroup(deed.label)
    case 'note':
      return stepText.note(name([deed.about]))
    case 'suppose':
      return stepText.suppose(name([deed.from]), name([deed.to]))
    case 'unsuppose':
      return stepText.unsuppose
    case 'load':
      return stepText.load(deed.name)
    case 'filter':
      return stepText.filter
    case 'rename':
      return stepText.rename(deed.title)
    case 'clear':
      return stepText.clear
  }
}
