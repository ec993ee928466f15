import { useCallback, useEffect, useId, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { nextNode, type Direction } from '../../graph/direction.ts'
import { GraphCanvas, type GraphHandle } from '../../graph/GraphCanvas.tsx'
import type { Move } from '../../graph/scene.ts'
import { isPresenting } from '../../lib/presentation.ts'
import { useStore } from '../../lib/store.ts'
import { IconButton } from '../../parts/Button.tsx'
import { MenuAt } from '../../parts/Menu.tsx'
import { ProgressBar } from '../../parts/ProgressBar.tsx'
import { networkText } from '../../text/network.ts'
import { expandOrAsk, type ActionId, type NetworkAction, type NetworkDialog } from './actions.ts'
import type { Drawing } from './drawing.ts'
import { FindInPicture } from './FindInPicture.tsx'
import { Legend } from './Legend.tsx'
import { menuOf } from './NetworkToolbar.tsx'
import { act, handStore, select } from './networkStore.ts'
import { sceneOf } from './sceneOf.ts'
import { nothing, selectedNodes, type Selection } from './selection.ts'
import type { NetworkCalls } from './useNetworkCalls.ts'
import { kindCounts, type Visible } from './visible.ts'

export interface StageProps {
  drawing: Drawing
  visible: Visible
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
const onNode: readonly (readonly ActionId[])[] = [['expand', 'expandWith', 'path'], ['pin', 'hide', 'hideOthers', 'remove'], ['neighbours', 'invert'], ['open']]
const beside: readonly (readonly ActionId[])[] = [['add', 'selectAll', 'find'], ['show', 'arrange', 'fit'], ['svg', 'png', 'toCase']]
const ACROSS_THE_ROOM = 1.15

/** The picture with its legend and buttons; one stop for Tab, arrow keys walk from node to node. */
export function Stage({ drawing, visible, selection, actions, calls, canvas, onCanvas, isFinding, onFound, open }: StageProps) {
  const isFull = useStore(isPresenting)
  const hand = useStore(handStore)
  const [menu, setMenu] = useState<{ x: number; y: number } | null>(null)
  const scene = useMemo(() => sceneOf(visible, drawing.path), [visible, drawing.path])
  const chosen = selectedNodes(visible, selection)
  const [only] = chosen.length === 1 ? chosen : []

  const optionId = useId()
  const wasFull = useRef(isFull)
  useEffect(() => {
    if (wasFull.current !== isFull) canvas?.fit()
    wasFull.current = isFull
  }, [isFull, canvas])

  const openNode = useCallback(
    (id: string, withConditions: boolean) => (withConditions ? open({ type: 'expand', keys: [id] }) : expandOrAsk({ drawing, calls, open }, [id])),
    [drawing, calls, open],
  )
  const openMenu = useCallback(
    (id: string | null, at: { x: number; y: number }) => {
      if (id !== null && !selection.has(id)) select(new Set([id]))
      if (id === null) select(nothing)
      setMenu(at)
    },
    [selection],
  )

  function press(event: KeyboardEvent<HTMLDivElement>) {
    if (event.target !== event.currentTarget) return
    const direction = arrows[event.key]
    if (direction !== undefined && !event.ctrlKey && !event.altKey) {
      const next = nextNode(scene.nodes, only?.key ?? null, direction)
      if (next !== null) {
        select(new Set([next]))
        canvas?.reveal([next])
      }
    } else if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) {
      const frame = event.currentTarget.getBoundingClientRect()
      setMenu(canvas?.placeOf(only?.key ?? '') ?? { x: frame.left + frame.width / 2, y: frame.top + frame.height / 2 })
    } else if (event.key === 'Enter' && only) openNode(only.key, event.shiftKey)
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
            {announcement(visible, only, chosen.length)}
          </span>
        </div>
        {isFinding && <FindInPicture visible={visible} onFind={(key) => canvas?.reveal([key])} onClose={onFound} />}
        {calls.isBusy && (
          <div className="network-busy">
            <ProgressBar progress={{ step: networkText.busy, done: 0, total: null }} onCancel={calls.cancel} />
          </div>
        )}
        <MenuAt label={networkText.tools} actions={menuOf(actions, chosen.length > 0 ? onNode : beside)} at={menu} onClose={() => setMenu(null)} />
      </div>
      <div className="network-foot">
        <Legend drawing={drawing} />
        <ViewButtons actions={actions} />
      </div>
    </>
  )
}

function ViewButtons({ actions }: { actions: Record<ActionId, NetworkAction> }) {
  return (
    <div className="network-zoom">
      {(['zoomOut', 'zoomIn', 'fit', 'find', 'present'] as const).map((id) => {
        const { label, icon, keys, run } = actions[id]
        return icon && <IconButton key={id} label={label} icon={icon} onPress={run} {...(keys ? { keys } : {})} />
      })}
    </div>
  )
}

function moveNodes(moves: readonly Move[]): void {
  act({ type: 'move', places: moves.map(({ id, x, y }) => ({ key: id, x, y })) })
}

function announcement(visible: Visible, only: Visible['nodes'][number] | undefined, count: number): string {
  if (!only) return networkText.stage.chosen(count)
  return networkText.stage.node(only.label, only.kind, visible.links.filter(({ from, to }) => from === only.key || to === only.key).length)
}
