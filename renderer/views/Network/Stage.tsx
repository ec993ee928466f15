import { useCallback, useEffect, useId, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { nextNode, type Direction } from '../../graph/direction.ts'
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

const arrows: Record<string, Direction> = { ArrowLeft: 'left', ArrowRight: 'right', ArrowUp: 'up', ArrowDown: 'down' }
const onNode: readonly (readonly ActionId[])[] = [['expand', 'expandWith', 'path', 'connect'], ['pin', 'hide', 'hideOthers', 'remove'], ['groupChosen', 'groupToggle', 'note', 'suppose'], ['neighbours', 'invert', 'copy'], ['open']]
const beside: readonly (readonly ActionId[])[] = [['add', 'paste', 'selectAll', 'find'], ['show', 'arrange', 'fit'], ['png', 'data', 'toCase']]
const ACROSS_THE_ROOM = 1.15

/** The picture with its legend and buttons; one stop for Tab, arrow keys walk from node to node. */
export function Stage({ drawing, visible, proposals, selection, actions, calls, canvas, onCanvas, isFinding, onFound, open }: StageProps) {
  const isFull = useStore(isPresenting)
  const { openEntity } = useSession()
  const hand = useStore(handStore)
  const [menu, setMenu] = useState<{ x: number; y: number } | null>(null)
  const scene = useMemo(() => sceneOf(visible, drawing.path, proposals.shown), [visible, drawing.path, proposals.shown])
  const chosen = selectedNodes(visible, selection)
  const [only] = chosen.length === 1 ? chosen : []
  const [walkedTo, setWalkedTo] = useState<string | null>(null)
  // where the arrow keys are: the only one that is chosen, or the one they came to last
  const at = selection.size === 1 ? ([...selection][0] ?? null) : walkedTo !== null && selection.has(walkedTo) ? walkedTo : null

  const optionId = useId()
  const wasFull = useRef(isFull)
  useEffect(() => {
    if (wasFull.current !== isFull) canvas?.fit()
    wasFull.current = isFull
  }, [isFull, canvas])

  const openNode = useCallback(
    (id: string, withConditions: boolean) => {
      const group = drawing.groups.get(id)
      if (group) openGroup(drawing, group)
      else if (withConditions) open({ type: 'expand', keys: [id] })
      else if (doubleClickStore.get() === 'open') openEntity(id)
      else expandOrAsk({ drawing, calls, open }, [id])
    },
    [drawing, calls, open, openEntity],
  )
  const openMenu = useCallback(
    (id: string | null, place: { x: number; y: number }) => {
      if (id !== null && !selection.has(id)) select(new Set([id]))
      if (id === null) select(nothing)
      setMenu(place)
    },
    [selection],
  )

  function press(event: KeyboardEvent<HTMLDivElement>) {
    if (event.target !== event.currentTarget) return
    const direction = arrows[event.key]
    if (direction !== undefined && event.altKey && !event.ctrlKey) pushNodes(scene.nodes.filter(({ id }) => selection.has(id)), direction)
    else if (direction !== undefined && !event.ctrlKey) {
      const next = nextNode(scene.nodes, at, direction)
      if (next !== null) {
        setWalkedTo(next)
        select(new Set(event.shiftKey ? [...selection, next] : [next]))
        canvas?.reveal([next])
      }
    } else if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) {
      const frame = event.currentTarget.getBoundingClientRect()
      setMenu(canvas?.placeOf(only?.key ?? '') ?? { x: frame.left + frame.width / 2, y: frame.top + frame.height / 2 })
    } else if (event.key === 'Enter' && at !== null) openNode(at, event.shiftKey)
    else if (event.key === 'Escape' && handStore.get() !== 'move') handStore.set('move')
    else if (event.key === 'Escape' && selection.size > 0 && !isFull) select(nothing)
    else return
    event.preventDefault()
  }

  return (
    <>
      <div className="network-stage">
        {/* a list to the keyboard and to screen readers; the tables say the same */}
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
        {isFinding && <FindInPicture visible={visible} onFind={(key) => canvas?.pointOut(key)} onClose={onFound} />}
        {calls.isBusy && (
          <div className="network-busy">
            <ProgressBar progress={{ step: networkText.busy, done: 0, total: null }} onCancel={calls.cancel} />
          </div>
        )}
        {calls.isRefining && !calls.isBusy && (
          <p className="network-refining small" role="status">
            {networkText.refining}
            <Button variant="quiet" onPress={calls.stopRefining}>
              {partsText.abort}
            </Button>
          </p>
        )}
        <MenuAt label={networkText.tools} actions={menuOf(actions, chosen.length > 0 ? onNode : beside)} at={menu} onClose={() => setMenu(null)} />
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

/** units a press of an arrow key moves what is chosen */
const PUSH = 20

function pushNodes(nodes: readonly Move[], direction: Direction): void {
  const [dx, dy] = { left: [-PUSH, 0], right: [PUSH, 0], up: [0, -PUSH], down: [0, PUSH] }[direction]
  if (nodes.length > 0) act({ type: 'nudge', places: nodes.map(({ id, x, y }) => ({ key: id, x: x + (dx ?? 0), y: y + (dy ?? 0) })) })
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
