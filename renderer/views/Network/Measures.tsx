import { useState } from 'react'
import type { EntityKey } from '#shared/model/entity.ts'
import type { NetworkMeasures } from '#shared/model/network.ts'
import { formatNumber } from '#shared/text/format.ts'
import { useAnswer } from '../../lib/engine.ts'
import { Answered } from '../../parts/Answered.tsx'
import { Button } from '../../parts/Button.tsx'
import { KindMark } from '../../parts/KindMark.tsx'
import { networkText } from '../../text/network.ts'
import type { Drawing } from './drawing.ts'
import { act, select } from './networkStore.ts'
import type { Visible } from './visible.ts'

const text = networkText.measures
const SHOWN = 8
/** below it a division in communities says little */
const CLEAR = 0.3

/** What can be said of the lie of companies and addresses in this picture, with what it means and what it does not. */
export function Measures({ drawing, visible }: { drawing: Drawing; visible: Visible }) {
  const [asked, setAsked] = useState<readonly EntityKey[]>([])
  const keys = visible.nodes.map(({ key }) => key)
  const { from, to } = drawing.filter
  const isStale = asked.length !== keys.length || asked.some((key, at) => key !== keys[at])
  const answer = useAnswer('network.measures', { keys: [...asked], filter: { from, to } }, { enabled: asked.length > 0 })
  return (
    <section className="panel-part" aria-label={text.tab}>
      <p className="small soft">{text.why}</p>
      <Button onPress={() => setAsked(keys)} isDisabled={keys.length === 0}>
        {asked.length === 0 ? text.run : text.again}
      </Button>
      {asked.length > 0 && isStale && <p className="small" role="status">{text.stale}</p>}
      {asked.length > 0 && <Answered answer={answer}>{(found) => <Found found={found} drawing={drawing} />}</Answered>}
    </section>
  )
}

function Found({ found, drawing }: { found: NetworkMeasures; drawing: Drawing }) {
  const labelOf = (key: EntityKey) => drawing.nodes.get(key)?.label ?? ''
  const cuts = found.nodes.filter(({ isCutPoint }) => isCutPoint).toSorted((one, other) => other.betweenness - one.betweenness)
  const communities = found.communities.filter(({ length }) => length > 2)
  const byDegree = found.nodes.toSorted((one, other) => other.degree - one.degree).slice(0, SHOWN)
  const between = found.nodes.filter(({ betweenness }) => betweenness > 0).toSorted((one, other) => other.betweenness - one.betweenness).slice(0, SHOWN)
  const nameOf = (keys: readonly EntityKey[]) => labelOf(keys.find((key) => !key.startsWith('person')) ?? keys[0] ?? '')
  return (
    <>
      <p className="small">{text.parts(found.parts.length)}</p>
      <h3>{text.degree}</h3>
      <p className="small soft">{text.degreeMeans}</p>
      <Ranked rows={byDegree.map(({ key, degree }) => ({ key, words: formatNumber(degree) }))} drawing={drawing} />
      <h3>{text.betweenness}</h3>
      <p className="small soft">{text.betweennessMeans}</p>
      <Ranked rows={between.map(({ key, betweenness }) => ({ key, words: text.share(betweenness) }))} drawing={drawing} />
      <h3>{text.cuts}</h3>
      <p className="small soft">{cuts.length + found.bridges.length === 0 ? text.noCuts : text.cutsMeans}</p>
      <Ranked rows={cuts.slice(0, SHOWN).map(({ key }) => ({ key, words: '' }))} drawing={drawing} />
      <ul className="panel-names">
        {found.bridges.slice(0, SHOWN).map(({ from, to, smallerSide }) => (
          <li key={`${from} ${to}`}>
            <button type="button" className="panel-name" onClick={() => select(new Set([from, to]))}>
              {text.bridge(labelOf(from), labelOf(to), smallerSide)}
            </button>
          </li>
        ))}
      </ul>
      <h3>{text.communities}</h3>
      <p className="small soft">{text.communitiesMeans(communities.length, found.modularity >= CLEAR)}</p>
      <ul className="panel-names">
        {communities.slice(0, SHOWN).map((members) => (
          <li key={members[0]}>
            <button type="button" className="panel-name" onClick={() => select(new Set(members))}>
              {text.community(nameOf(members), members.length)}
            </button>
          </li>
        ))}
      </ul>
      {communities.length > 1 && (
        <Button onPress={() => act({ type: 'group', plans: communities.map((members) => ({ label: text.community(nameOf(members), members.length), members })) })}>{text.group}</Button>
      )}
    </>
  )
}

function Ranked({ rows, drawing }: { rows: readonly { key: EntityKey; words: string }[]; drawing: Drawing }) {
  return (
    <ol className="panel-names">
      {rows.map(({ key, words }) => {
        const node = drawing.nodes.get(key)
        return (
          node && (
            <li key={key} className="path-step">
              <button type="button" className="network-name panel-name" onClick={() => select(new Set([key]))}>
                <KindMark kind={node.kind} />
                <span className="ellipsis">{node.label}</span>
              </button>
              <span className="small soft nowrap">{words}</span>
            </li>
          )
        )
      })}
    </ol>
  )
}
