import type { EntityKey } from '#shared/model/entity.ts'
import type { Succession, SuccessionEntry } from '#shared/model/succession.ts'
import { formatPeriod } from '#shared/text/format.ts'
import { useAnswer } from '../../lib/engine.ts'
import { Answered } from '../../parts/Answered.tsx'
import { EntityLink } from '../../parts/EntityLink.tsx'
import { SourceLink } from '../../parts/SourceLink.tsx'
import { chartText } from '../../text/networkTime.ts'
import { barOf, spanOf, type Span } from './spans.ts'

/** Who owned and used one address, and what was permitted, reported and done there: a lane each on one time axis, with the gaps. */
export function SuccessionLanes({ address, label, today }: { address: EntityKey; label: string; today: string }) {
  const answer = useAnswer('address.succession', { key: address })
  return (
    <section className="network-succession" aria-label={chartText.succession(label)}>
      <h2>{chartText.succession(label)}</h2>
      <Answered answer={answer}>{(found) => <Lanes found={found} today={today} />}</Answered>
    </section>
  )
}

function Lanes({ found: { lanes, gaps }, today }: { found: Succession; today: string }) {
  const span = spanOf(lanes.flatMap(({ entries }) => entries), today)
  const filled = lanes.filter(({ entries }) => entries.length > 0)
  const empty = lanes.filter(({ entries }) => entries.length === 0).map(({ lane }) => chartText.lanes[lane].toLowerCase())
  return (
    <>
      <table className="lanes">
        <thead>
          <tr>
            <th scope="col">{chartText.lane}</th>
            <th scope="col">{chartText.who}</th>
            <th scope="col" className="lane-axis"><span>{span.first}</span><span>{span.last}</span></th>
            <th scope="col">{chartText.axis}</th>
            <th scope="col">{chartText.source}</th>
          </tr>
        </thead>
        <tbody>
          {filled.flatMap(({ lane, entries }) => entries.map((entry, place) => <Row key={`${lane} ${place}`} entry={entry} isFirst={place === 0} span={span} today={today} />))}
        </tbody>
      </table>
      {gaps.length > 0 && (
        <ul className="small lane-gaps">
          {gaps.map(({ what, from, to, days }) => <li key={`${what} ${from}`}>{chartText.gap(what, formatPeriod(from, to), days)}</li>)}
        </ul>
      )}
      {empty.length > 0 && <p className="small soft">{chartText.empty(empty.join(', '))}</p>}
    </>
  )
}

function Row({ entry, isFirst, span, today }: { entry: SuccessionEntry; isFirst: boolean; span: Span; today: string }) {
  const { lane, label, text, other, start, end, source } = entry
  const { from, to } = barOf(entry, span, today)
  const isDated = start !== null || end !== null
  return (
    <tr>
      <th scope="row">{isFirst ? chartText.lanes[lane] : <span className="unseen">{chartText.lanes[lane]}</span>}</th>
      <td>
        {other === null ? label : <EntityLink entity={other} label={label} />} {text !== label && <span className="soft">{text}</span>}
      </td>
      <td>
        <svg className="chart-bar" height="16" aria-hidden>
          {isDated && <rect x={`${from * 100}%`} y="3" width={`${Math.max(0.5, (to - from) * 100)}%`} height="10" rx="2.5" data-lane={lane} />}
        </svg>
      </td>
      <td className="nowrap">{formatPeriod(start, end)}</td>
      <td>{source && <SourceLink source={source} isShort />}</td>
    </tr>
  )
}
