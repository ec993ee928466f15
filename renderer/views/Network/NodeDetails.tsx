import { splitKey } from '#shared/model/entity.ts'
import type { NetworkLink } from '#shared/model/network.ts'
import { linkBackward, linkForward } from '#shared/text/links.ts'
import { useSession } from '../../lib/session.tsx'
import { Button } from '../../parts/Button.tsx'
import { Findings } from '../../parts/Findings.tsx'
import { KindMark } from '../../parts/KindMark.tsx'
import { Pill } from '../../parts/Pill.tsx'
import { findingText } from '../../text/findings.ts'
import { networkText } from '../../text/network.ts'
import { groupText } from '../../text/networkGroups.ts'
import type { NetworkAction } from './actionContext.ts'
import type { ActionId } from './actions.ts'
import { Departments } from './Departments.tsx'
import type { Drawing, DrawnNode } from './drawing.ts'
import { LinkFacts } from './LinkFacts.tsx'
import { act, select } from './networkStore.ts'
import { missingLinks } from './selection.ts'
import type { Visible } from './visible.ts'

const text = networkText.details

export interface NodeDetailsProps {
  node: DrawnNode
  drawing: Drawing
  visible: Visible
  actions: Record<ActionId, NetworkAction>
  /** whether the departments may be asked about it now */
  asksIndex: boolean
}

/** One node: its facts, for an address what departments know, and each of its links with the row it comes from. */
export function NodeDetails({ node, drawing, visible, actions, asksIndex }: NodeDetailsProps) {
  const { may, openEntity } = useSession()
  const links = visible.links.filter(({ from, to }) => from === node.key || to === node.key)
  const missing = missingLinks(drawing, node.key)
  const { kind, id } = splitKey(node.key)
  const isAddress = kind === 'address'
  const note = drawing.notes.get(node.key)
  return (
    <section className="panel-part">
      <header className="panel-head">
        <h2 className="network-name">
          <KindMark kind={node.kind} />
          <span>{node.label}</span>
        </h2>
        <p className="soft">{node.detail}</p>
        {isAddress && <p className="small soft">{text.bag(id)}</p>}
        {node.pinned && <Pill>{text.pinned}</Pill>}
      </header>
      {note && (
        <div className="panel-note">
          <h3>{groupText.note.title}</h3>
          <p>{note.text}</p>
          <Button variant="quiet" onPress={() => act({ type: 'note', about: node.key, text: '' })}>
            {groupText.note.remove}
          </Button>
        </div>
      )}
      {isAddress && asksIndex && may('reference.lookup') && <Departments address={node.key} />}
      {kind !== 'person' && asksIndex && (
        <>
          <h3>{findingText.title}</h3>
          <Findings subject={node.key} />
        </>
      )}
      <h3>{text.links}</h3>
      {links.length === 0 && <p className="soft small">{text.noLinks}</p>}
      <ul className="panel-links">
        {links.map((link) => (
          <NodeLink key={link.id} link={link} node={node} drawing={drawing} isInside={visible.insideLinks.has(link.id)} />
        ))}
      </ul>
      {missing > 0 && (
        <div className="panel-missing">
          <span className="small soft">{text.missing(missing)}</span>
          <Button onPress={actions.expand.run} keys="E">
            {actions.expand.label}
          </Button>
        </div>
      )}
      <div className="panel-buttons">
        <Button variant="primary" onPress={actions.toCase.run} isDisabled={actions.toCase.isDisabled ?? false}>
          {actions.toCase.label}
        </Button>
        <Button onPress={() => openEntity(node.key)}>{text.sheet[node.kind]}</Button>
      </div>
    </section>
  )
}

/** A link as read from this node: `bestuurder van Polderglas B.V.`, with period, strength, ground and source. */
function NodeLink({ link, node, drawing, isInside }: { link: NetworkLink; node: DrawnNode; drawing: Drawing; isInside: boolean }) {
  const isFrom = link.from === node.key
  const other = drawing.nodes.get(isFrom ? link.to : link.from)
  return (
    <li className={isInside ? 'panel-link' : 'panel-link panel-outside'}>
      <span>
        {isFrom ? linkForward(link) : linkBackward(link)}{' '}
        <button type="button" className="panel-link-name" onClick={() => other && select(new Set([other.key]))}>
          {other?.label}
        </button>
      </span>
      <LinkFacts link={link} />
    </li>
  )
}
