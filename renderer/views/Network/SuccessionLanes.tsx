import type { EntityKey } from '#shared/model/entity.ts'
import type { Succession, SuccessionLane } from '#shared/model/succession.ts'
import { formatPeriod } from '#shared/text/format.ts'
import { useAnswer } from '../../lib/engine.ts'
import { Answered } from '../../parts/Answered.tsx'
import type { Lived } from '../../parts/succession.ts'
import { SuccessionChart } from '../../parts/SuccessionChart.tsx'
import { chartText } from '../../text/networkTime.ts'

const tones: Record<SuccessionLane, Lived['tone']> = { owner: 'ownership', company: 'establishment', resident: 'residence', permit: 'permit', signal: 'signal', measure: 'measure' }

/** Who owned and used one address, and what was permitted, reported and done there, on one time axis, with the gaps. */
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
  const empty = lanes.filter(({ entries }) => entries.length === 0).map(({ lane }) => chartText.lanes[lane].toLowerCase())
  return (
    <>
      <SuccessionChart all={livedIn(lanes)} today={today} none={chartText.nothingKnown} />
      {gaps.length > 0 && (
        <ul className="small lane-gaps">
          {gaps.map(({ what, from, to, days }) => <li key={`${what} ${from}`}>{chartText.gap(what, formatPeriod(from, to), days)}</li>)}
        </ul>
      )}
      {empty.length > 0 && empty.length < lanes.length && <p className="small soft">{chartText.empty(empty.join(', '))}</p>}
    </>
  )
}

function livedIn(lanes: Succession['lanes']): Lived[] {
  return lanes.flatMap(({ lane, entries }) =>
    entries.map(({ label, text, other, start, end, source }) => ({
      heading: chartText.lanes[lane], tone: tones[lane], label, text: text === label ? '' : text, other, start, end, isMoment: lane === 'measure' && end === null, source,
    })),
  )
}
