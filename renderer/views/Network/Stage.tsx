import { useCallback, useEffect, useId, useMemo, useRef, useState } from 'react'
import { GraphCanvas, type GraphHandle } from '../../graph/GraphCanvas.tsx'
import type { HandMode } from '../../graph/hand.ts'
import type { Move } from '../../graph/scene.ts'
import { isPresenting } from '../../lib/presentation.ts'
import { useSession } from '../../lib/session.tsx'
import { useStore } from '../../lib/store.ts'
import { Button } from '../../parts/Button.tsx'
import { IconButton } from '../../parts/IconButton.tsx'
import { MenuAt } from '../../parts/Menu.tsx'
import { ProgressBar } from '../../parts/ProgressBar.tsx'
import { networkText } from '../../text/network.ts'
import { groupText } from '../../text/networkGroups.ts'
import { partsText } from '../../text/parts.ts'
import { expandOrAsk, type NetworkAction, type NetworkDialog } from './actionContext.ts'
import type { ActionId } from './actions.ts'
import type { Drawing } from './drawing.ts'
import { FindInPicture } from './FindInPicture.tsx'
import { Legend } from './Legend.tsx'
import { menuOf } from './NetworkToolbar.tsx'
import { openGroup } from './groupDeeds.ts'
import { act, doubleClickStore, handStore, select } from './networkStore.ts'
import { ProposalSwitch } from './ProposalSwitch.tsx'
import type { Proposals } from './proposals.ts'
import { sceneOf } from './sceneOf.ts'
import { nothing, selectedNodes, type Selection } from './selection.ts'
import type { NetworkCalls } from './useNetworkCalls.ts'
import { kindCounts, type Visible } from './visible.ts'
import { useWalking } from './walking.ts'

export interface StageProps {
  drawing: Drawing
  visible: Visible
  proposals: Proposals
  selection: Selection
  actions: Record<ActionId, NetworkAction>
  calls: NetworkCalls
  canvas: GraphHandle | null
  onCanvas: (canvas: GraphHandle | null) => void
  isFinding: boolean
  onFound: () => void
  open: (dialog: NetworkDialog) => void
}

const onNode: readonly (readonly ActionId[])[] = [['expand', 'expandWith', 'path', 'connect'], ['pin', 'hide', 'hideOthers', 'remove'], ['groupChosen', 'groupToggle', 'note', 'suppose'], ['neighbours', 'invert', 'copy'], ['open']]
const beside: readonly (readonly ActionId[])[] = [['add', 'paste', 'selectAll', 'find'], ['show', 'arrange', 'fit'], ['png', 'data', 'toCase']]
const ACROSS_THE_ROOM = 1.15

/** The picture with its legend and buttons; one stop for Tab, arrow keys walk from node to node. */
export function Stage(props: StageProps) {
  const { drawing, visible, proposals, selection, actions, calls, canvas, isFinding, onFound } = props
  const [menu, setMenu] = useState<{ x: number; y: number } | null>(null)
  return (
    <>
      <div className="network-stage">
        <Picture {...props} onMenu={setMenu} />
        {isFinding && <FindInPicture visible={visible} onFind={(key) => canvas?.pointOut(key)} onClose={onFound} />}
        <Busy calls={calls} />
        <MenuAt label={networkText.tools} actions={menuOf(actions, selectedNodes(visible, selection).length > 0 ? onNode : beside)} at={menu} onClose={() => setMenu(null)} />
      </div>
      <div className="network-foot">
        <Legend drawing={drawing}>
          <ProposalSwitch proposals={proposals} calls={calls} />
        </Legend>
        <ViewButtons actions={actions} />
      </div>
    </>
  )
}

