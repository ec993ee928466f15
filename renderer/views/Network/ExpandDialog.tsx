import { useState } from 'react'
import { LinkKind, type EntityKey } from '#shared/model/entity.ts'
import type { LinkFilter } from '#shared/model/network.ts'
import { useAnswer } from '../../lib/engine.ts'
import { Answered } from '../../parts/Answered.tsx'
import { Button } from '../../parts/Button.tsx'
import { Dialog } from '../../parts/Dialog.tsx'
import { Select } from '../../parts/Select.tsx'
import { TextField } from '../../parts/TextField.tsx'
import { networkText, stepText } from '../../text/network.ts'
import { partsText } from '../../text/parts.ts'
import type { Drawing } from './drawing.ts'
import { ExpandKinds, totalOf } from './ExpandKinds.tsx'
import { ExpandList } from './ExpandList.tsx'
import { DEFAULT_LIMIT, type NetworkCalls } from './useNetworkCalls.ts'

const text = networkText.expand
const depths = ['1', '2', '3', '4'] as const
const limits = ['50', '100', '250', '500', '1000', '2000', '5000'] as const
const optionsOf = <Id extends string>(ids: readonly Id[], label: (id: Id) => string) => ids.map((id) => ({ id, label: label(id) }))

export interface ExpandDialogProps {
  keys: readonly EntityKey[]
  drawing: Drawing
  calls: NetworkCalls
  onClose: () => void
}

/** Which links to follow, how far and within which years, with the numbers before anything is drawn. */
export function ExpandDialog({ keys, drawing, calls, onClose }: ExpandDialogProps) {
  const [kinds, setKinds] = useState<readonly LinkKind[]>(LinkKind.options)
  const [depth, setDepth] = useState<(typeof depths)[number]>('1')
  const [limit, setLimit] = useState<(typeof limits)[number]>(`${DEFAULT_LIMIT}`)
  const [years, setYears] = useState({ from: '', to: '' })
  const [isListing, setListing] = useState(false)
  const [only = ''] = keys
  const areYearsRight = [years.from, years.to].every((year) => year === '' || /^\d{4}$/.test(year))
  const period = areYearsRight ? { from: years.from || null, to: years.to || null } : { from: null, to: null }
  const counts = useAnswer('network.preview', { key: only, filter: period }, { enabled: keys.length === 1 })
  const filter: LinkFilter = kinds.length === LinkKind.options.length ? period : { ...period, kinds: [...kinds] }
  const total = totalOf(counts.value?.groups ?? [], kinds)
  const isReady = areYearsRight && kinds.length > 0
  const name = stepText.nodes(keys.length, drawing.nodes.get(only)?.label ?? '')

  function expand(asGroup: boolean) {
    onClose()
    void calls.expand(keys, { depth: Number(depth), filter, limit: Number(limit), asGroup })
  }

  if (isListing) return <ExpandList keys={keys} filter={filter} drawing={drawing} calls={calls} onBack={() => setListing(false)} onClose={onClose} />
  const footer = (
    <>
      <Button onPress={onClose}>{partsText.cancel}</Button>
      <Button onPress={() => setListing(true)} isDisabled={!isReady}>
        {text.asList}
      </Button>
      <Button onPress={() => expand(true)} isDisabled={!isReady || (keys.length === 1 && total < 2)}>
        {text.asGroup}
      </Button>
      <Button variant="primary" onPress={() => expand(false)} isDisabled={!isReady || (keys.length === 1 && total === 0)}>
        {text.add}
      </Button>
    </>
  )
  return (
    <Dialog title={text.dialog} isOpen onClose={onClose} footer={footer}>
      <div className="dialog-stack">
        <p className="soft">{text.of(name)}</p>
        {keys.length === 1 ? (
          <Answered answer={counts}>{(found) => <ExpandKinds counts={found.groups} kinds={kinds} onChange={setKinds} />}</Answered>
        ) : (
          <ExpandKinds counts={null} kinds={kinds} onChange={setKinds} />
        )}
        <div className="dialog-pair">
          <TextField label={text.from} value={years.from} onChange={(from) => setYears({ ...years, from })} inputMode="numeric" maxLength={4} error={areYearsRight ? undefined : text.year} />
          <TextField label={text.to} value={years.to} onChange={(to) => setYears({ ...years, to })} inputMode="numeric" maxLength={4} />
        </div>
        <div className="dialog-pair">
          <Select label={text.depth} options={optionsOf(depths, (id) => text.steps(Number(id)))} value={depth} onChange={setDepth} />
          <Select label={text.limit} options={optionsOf(limits, (id) => text.nodes(Number(id)))} value={limit} onChange={setLimit} />
        </div>
        {keys.length === 1 && counts.value && <p role="status">{kinds.length === 0 ? text.noKinds : text.preview(total, depth !== '1')}</p>}
      </div>
    </Dialog>
  )
}
