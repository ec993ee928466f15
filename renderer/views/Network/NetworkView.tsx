import { useEffect, useMemo, useRef, useState } from 'react'
import type { GraphHandle } from '../../graph/GraphCanvas.tsx'
import { useKeptFocus } from '../../lib/keptFocus.ts'
import { isPresenting, present } from '../../lib/presentation.ts'
import { useSession } from '../../lib/session.tsx'
import { useShortcuts } from '../../lib/shortcuts.ts'
import { useStore } from '../../lib/store.ts'
import { Button } from '../../parts/Button.tsx'
import { Card } from '../../parts/Card.tsx'
import { PageHeader } from '../../parts/PageHeader.tsx'
import { ProblemNotice } from '../../parts/ProblemNotice.tsx'
import { Segmented } from '../../parts/Segmented.tsx'
import { screenLabel } from '../../text/frame.ts'
import { networkText } from '../../text/network.ts'
import { partsText } from '../../text/parts.ts'
import type { NetworkAction, NetworkDialog } from './actionContext.ts'
import { networkActions } from './actions.ts'
import { NetworkChart } from './NetworkChart.tsx'
import { NetworkDialogs } from './NetworkDialogs.tsx'
import { NetworkMap } from './NetworkMap.tsx'
import { DETAILS, NetworkPanel } from './NetworkPanel.tsx'
import { NetworkStart } from './NetworkStart.tsx'
import { NetworkTables } from './NetworkTables.tsx'
import { NetworkToolbar } from './NetworkToolbar.tsx'
import { clipStore } from './clipboard.ts'
import { doubleClickStore, select, selectionStore, showView, workspaceStore } from './networkStore.ts'
import { nothing, type Selection } from './selection.ts'
import { useProposals } from './proposals.ts'
import { Stage, type StageProps } from './Stage.tsx'
import { TimeBar } from './TimeBar.tsx'
import { useNetworkCalls, type NetworkCalls } from './useNetworkCalls.ts'
import { visibleOf, type Visible } from './visible.ts'
import { drawingOf } from './workspace.ts'
import './Network.css'

const views = [
  { id: 'graph', label: networkText.view.graph },
  { id: 'table', label: networkText.view.table },
  { id: 'chart', label: networkText.view.chart },
  { id: 'map', label: networkText.view.map },
] as const
type ViewId = (typeof views)[number]['id']

