import { Download, Info, ShieldCheck } from 'lucide-react'
import { useState } from 'react'
import { AuditAction, type AuditEvent } from '#shared/model/audit.ts'
import { auditActionLabel, auditResultLabel } from '#shared/text/terms.ts'
import { useJob } from '../../lib/engine.ts'
import { usePages } from '../../lib/pages.ts'
import { useSettled } from '../../lib/settled.ts'
import { Button } from '../../parts/Button.tsx'
import { Card } from '../../parts/Card.tsx'
import type { Column } from '../../parts/columns.ts'
import { Pill } from '../../parts/Pill.tsx'
import { ProblemNotice } from '../../parts/ProblemNotice.tsx'
import { ProgressBar } from '../../parts/ProgressBar.tsx'
import { Select } from '../../parts/Select.tsx'
import { Table } from '../../parts/Table.tsx'
import { TextField } from '../../parts/TextField.tsx'
import { tell } from '../../parts/toasts.tsx'
import { accountabilityText as text } from '../../text/accountability.ts'
import { formatMomentExact, formatNumber } from '#shared/text/format.ts'
import { loggedWords } from '#shared/text/loggedWords.ts'
import { Guarantees } from './Guarantees.tsx'
import { LineDrawer } from './LineDrawer.tsx'
import { purposeWords } from './purposeWords.ts'
import { Verification } from './Verification.tsx'

type ActionChoice = AuditAction | 'all'
const actionOptions: readonly { id: ActionChoice; label: string }[] = [
  { id: 'all', label: text.everyAction },
  ...AuditAction.options.map((id) => ({ id, label: auditActionLabel[id] })).toSorted((a, b) => a.label.localeCompare(b.label, 'nl')),
]
const pageSize = 200

/** The log, whether it still holds, and what it is worth. */
export function LogTab() {
  const [action, setAction] = useState<ActionChoice>('all')
  const [typed, setTyped] = useState('')
  const [isExplaining, setExplaining] = useState(false)
  const [openLine, setOpenLine] = useState<AuditEvent | null>(null)
  const filter = useSettled(typed.trim(), 250)
  const verifying = useJob('audit.verify')
  const saving = useJob('audit.export')
  const log = usePages({
    name: 'audit.list',
    key: `${action} ${filter}`,
    inputOf: (known: readonly AuditEvent[]) => ({
      limit: pageSize,
      ...(action === 'all' ? {} : { action }),
      ...(filter === '' ? {} : { text: filter }),
      ...(known.length === 0 ? {} : { before: known.at(-1)?.seq ?? 0 }),
    }),
    pageOf: ({ events, total }) => ({ rows: events, total }),
  })
  async function save() {
    const target = await window.shell.chooseSave(text.fileName, 'sheet')
    if (!target) return
    const reply = await saving.run({ target: target.token })
    if (reply.ok) tell(text.savedLog(reply.value.file, reply.value.lines))
  }

  return (
    <>
      <div className="account-bar">
        <Button icon={ShieldCheck} onPress={() => void verifying.run({})} isDisabled={verifying.state === 'running'}>
          {text.verify}
        </Button>
        <Button icon={Download} onPress={() => void save()} isDisabled={saving.state === 'running'}>
          {text.save}
        </Button>
        <Button icon={Info} variant="quiet" onPress={() => setExplaining(true)}>
          {text.guarantees.title}
        </Button>
        <span className="account-facts">{text.lines(log.rows.length, log.total)}</span>
      </div>
      {verifying.state === 'running' && <ProgressBar progress={verifying.progress} onCancel={verifying.cancel} />}
      {verifying.problem && <ProblemNotice problem={verifying.problem} />}
      {saving.problem && <ProblemNotice problem={saving.problem} />}
      {verifying.value && <Verification value={verifying.value} />}
      <Card isFlush isTall>
        <div className="log-filters">
          <TextField label={text.filter} isLabelHidden placeholder={text.filter} value={typed} onChange={setTyped} maxLength={80} />
          <Select label={text.action} isLabelHidden options={actionOptions} value={action} onChange={setAction} />
        </div>
        {log.problem ? (
          <ProblemNotice problem={log.problem} onRetry={log.ask} />
        ) : (
          <Table
            label={text.log}
            columns={columns}
            rows={log.rows}
            rowKey={(event) => String(event.seq)}
            total={log.total}
            onReachEnd={log.more}
            onOpen={setOpenLine}
            openKey={openLine === null ? null : String(openLine.seq)}
            empty={log.state === 'loading' ? '' : text.none}
          />
        )}
      </Card>
      <Guarantees isOpen={isExplaining} onClose={() => setExplaining(false)} />
      <LineDrawer event={openLine} onClose={() => setOpenLine(null)} />
    </>
  )
}

const headings = text.columns
const columns: readonly Column<AuditEvent>[] = [
  { id: 'seq', heading: headings.seq, text: (event) => formatNumber(event.seq), isNumeric: true },
  { id: 'at', heading: headings.at, text: (event) => formatMomentExact(event.at) },
  { id: 'name', heading: headings.name, text: (event) => event.name, grow: 1, width: 120 },
  { id: 'action', heading: headings.action, text: (event) => auditActionLabel[event.action], grow: 2, width: 190 },
  { id: 'object', heading: headings.object, text: (event) => purposeWords.get(event.object) ?? loggedWords(event), grow: 2, width: 150 },
  { id: 'purpose', heading: headings.purpose, text: (event) => purposeWords.get(event.purpose) ?? event.purpose, grow: 2, width: 150 },
  { id: 'caseNumber', heading: headings.caseNumber, text: (event) => event.caseNumber },
  {
    id: 'result',
    heading: headings.result,
    text: (event) => auditResultLabel[event.result],
    cell: (event) => (event.result === 'done' || event.result === 'started' ? auditResultLabel[event.result] : <Pill tone="problem">{auditResultLabel[event.result]}</Pill>),
    width: 98,
  },
]
