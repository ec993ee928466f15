import { ListPlus } from 'lucide-react'
import { useState } from 'react'
import type { ControlList } from '#shared/model/control.ts'
import { formatMoment, formatNumber } from '#shared/text/format.ts'
import { phenomenonLabel } from '#shared/text/terms.ts'
import { useAnswer } from '../../lib/engine.ts'
import { useSession } from '../../lib/session.tsx'
import { Answered } from '../../parts/Answered.tsx'
import { Button } from '../../parts/Button.tsx'
import { Card } from '../../parts/Card.tsx'
import type { Column } from '../../parts/columns.ts'
import { EmptyState } from '../../parts/EmptyState.tsx'
import { Table } from '../../parts/Table.tsx'
import { controlsText } from '../../text/controls.ts'
import { WithPurpose } from '../Scores/WithPurpose.tsx'
import { ControlSheet } from './ControlSheet.tsx'
import { MakeControls } from './MakeControls.tsx'

const text = controlsText.lists

/** Lists of addresses to inspect: half chosen by score, half by chance, mixed; and what came of them. */
export function ControlsTab() {
  const { may } = useSession()
  const answer = useAnswer('control.lists', {})
  const [open, setOpen] = useState<number | null>(null)
  const [isMaking, setMaking] = useState(false)
  const make = may('control.make') && (
    <Button variant="primary" icon={ListPlus} onPress={() => setMaking(true)}>
      {text.make}
    </Button>
  )
  return (
    <>
      <Answered answer={answer}>
        {(lists) =>
          lists.length === 0 ? (
            <EmptyState title={text.none.title} action={make}>
              {text.none.why}
            </EmptyState>
          ) : (
            <>
              <div className="account-bar">{make}</div>
              <Lists lists={lists.toSorted((a, b) => b.id - a.id)} open={open} onOpen={may('control.list') ? setOpen : undefined} />
            </>
          )
        }
      </Answered>
      {isMaking && (
        <MakeControls
          onClose={() => setMaking(false)}
          onMade={(id) => {
            setMaking(false)
            setOpen(id)
          }}
        />
      )}
    </>
  )
}

function Lists({ lists, open, onOpen }: { lists: readonly ControlList[]; open: number | null; onOpen: ((id: number) => void) | undefined }) {
  const chosen = lists.find(({ id }) => id === open)
  return (
    <div className="account-columns">
      <Card isFlush isTall>
        <Table
          label={text.title}
          columns={columns}
          rows={lists}
          rowKey={({ id }) => String(id)}
          openKey={open === null ? null : String(open)}
          {...(onOpen ? { onOpen: ({ id }: ControlList) => onOpen(id) } : {})}
        />
      </Card>
      {onOpen && (
        <Card isFlush isTall>
          {chosen ? (
            <WithPurpose key={chosen.id}>
              <ControlSheet list={chosen} />
            </WithPurpose>
          ) : (
            <EmptyState title={controlsText.list.choose.title}>{controlsText.list.choose.why}</EmptyState>
          )}
        </Card>
      )}
    </div>
  )
}

const headings = text.columns
const columns: readonly Column<ControlList>[] = [
  { id: 'id', heading: headings.id, text: ({ id }) => formatNumber(id), isNumeric: true },
  { id: 'phenomenon', heading: headings.phenomenon, text: ({ phenomenon }) => phenomenonLabel[phenomenon], grow: 1, width: 88 },
  { id: 'at', heading: headings.at, text: ({ at }) => formatMoment(at) },
  { id: 'done', heading: headings.done, text: ({ done, size }) => text.progress(done, size), isNumeric: true },
]
