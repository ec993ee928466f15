import { EntityKind } from '#shared/model/entity.ts'
import { entityKindPlural } from '#shared/text/terms.ts'
import { Button } from '../../parts/Button.tsx'
import { Menu } from '../../parts/Menu.tsx'
import { PropertyList } from '../../parts/PropertyList.tsx'
import { TextField } from '../../parts/TextField.tsx'
import { formatNumber } from '#shared/text/format.ts'
import { networkText } from '../../text/network.ts'
import type { NetworkAction } from './actionContext.ts'
import type { ActionId } from './actions.ts'
import type { Drawing } from './drawing.ts'
import { act } from './networkStore.ts'
import { menuOf } from './NetworkToolbar.tsx'
import { kindCounts, type Visible } from './visible.ts'

const text = networkText.details
const TITLE_LENGTH = 100

/** Nothing chosen: the picture as a whole, its name and the ways out of it. */
export function PictureDetails({ drawing, visible, actions }: { drawing: Drawing; visible: Visible; actions: Record<ActionId, NetworkAction> }) {
  const { nodes } = kindCounts(drawing)
  const counts = EntityKind.options.filter((kind) => nodes.has(kind)).map((kind) => ({ label: entityKindPlural[kind], value: formatNumber(nodes.get(kind) ?? 0) }))
  return (
    <section className="panel-part">
      <h2>{text.picture}</h2>
      <TextField label={text.title} value={drawing.title} maxLength={TITLE_LENGTH} onChange={(title) => act({ type: 'rename', title })} />
      <PropertyList properties={[...counts, { label: networkText.table.links.toLowerCase(), value: formatNumber(visible.links.length) }]} />
      {visible.hidden.length > 0 && (
        <div className="panel-missing">
          <span className="small soft">{text.hidden(visible.hidden.length)}</span>
          <Button onPress={actions.show.run} keys="Alt H">
            {actions.show.label}
          </Button>
        </div>
      )}
      <div className="panel-buttons">
        <Button variant="primary" onPress={actions.toCase.run} isDisabled={actions.toCase.isDisabled ?? false}>
          {actions.toCase.label}
        </Button>
        <Button onPress={actions.saveView.run} isDisabled={actions.saveView.isDisabled ?? false}>
          {actions.saveView.label}
        </Button>
        <Menu label={text.save} actions={menuOf(actions, [['png', 'data']])}>
          <Button>{text.save}</Button>
        </Menu>
      </div>
    </section>
  )
}