/** Netwerk: entities and their links as a picture, as tables, in time and on the map, which always show the same and share one selection. */
export function NetworkView() {
  const { openEntity, may, networkRequest } = useSession()
  const workspace = useStore(workspaceStore)
  const selection = useStore(selectionStore)
  const isFull = useStore(isPresenting)
  // what can be pasted, and what a double click does, stand in the menus
  useStore(clipStore)
  useStore(doubleClickStore)
  const drawing = drawingOf(workspace)
  const visible = useMemo(() => visibleOf(drawing), [drawing])
  const proposals = useProposals(visible)
  const calls = useNetworkCalls()
  const [view, setView] = useState<ViewId>('graph')
  const [dialog, setDialog] = useState<NetworkDialog | null>(null)
  const [isFinding, setFinding] = useState(false)
  const [canvas, setCanvas] = useState<GraphHandle | null>(null)

  const [isAsked] = useState(networkRequest !== null)
  useRequests(calls)
  useEffect(() => () => (isPresenting.get() ? present(false) : undefined), [])

  const actions = networkActions({
    workspace, drawing, visible, selection, calls, openEntity,
    canvas,
    open: setDialog,
    find: () => {
      setView('graph')
      setFinding(true)
    },
    inspect: () => document.getElementById(DETAILS)?.focus(),
    rename: () => rename(visible, selection),
    mayMakeCase: may('case.create'),
    maySaveView: may('view.save'),
  })
  useShortcuts(networkText.keysTitle, shortcutsOf(actions, isFull))

  const isEmpty = drawing.nodes.size === 0
  // the field that puts the first node on the table goes when it lies there
  const body = useRef<HTMLDivElement>(null)
  useKeptFocus(body, `${isEmpty}`)
  // what was removed is told, and taken back, in the steps
  const hasPanel = !isFull && (!isEmpty || workspace.steps.length > 1)
  return (
    <div className={isFull ? 'page network network-full' : 'page network'}>
      <PageHeader
        title={isFull && drawing.title !== '' ? drawing.title : screenLabel.network}
        facts={!isEmpty && <Facts nodes={visible.nodes.length} links={visible.links.length} hidden={visible.hidden.length} />}
      >
        <NetworkToolbar actions={actions} isFull={isFull} />
        {!isFull && <Segmented label={networkText.view.label} options={views} value={view} onChange={setView} />}
      </PageHeader>
      {calls.problem && <ProblemNotice problem={calls.problem} action={<Button onPress={calls.dismiss}>{partsText.close}</Button>} />}
      <div className="network-body" ref={body} tabIndex={-1} role="group" aria-label={screenLabel.network}>
        <Card isFlush isTall>
          {isEmpty ? (
            <NetworkStart calls={calls} isAsked={isAsked} />
          ) : (
            <>
              <Shown as={view} drawing={drawing} visible={visible} proposals={proposals} selection={selection} actions={actions} canvas={canvas} onCanvas={setCanvas} calls={calls} isFinding={isFinding} onFound={() => setFinding(false)} open={setDialog} />
              <TimeBar drawing={drawing} visible={visible} />
            </>
          )}
        </Card>
        {hasPanel && <NetworkPanel workspace={workspace} drawing={drawing} visible={visible} proposals={proposals.shown} selection={selection} actions={actions} calls={calls} open={setDialog} />}
      </div>
      <NetworkDialogs dialog={dialog} onClose={() => setDialog(null)} actions={actions} workspace={workspace} drawing={drawing} visible={visible} selection={selection} calls={calls} />
    </div>
  )
}

/** F2 goes to the name of what is chosen: a group, or the picture as a whole. */
function rename(visible: Visible, selection: Selection): void {
  if (!visible.groups.some(({ id }) => selection.has(id))) select(nothing)
  requestAnimationFrame(() => document.getElementById(DETAILS)?.querySelector('input')?.select())
}

/** Puts on the table what another screen asked to be shown. */
function useRequests(calls: NetworkCalls): void {
  const { networkRequest, takeNetworkRequest } = useSession()
  useEffect(() => {
    if (!networkRequest) return
    takeNetworkRequest()
    if ('view' in networkRequest) {
      const { view: saved } = networkRequest
      showView(saved)
      if (saved.renews) void calls.add(saved.content.picture.nodes.map(({ key }) => key)).then(() => select(nothing))
    } else void calls.start(networkRequest.keys)
  }, [networkRequest, takeNetworkRequest, calls])
}

function Shown({ as, ...stage }: StageProps & { as: ViewId }) {
  const { drawing, visible, selection } = stage
  if (as === 'graph') return <Stage {...stage} />
  if (as === 'chart') return <NetworkChart drawing={drawing} visible={visible} selection={selection} />
  if (as === 'map') return <NetworkMap visible={visible} selection={selection} />
  return <NetworkTables drawing={drawing} visible={visible} selection={selection} />
}

function Facts({ nodes, links, hidden }: { nodes: number; links: number; hidden: number }) {
  return (
    <span role="status">
      {networkText.facts(nodes, links)}
      {hidden > 0 && ` · ${networkText.hiddenFacts(hidden)}`}
    </span>
  )
}

/** Every action that has a key; one that cannot be done now does nothing. Esc is left alone unless there is something to leave. */
function shortcutsOf(actions: Record<string, NetworkAction>, isFull: boolean) {
  return Object.entries(actions).flatMap(([id, { label, keys, isDisabled = false, run }]) =>
    keys === undefined || (id === 'leave' && !isFull) ? [] : [{ keys, label, run: () => (isDisabled ? undefined : run()) }],
  )
}
