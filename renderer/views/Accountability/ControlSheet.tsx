import { Printer } from 'lucide-react'
import { createPortal } from 'react-dom'
import { ControlOutcome, type ControlItem, type ControlList } from '#shared/model/control.ts'
import { formatNumber } from '#shared/text/format.ts'
import { phenomenonLabel } from '#shared/text/terms.ts'
import { useAnswer, useCommand } from '../../lib/engine.ts'
import { useSession } from '../../lib/session.tsx'
import { Answered } from '../../parts/Answered.tsx'
import { Button } from '../../parts/Button.tsx'
import { PlainHead } from '../../parts/PlainHead.tsx'
import { ProblemNotice } from '../../parts/ProblemNotice.tsx'
import { Select } from '../../parts/Select.tsx'
import { controlsText } from '../../text/controls.ts'
import '../../parts/PlainTable.css'
import '../Scores/PrintSheet.css'

const text = controlsText.list
const outcomes = ControlOutcome.options.map((id) => ({ id, label: text.outcomes[id] }))

/** The addresses of one list, each with what the inspection brought out; why it is on the list is not told. */
export function ControlSheet({ list }: { list: ControlList }) {
  const answer = useAnswer('control.list', { id: list.id })
  return (
    <>
      <header className="account-list-head">
        <div>
          <h2>{text.title(list.id)}</h2>
          <p className="small soft">{text.facts(phenomenonLabel[list.phenomenon], list.by, list.seed)}</p>
        </div>
        <Button icon={Printer} onPress={() => window.print()}>
          {text.print}
        </Button>
      </header>
      <Answered answer={answer}>{(items) => <Items list={list} items={items} />}</Answered>
    </>
  )
}

function Items({ list, items }: { list: ControlList; items: readonly ControlItem[] }) {
  const [record, recording] = useCommand('control.record')
  const { columns } = text
  return (
    <div className="account-items">
      {recording.problem && <ProblemNotice problem={recording.problem} />}
      <table className="plain-table" aria-label={text.title(list.id)}>
        <PlainHead headings={[{ numeric: columns.position }, columns.address, columns.area, columns.outcome]} />
        <tbody>
          {items.map(({ position, address, area, outcome }) => (
            <tr key={position}>
              <td className="numeric">{formatNumber(position)}</td>
              <th scope="row">{address}</th>
              <td>{area}</td>
              <td>
                <Select
                  label={text.outcomeOf(address)}
                  isLabelHidden
                  options={outcomes}
                  value={outcome}
                  onChange={(next) => void record({ id: list.id, position, outcome: next })}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="small soft">{text.reading}</p>
      <PaperList list={list} items={items} />
    </div>
  )
}

/** The list to take along, with room to write; shows only when printing. */
function PaperList({ list, items }: { list: ControlList; items: readonly ControlItem[] }) {
  const { status } = useSession()
  const { columns } = text
  return createPortal(
    <article className="print-sheet print-list" aria-hidden>
      <h1>{text.printHead(list.id, phenomenonLabel[list.phenomenon], list.at)}</h1>
      <table>
        <thead>
          <tr>
            <th>{columns.position}</th>
            <th>{columns.address}</th>
            <th>{columns.area}</th>
            <th>{columns.outcome}</th>
          </tr>
        </thead>
        <tbody>
          {items.map(({ position, address, area, outcome }) => (
            <tr key={position}>
              <td>{position}</td>
              <td>{address}</td>
              <td>{area}</td>
              <td>{outcome === null ? '' : text.outcomes[outcome]}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>{text.printFoot(status.value?.purpose?.label ?? '–')}</p>
    </article>,
    document.body,
  )
}
