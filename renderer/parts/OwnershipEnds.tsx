import { useState } from 'react'
import { splitKey, type EntityKey } from '#shared/model/entity.ts'
import type { Ownership, OwnershipEnd } from '#shared/model/ownership.ts'
import { linkBackward } from '#shared/text/links.ts'
import { shareText } from '#shared/text/share.ts'
import { useAnswer } from '../lib/engine.ts'
import { dateOf } from '../lib/dates.ts'
import { useSession } from '../lib/session.tsx'
import { ownershipText as text } from '../text/ownership.ts'
import { Answered } from './Answered.tsx'
import { Button } from './Button.tsx'
import { Card } from './Card.tsx'
import { EntityLink } from './EntityLink.tsx'
import { KindMark } from './KindMark.tsx'
import { NetworkFigure } from './NetworkFigure.tsx'
import { Notice } from './Notice.tsx'
import { PlainHead } from './PlainHead.tsx'
import { ownershipPicture } from './ownershipPicture.ts'
import { TextField } from './TextField.tsx'
import './OwnershipEnds.css'
import './PlainTable.css'

/** more than this is not to be read as a figure of this size */
const MOST_DRAWN = 40

/** Who owns this company or address in the end, asked when somebody wants to know: the chain as a figure and, the same, as a table. */
export function OwnershipEnds({ subject }: { subject: EntityKey }) {
  const { may } = useSession()
  const [typed, setTyped] = useState('')
  const [asked, setAsked] = useState<{ day: string | null } | null>(null)
  const answer = useAnswer('ownership.ends', { key: subject, day: asked?.day ?? null }, { enabled: asked !== null })
  if (!may('ownership.ends')) return null
  const isWrong = typed !== '' && dateOf(typed) === null
  return (
    <Card title={text.title}>
      <p className="small soft">{text.why}</p>
      <div className="ownership-ask">
        <TextField label={text.day} value={typed} onChange={setTyped} placeholder="dd-mm-jjjj" maxLength={10} description={text.dayHelp} error={isWrong ? text.dayError : undefined} />
        <Button onPress={() => setAsked({ day: dateOf(typed) })} isDisabled={isWrong}>
          {text.follow}
        </Button>
      </div>
      {asked && <Answered answer={answer}>{(found) => <Found subject={subject} found={found} />}</Answered>}
    </Card>
  )
}

function Found({ subject, found }: { subject: EntityKey; found: Ownership }) {
  const { openInNetwork } = useSession()
  const labels = new Map(found.nodes.map(({ key, label }) => [key, label]))
  if (found.ends.length === 0) return <p className="soft">{text.none}</p>
  return (
    <div className="ownership">
      {found.nodes.length <= MOST_DRAWN ? <NetworkFigure picture={ownershipPicture(found, subject)} label={text.picture(found.nodes.length)} /> : <p className="soft">{text.large}</p>}
      <table className="plain-table" aria-label={text.caption}>
        <PlainHead headings={Object.values(text.columns)} />
        <tbody>
          {found.ends.map((end) => (
            <EndRow key={`${end.end} ${end.key}`} end={end} found={found} labels={labels} />
          ))}
        </tbody>
      </table>
      {found.remarks.length > 0 && (
        <Notice title={text.remarks}>
          {found.remarks.map((remark) => (
            <p key={remark}>{remark}</p>
          ))}
        </Notice>
      )}
      <Button onPress={() => openInNetwork(found.nodes.map(({ key }) => key))}>{text.open}</Button>
    </div>
  )
}

function EndRow({ end: { key, end, share, isLeast, paths, leaders }, found, labels }: { end: OwnershipEnd; found: Ownership; labels: ReadonlyMap<EntityKey, string> }) {
  const label = labels.get(key) ?? ''
  const names = leaders.map((leader) => labels.get(leader) ?? '').join(', ')
  return (
    <tr>
      <th scope="row">
        <span className="ownership-name"><KindMark kind={splitKey(key).kind} />{end === 'rest' ? text.restOf(label) : <EntityLink entity={key} label={label} />}</span>
        <span className="small soft">{text.ends[end]}{end === 'entity' && `, ${names === '' ? text.noLeaders : text.leaders(names)}`}</span>
      </th>
      <td>{share === null ? text.noShare : isLeast ? text.least(shareText(share)) : shareText(share)}</td>
      <td>
        {end !== 'rest' && paths.length === 0 && <p className="small soft">{text.noWays}</p>}
        {paths.map((path) => (
          <p key={path.links.join(' ')}>
            {wayOf(path, found, labels)}
            {paths.length > 1 && path.share && <span className="small soft">{` (${text.alongThis(shareText(path.share))})`}</span>}
          </p>
        ))}
      </td>
    </tr>
  )
}

/** `Polderglas B.V., aandelen van Zuiderdiep Holding B.V., aandelen van …` */
function wayOf({ keys, links }: OwnershipEnd['paths'][number], found: Ownership, labels: ReadonlyMap<EntityKey, string>): string {
  const byId = new Map(found.links.map((link) => [link.id, link]))
  return keys
    .map((key, at) => {
      const link = byId.get(links[at - 1] ?? 0)
      const label = labels.get(key) ?? ''
      return link ? `${linkBackward(link)} ${label}${link.label === '' ? '' : ` (${link.label})`}` : label
    })
    .join(' → ')
}
