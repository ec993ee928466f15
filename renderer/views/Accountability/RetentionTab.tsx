import { Download, Upload } from 'lucide-react'
import { formatMoment } from '#shared/text/format.ts'
import { useAnswer, useCommand } from '../../lib/engine.ts'
import { Answered } from '../../parts/Answered.tsx'
import { Button } from '../../parts/Button.tsx'
import { Card } from '../../parts/Card.tsx'
import { byText, type Column } from '../../parts/columns.ts'
import { ProblemNotice } from '../../parts/ProblemNotice.tsx'
import { Table } from '../../parts/Table.tsx'
import { tell } from '../../parts/toasts.tsx'
import { heldText } from '../../text/destruction.ts'
import { retentionText as text, type ShownProof } from '../../text/retention.ts'

/** What was destroyed in this vault, and the list by which other copies of it follow. */
export function RetentionTab() {
  const answer = useAnswer('retention.proofs', {})
  const [save, saving] = useCommand('retention.saveList')
  const [read, reading] = useCommand('retention.readList')
  const problem = saving.problem ?? reading.problem

  async function saveList() {
    const target = await window.shell.chooseSave(text.fileName, 'sheet')
    if (!target) return
    const reply = await save({ target: target.token })
    if (reply.ok) tell(text.saved(reply.value.file, reply.value.proofs))
  }

  async function readList() {
    const [file] = await window.shell.chooseFiles('sources')
    if (!file) return
    const reply = await read({ file: file.token })
    if (reply.ok) tell(text.done(reply.value.proofs, reply.value.destroyedAgain))
  }

  return (
    <>
      <div className="account-bar">
        <Button icon={Download} onPress={() => void saveList()} isDisabled={saving.state === 'running'}>
          {text.save}
        </Button>
        <Button icon={Upload} onPress={() => void readList()} isDisabled={reading.state === 'running'}>
          {text.read}
        </Button>
        {answer.value && <span className="account-facts">{text.count(answer.value.length)}</span>}
      </div>
      <p className="soft">{text.why}</p>
      {problem && <ProblemNotice problem={problem} />}
      <Card isFlush isTall>
        <Answered answer={answer}>{(proofs) => <Table label={text.title} columns={columns} rows={proofs} rowKey={({ kind, contentHash }) => `${kind} ${contentHash}`} empty={text.none} />}</Answered>
      </Card>
    </>
  )
}

const headings = text.columns
const columns: readonly Column<ShownProof>[] = [
  { id: 'number', heading: headings.number, width: 124, text: ({ number }) => number, compare: byText(({ number }) => number) },
  { id: 'kind', heading: headings.kind, width: 84, text: ({ kind }) => text.kind[kind], compare: byText(({ kind }) => kind) },
  { id: 'at', heading: headings.at, width: 150, text: ({ destroyedAt }) => formatMoment(destroyedAt), compare: byText(({ destroyedAt }) => destroyedAt) },
  { id: 'by', heading: headings.by, grow: 1, width: 120, text: ({ destroyedBy }) => destroyedBy },
  { id: 'asked', heading: headings.asked, grow: 1, width: 120, text: ({ askedBy }) => askedBy },
  { id: 'ground', heading: headings.ground, width: 104, text: ({ ground }) => text.ground[ground] },
  { id: 'motive', heading: headings.motive, grow: 3, width: 210, text: ({ motive }) => motive },
  { id: 'held', heading: headings.held, grow: 2, width: 150, text: ({ held }) => heldText(held) },
  { id: 'hash', heading: headings.hash, width: 130, text: ({ contentHash }) => contentHash.slice(0, 12) },
]
