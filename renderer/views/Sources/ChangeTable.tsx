import { useState } from 'react'
import type { DeliveryChange, RowChange } from '#shared/model/source.ts'
import { formatNumber } from '#shared/text/format.ts'
import { Notice } from '../../parts/Notice.tsx'
import { Pill, type PillTone } from '../../parts/Pill.tsx'
import { PlainHead } from '../../parts/PlainHead.tsx'
import { Segmented } from '../../parts/Segmented.tsx'
import { sourcesText } from '../../text/sources.ts'
import '../../parts/PlainTable.css'

const text = sourcesText.change
const counted = ['added', 'changed', 'gone', 'unchanged'] as const
const tones: Record<RowChange['what'], PillTone> = { new: 'accent', changed: 'neutral', gone: 'soft' }
/** A complete delivery that loses more than this part of what stood is probably no complete one. */
const MUCH = 0.5
const SHOWN = 25

/** What is new, changed and gone since the delivery before, with examples that show before and after. */
export function ChangeTable({ change, isTaken }: { change: DeliveryChange; isTaken: boolean }) {
  const present = (['changed', 'gone', 'new'] as const).filter((what) => change.examples.some((one) => one.what === what))
  const [chosen, setChosen] = useState<RowChange['what'] | null>(null)
  const what = chosen !== null && present.includes(chosen) ? chosen : (present[0] ?? null)
  const before = change.gone + change.changed + change.unchanged
  const rows = change.examples.filter((one) => one.what === what).slice(0, SHOWN)
  return (
    <section className="sources-change" aria-label={text.title}>
      <h4>{text.title}</h4>
      <dl className="sources-counts sources-counts-four">
        {counted.map((count) => (
          <div key={count} className="sources-count">
            <dt>{text.counts[count]}</dt>
            <dd className="tabular">{formatNumber(change[count])}</dd>
          </div>
        ))}
      </dl>
      {!isTaken && change.gone > before * MUCH && <Notice>{text.muchGone(change.gone, before)}</Notice>}
      {present.length > 1 && <Segmented label={text.show} options={present.map((id) => ({ id, label: text.what[id] }))} value={what ?? 'changed'} onChange={setChosen} />}
      {rows.length === 0 ? (
        <p className="soft">{text.nothing}</p>
      ) : (
        <table className="plain-table">
          <PlainHead headings={[text.columns.what, { numeric: text.columns.row }, text.columns.values]} />
          <tbody>
            {rows.map((one) => (
              <tr key={`${one.what} ${one.row}`}>
                <td>
                  <Pill tone={tones[one.what]}>{text.one[one.what]}</Pill>
                </td>
                <td className="numeric tabular">{one.row}</td>
                <td>
                  <Values row={one} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

function Values({ row }: { row: RowChange }) {
  const same = row.values.filter(({ before, after }) => row.what !== 'changed' || before === after)
  const differing = row.what === 'changed' ? row.values.filter(({ before, after }) => before !== after) : []
  return (
    <div className="sources-change-values">
      <span className="soft">{same.map(({ before, after }) => after || before).join(' · ')}</span>
      {differing.map(({ label, before, after }) => (
        <span key={label}>
          {label}: <del>{before || text.empty}</del> <span aria-hidden>→</span> <ins>{after || text.empty}</ins>
        </span>
      ))}
    </div>
  )
}
