import type { Delivery } from '#shared/contract/sources.ts'
import type { SheetMapping } from '#shared/model/source.ts'
import { useAnswer } from '../../lib/engine.ts'
import { Select } from '../../parts/Select.tsx'
import { sourcesText } from '../../text/sources.ts'
import { changeSheet } from './intake.ts'

const text = sourcesText.followUp
const FIRST = 'first'
type Sort = 'all' | 'more'

/** Which delivery this sheet follows, and whether what is not in it has ended. */
export function FollowUp({ token, mapping }: { token: string; mapping: SheetMapping }) {
  const deliveries = useAnswer('sources.deliveries', {}).value ?? []
  const sources = newestOfSources(deliveries, mapping.kind)
  const follows = mapping.follows ?? null
  const followed = deliveries.find(({ id }) => id === follows?.deliveryId)
  const shown = sources.find(({ seriesId }) => seriesId === followed?.seriesId)
  if (sources.length === 0) return null
  const change = (next: SheetMapping['follows']) => changeSheet(token, mapping.sheet, { mapping: { follows: next } })
  return (
    <div className="sources-follow">
      <Select
        label={text.label}
        options={[{ id: FIRST, label: text.first }, ...sources.map((one) => ({ id: String(one.id), label: text.after(one.file, one.referenceDate, one.at), description: one.supplier }))]}
        value={follows === null || !shown ? FIRST : String(shown.id)}
        onChange={(id) => change(id === FIRST ? null : { deliveryId: Number(id), isComplete: follows?.isComplete ?? false })}
      />
      {follows !== null && (
        <Select<Sort>
          label={text.sort}
          options={[{ id: 'all', label: text.all, description: text.allWhy }, { id: 'more', label: text.more, description: text.moreWhy }]}
          value={follows.isComplete ? 'all' : 'more'}
          onChange={(sort) => change({ ...follows, isComplete: sort === 'all' })}
        />
      )}
    </div>
  )
}

/** Of every source of a kind its newest delivery that stands. */
function newestOfSources(deliveries: readonly Delivery[], kind: string): Delivery[] {
  const standing = deliveries.filter((one) => one.kind === kind && one.withdrawnAt === null)
  return standing.filter((one) => !standing.some((other) => other.seriesId === one.seriesId && other.id > one.id))
}
