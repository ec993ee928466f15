import { useState } from 'react'
import { useSettled } from '../../lib/settled.ts'
import { Tabs } from '../../parts/Tabs.tsx'
import { networkText } from '../../text/network.ts'
import type { NetworkAction, NetworkDialog } from './actionContext.ts'
import type { ActionId } from './actions.ts'
import type { Drawing } from './drawing.ts'
import { GroupDetails } from './GroupDetails.tsx'
import { LineDetails } from './LineDetails.tsx'
import { Measures } from './Measures.tsx'
import { NodeDetails } from './NodeDetails.tsx'
import { PathCard } from './PathCard.tsx'
import { PictureDetails } from './PictureDetails.tsx'
import { ProposalList } from './ProposalList.tsx'
import type { Proposal } from './proposals.ts'
import { linksIn, selectedNodes, type Selection } from './selection.ts'
import { SelectionDetails } from './SelectionDetails.tsx'
import { SupposedDetails } from './SupposedDetails.tsx'
import { Steps } from './Steps.tsx'
import type { NetworkCalls } from './useNetworkCalls.ts'
import type { Visible } from './visible.ts'
import type { Workspace } from './workspace.ts'

export interface PanelProps {
  workspace: Workspace
  drawing: Drawing
  visible: Visible
  /** what may be the same, as far as it is shown */
  proposals: readonly Proposal[]
  selection: Selection
  actions: Record<ActionId, NetworkAction>
  calls: NetworkCalls
  open: (dialog: NetworkDialog) => void
}

/** the element that takes the focus when somebody goes to the details */
export const DETAILS = 'network-details'

/** ms a node is chosen before the index is asked about it: walking past it is no look-up */
const PAUSE = 500

/** Beside the picture: what is chosen, or else the picture as a whole; and everything that was done. */
export function NetworkPanel(props: PanelProps) {
  const [tab, setTab] = useState<'details' | 'measures' | 'steps'>('details')
  const { drawing, workspace, calls } = props
  const near = props.proposals.filter((one) => props.selection.size === 0 || isAbout(one, props.selection))
  const settled = useSettled([...props.selection].join(' '), PAUSE)
  return (
    <aside className="card network-panel" aria-label={networkText.panel.label}>
      <Tabs
        label={networkText.panel.label}
        value={tab}
        onChange={setTab}
        tabs={[
          {
            id: 'details',
            label: networkText.panel.details,
            content: (
              <div className="panel-scroll" id={DETAILS} tabIndex={-1}>
                {drawing.path && <PathCard drawing={drawing} path={drawing.path} calls={calls} />}
                <Chosen {...props} settled={settled} />
                {near.length > 0 && <ProposalList proposals={near} />}
              </div>
            ),
          },
          { id: 'measures', label: networkText.measures.tab, content: <div className="panel-scroll"><Measures drawing={drawing} visible={props.visible} /></div> },
          { id: 'steps', label: networkText.panel.steps, count: workspace.steps.length - 1, content: <div className="panel-scroll"><Steps workspace={workspace} /></div> },
        ]}
      />
    </aside>
  )
}

/** Whether its line, or one of the two, is chosen. */
function isAbout({ id, pair }: Proposal, selection: Selection): boolean {
  return selection.has(id) || selection.has(pair.left.entity) || selection.has(pair.right.entity)
}

function Chosen({ drawing, visible, selection, actions, open, settled }: PanelProps & { settled: string }) {
  const nodes = selectedNodes(visible, selection)
  const [only] = nodes
  if (only && nodes.length === 1) return <NodeDetails node={only} drawing={drawing} visible={visible} actions={actions} asksIndex={settled === only.key} />
  if (nodes.length > 1) return <SelectionDetails nodes={nodes} actions={actions} open={open} />
  const group = visible.groups.find(({ id }) => selection.has(id))
  if (group) return <GroupDetails group={group} drawing={drawing} visible={visible} />
  const supposed = visible.hypotheses.find(({ id }) => selection.has(id))
  if (supposed) return <SupposedDetails supposed={supposed} drawing={drawing} />
  const links = linksIn(visible, selection)
  if (links.length > 0) return <LineDetails links={links} drawing={drawing} />
  return <PictureDetails drawing={drawing} visible={visible} actions={actions} />
}
