import { EntityKind } from '#shared/model/entity.ts'
import { entityKindLabel, entityKindPlural } from '#shared/text/terms.ts'
import { Button } from '../../parts/Button.tsx'
import { KindMark } from '../../parts/KindMark.tsx'
import { formatCount } from '#shared/text/format.ts'
import { networkText } from '../../text/network.ts'
import type { NetworkAction, NetworkDialog } from './actionContext.ts'
import type { ActionId } from './actions.ts'
import type { DrawnNode } from './drawing.ts'
import { select } from './networkStore.ts'

/** Several nodes at once: how many of which kind, which they are, and what can be done with them together. */
export function SelectionDetails({ nodes, actions, open }: { nodes: readonly DrawnNode[]; actions: Record<ActionId, NetworkAction>; open: (dialog: NetworkDialog) => void }) {
  const counts = EntityKind.options.map((kind) => ({ kind, count: nodes.filter((node) => node.kind === kind).length })).filter(({ count }) => count > 0)
  const [first, second] = nodes
  return (
    <section className="panel-part">
      <header className="panel-head">
        <h2>{networkText.stage.chosen(nodes.length)}</h2>
        <p className="soft">{counts.map(({ kind, count }) => formatCount(count, entityKindLabel[kind], entityKindPlural[kind])).join(', ')}</p>
      </header>
      <div className="panel-buttons">
        <Button variant="primary" onPress={actions.toCase.run} isDisabled={actions.toCase.isDisabled ?? false}>
          {actions.toCase.label}
        </Button>
        {nodes.length === 2 && first && second && (
          <Button onPress={() => open({ type: 'path', from: first.key, to: second.key })} keys="W">
            {networkText.details.pathBetween}
          </Button>
        )}
        {(['connect', 'expand', 'groupChosen', 'pin', 'hide'] as const).map((id) => (
          <Button key={id} onPress={actions[id].run} {...(actions[id].keys ? { keys: actions[id].keys } : {})}>
            {actions[id].label}
          </Button>
        ))}
      </div>
      <ul className="panel-names">
        {nodes.map(({ key, kind, label }) => (
          <li key={key}>
            <button type="button" className="network-name panel-name" onClick={() => select(new Set([key]))}>
              <KindMark kind={kind} />
              <span className="ellipsis">{label}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