function Picture({ drawing, visible, proposals, selection, calls, canvas, onCanvas, open, onMenu }: StageProps & { onMenu: (at: { x: number; y: number }) => void }) {
  const isFull = useStore(isPresenting)
  const hand = useStore(handStore)
  const scene = useMemo(() => sceneOf(visible, drawing.path, proposals.shown), [visible, drawing.path, proposals.shown])
  const chosen = selectedNodes(visible, selection)
  const [only] = chosen.length === 1 ? chosen : []
  const optionId = useId()
  const wasFull = useRef(isFull)
  useEffect(() => {
    if (wasFull.current !== isFull) canvas?.fit()
    wasFull.current = isFull
  }, [isFull, canvas])

  const openNode = useOpenNode({ drawing, calls, open })
  const openMenu = useCallback(
    (id: string | null, place: { x: number; y: number }) => {
      if (id !== null && !selection.has(id)) select(new Set([id]))
      if (id === null) select(nothing)
      onMenu(place)
    },
    [selection, onMenu],
  )
  const { at, press } = useWalking({ scene, selection, canvas, isFull, onOpen: openNode, onMenu: (frame) => onMenu(canvas?.placeOf(only?.key ?? '') ?? { x: frame.left + frame.width / 2, y: frame.top + frame.height / 2 }) })

  // a list to the keyboard and to screen readers; the tables say the same
  return (
    <div
      className="network-canvas"
      role="listbox"
      aria-multiselectable
      aria-label={`${networkText.stage.label}. ${networkText.stage.summary(networkText.kinds(kindCounts(drawing).nodes))} ${networkText.stage.help}`}
      aria-activedescendant={optionId}
      tabIndex={0}
      onKeyDown={press}
    >
      <GraphCanvas ref={onCanvas} scene={scene} selected={selection} scale={isFull ? ACROSS_THE_ROOM : 1} hand={hand} onSelect={select} onMove={moveNodes} onOpen={openNode} onMenu={openMenu} />
      <span id={optionId} className="unseen" role="option" aria-selected={chosen.length > 0}>
        {announcement(visible, only, chosen.length, at)}
      </span>
    </div>
  )
}

/** What a double click or Enter does: a group opens, a node is expanded, asked about first, or shown on its sheet. */
function useOpenNode({ drawing, calls, open }: Pick<StageProps, 'drawing' | 'calls' | 'open'>): (id: string, withConditions: boolean) => void {
  const { openEntity } = useSession()
  return useCallback(
    (id, withConditions) => {
      const group = drawing.groups.get(id)
      if (group) openGroup(drawing, group)
      else if (withConditions) open({ type: 'expand', keys: [id] })
      else if (doubleClickStore.get() === 'open') openEntity(id)
      else expandOrAsk({ drawing, calls, open }, [id])
    },
    [drawing, calls, open, openEntity],
  )
}

function Busy({ calls }: { calls: NetworkCalls }) {
  if (calls.isBusy) {
    return (
      <div className="network-busy">
        <ProgressBar progress={{ step: networkText.busy, done: 0, total: null }} onCancel={calls.cancel} />
      </div>
    )
  }
  if (!calls.isRefining) return null
  return (
    <p className="network-refining small" role="status">
      {networkText.refining}
      <Button variant="quiet" onPress={calls.stopRefining}>
        {partsText.abort}
      </Button>
    </p>
  )
}

function ViewButtons({ actions }: { actions: Record<ActionId, NetworkAction> }) {
  const hand = useStore(handStore)
  const chosenHand: Partial<Record<ActionId, HandMode>> = { handMove: 'move', handRectangle: 'rectangle', handLasso: 'lasso' }
  return (
    <div className="network-zoom">
      {(['handMove', 'handRectangle', 'handLasso', 'zoomOut', 'zoomIn', 'fit', 'find', 'present'] as const).map((id) => {
        const { label, icon, keys, run } = actions[id]
        const mode = chosenHand[id]
        return icon && <IconButton key={id} label={label} icon={icon} onPress={run} {...(keys ? { keys } : {})} {...(mode ? { 'aria-pressed': mode === hand } : {})} />
      })}
    </div>
  )
}

function moveNodes(moves: readonly Move[]): void {
  act({ type: 'move', places: moves.map(({ id, x, y }) => ({ key: id, x, y })) })
}

function announcement(visible: Visible, only: Visible['nodes'][number] | undefined, count: number, at: string | null): string {
  const group = visible.groups.find(({ id }) => id === at)
  if (group) return `${group.label}, ${groupText.kind}`
  if (!only) return networkText.stage.chosen(count)
  return networkText.stage.node(only.label, only.kind, visible.links.filter(({ from, to }) => from === only.key || to === only.key).length)
}
