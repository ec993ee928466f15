import { useState } from 'react'
import type { EntityKey } from '#shared/model/entity.ts'
import type { LinkFilter, NetworkNode } from '#shared/model/network.ts'
import { entityKindLabel } from '#shared/text/terms.ts'
import { useAnswer } from '../../lib/engine.ts'
import { Answered } from '../../parts/Answered.tsx'
import { Button } from '../../parts/Button.tsx'
import { byNumber, byText, type Column } from '../../parts/columns.ts'
import { Dialog } from '../../parts/Dialog.tsx'
import { KindMark } from '../../parts/KindMark.tsx'
import { Table } from '../../parts/Table.tsx'
import { formatNumber } from '#shared/text/format.ts'
import { networkText } from '../../text/network.ts'
import type { Drawing } from './drawing.ts'
import type { NetworkCalls } from './useNetworkCalls.ts'

const text = networkText.expand
const MOST_LISTED = 2000

export interface ExpandListProps {
  keys: readonly EntityKey[]
  filter: LinkFilter
  drawing: Drawing
  calls: NetworkCalls
  onBack: () => void
  onClose: () => void
}

/** Everything linked as a list, for a node with more links than a picture can show: the analyst picks. */
export function ExpandList({ keys, filter, drawing, calls, onBack, onClose }: ExpandListProps) {
  const answer = useAnswer('network.expand', { keys: [...keys], depth: 1, filter, limit: MOST_LISTED })
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const footer = (
    <>
      <Button onPress={onBack}>{text.back}</Button>
      <Button
        variant="primary"
        isDisabled={chosen.size === 0}
        onPress={() => {
          onClose()
          void calls.add([...chosen])
        }}
      >
        {text.addChosen(chosen.size)}
      </Button>
    </>
  )
  return (
    <Dialog title={text.list} isOpen onClose={onClose} footer={footer} width="large">
      <div className="dialog-stack">
        <p className="soft">{text.listWhy}</p>
        <Answered answer={answer}>
          {({ nodes, truncated }) => (
            <>
              <div className="expand-list">
                <Table
                  label={text.list}
                  columns={columns}
                  rows={nodes.filter(({ key }) => drawing.nodes.get(key)?.isHidden !== false)}
                  rowKey={({ key }) => key}
                  selection={{ keys: chosen, onChange: setChosen }}
                  empty={networkText.nothingNew}
                />
              </div>
              {truncated && <p className="small soft">{networkText.truncated(nodes.length)}</p>}
            </>
          )}
        </Answered>
      </div>
    </Dialog>
  )
}

const columns: readonly Column<NetworkNode>[] = [
  {
    id: 'name', heading: networkText.table.name, text: ({ label }) => label, grow: 2, width: 180, compare: byText(({ label }) => label),
    cell: ({ kind, label }) => <span className="network-name"><KindMark kind={kind} /><span className="ellipsis">{label}</span></span>,
  },
  { id: 'kind', heading: networkText.table.kind, text: ({ kind }) => entityKindLabel[kind], compare: byText(({ kind }) => entityKindLabel[kind]) },
  { id: 'detail', heading: networkText.table.detail, text: ({ detail }) => detail, grow: 2, compare: byText(({ detail }) => detail) },
  { id: 'known', heading: networkText.table.knownLinks, text: ({ kind, degree }) => (kind === 'person' ? '' : formatNumber(degree)), isNumeric: true, compare: byNumber(({ kind, degree }) => (kind === 'person' ? null : degree)) },
]
