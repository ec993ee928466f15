import { X } from 'lucide-react'
import { useState } from 'react'
import type { EntityKey } from '#shared/model/entity.ts'
import { IconButton } from '../../parts/IconButton.tsx'
import { ComboBox } from '../../parts/ComboBox.tsx'
import { FormDialog } from '../../parts/FormDialog.tsx'
import { Select } from '../../parts/Select.tsx'
import { networkText } from '../../text/network.ts'
import { areRight, filterOf, noConditions, PathConditions } from './PathConditions.tsx'
import type { NetworkCalls } from './useNetworkCalls.ts'
import type { Visible } from './visible.ts'

const text = networkText.path
const counts = ['1', '3', '5', '10'] as const

export interface PathDialogProps {
  from: EntityKey | null
  to: EntityKey | null
  visible: Visible
  calls: NetworkCalls
  onClose: () => void
}

/** Between which two nodes, how many paths, over what, and which nodes they must keep away from. */
export function PathDialog(props: PathDialogProps) {
  const { visible, calls, onClose } = props
  const [from, setFrom] = useState(props.from)
  const [to, setTo] = useState(props.to)
  const [exclude, setExclude] = useState<readonly EntityKey[]>([])
  const [count, setCount] = useState<(typeof counts)[number]>('1')
  const [conditions, setConditions] = useState(noConditions)
  const [isAsked, setAsked] = useState(false)
  const options = visible.nodes.map(({ key, label, detail }) => ({ id: key, label, description: detail }))
  const labelOf = (key: EntityKey) => visible.nodes.find((node) => node.key === key)?.label ?? ''
  const isComplete = from !== null && to !== null && from !== to

  function search() {
    setAsked(true)
    if (!isComplete || !areRight(conditions)) return
    onClose()
    const { inTimeOrder, avoidsHubs } = conditions
    void calls.findPath(from, to, { filter: filterOf(conditions), exclude, count: Number(count), inTimeOrder, hubs: avoidsHubs ? 'avoid' : 'pass' })
  }

  return (
    <FormDialog title={text.dialog} done={text.search} onDo={search} onClose={onClose}>
      <div className="dialog-pair">
        <ComboBox label={text.from} options={options} value={from} onChange={setFrom} error={isAsked && !isComplete ? text.chooseTwo : undefined} />
        <ComboBox label={text.to} options={options} value={to} onChange={setTo} />
      </div>
      <div className="dialog-pair">
        <Select label={text.count} options={counts.map((id) => ({ id, label: text.counts(Number(id)) }))} value={count} onChange={setCount} />
        <ComboBox
          label={text.exclude}
          placeholder={text.addExclusion}
          options={options.filter(({ id }) => id !== from && id !== to && !exclude.includes(id))}
          value={null}
          onChange={(key) => key !== null && setExclude([...exclude, key])}
        />
      </div>
      {exclude.length > 0 && (
        <ul className="panel-names">
          {exclude.map((key) => (
            <li key={key} className="path-step">
              <span className="ellipsis">{labelOf(key)}</span>
              <IconButton label={text.removeExclusion(labelOf(key))} icon={X} onPress={() => setExclude(exclude.filter((one) => one !== key))} />
            </li>
          ))}
        </ul>
      )}
      <PathConditions value={conditions} onChange={setConditions} hasOrder />
    </FormDialog>
  )
}
