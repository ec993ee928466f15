import { Button } from '../../parts/Button.tsx'
import { KindMark } from '../../parts/KindMark.tsx'
import { TextField } from '../../parts/TextField.tsx'
import { groupText } from '../../text/networkGroups.ts'
import type { Drawing, NodeGroup } from './drawing.ts'
import { openGroup } from './groupDeeds.ts'
import { act } from './networkStore.ts'
import type { Visible } from './visible.ts'

const LONGEST = 80

/** One group: its name, what is in it, how many links run within it and out of it. */
export function GroupDetails({ group, drawing, visible }: { group: NodeGroup; drawing: Drawing; visible: Visible }) {
  const members = new Set(group.members)
  const within = [...drawing.links.values()].filter(({ from, to }) => members.has(from) && members.has(to)).length
  const outward = visible.groupLines.filter(({ from, to }) => from === group.id || to === group.id).reduce((sum, { links }) => sum + links.length, 0)
  return (
    <section className="panel-part">
      <TextField label={groupText.name} value={group.label} maxLength={LONGEST} onChange={(label) => act({ type: 'nameGroup', id: group.id, label })} />
      <p className="soft small">{`${groupText.inside(within)} · ${groupText.outside(outward)}`}</p>
      <div className="panel-buttons">
        <Button variant="primary" onPress={() => openGroup(drawing, group)}>
          {groupText.open}
        </Button>
        <Button onPress={() => act({ type: 'dissolve', id: group.id })}>{groupText.dissolve}</Button>
      </div>
      <h3>{groupText.members}</h3>
      <ul className="panel-names">
        {group.members.map((key) => {
          const node = drawing.nodes.get(key)
          return (
            node && (
              <li key={key} className="network-name panel-name">
                <KindMark kind={node.kind} />
                <span className="ellipsis">{node.label}</span>
              </li>
            )
          )
        })}
      </ul>
    </section>
  )
}
