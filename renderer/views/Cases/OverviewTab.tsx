import { useState } from 'react'
import type { ClosedCase } from '#shared/contract/caseClosing.ts'
import { CaseSummary, type CaseFile } from '#shared/contract/dossier.ts'
import { formatDate } from '#shared/text/format.ts'
import { caseStatusLabel, retentionClassLabel } from '#shared/text/terms.ts'
import { useDraft } from '../../lib/drafts.ts'
import { useCommand } from '../../lib/engine.ts'
import { Button } from '../../parts/Button.tsx'
import { Card } from '../../parts/Card.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { ProblemNotice } from '../../parts/ProblemNotice.tsx'
import { PropertyList } from '../../parts/PropertyList.tsx'
import { Select } from '../../parts/Select.tsx'
import { TextField } from '../../parts/TextField.tsx'
import { tell } from '../../parts/toasts.tsx'
import { UnsavedMark } from '../../parts/Unsaved.tsx'
import { closingText } from '../../text/caseClosing.ts'
import { casesText } from '../../text/cases.ts'
import { scoreRoleText } from '../../text/scoreRole.ts'
import { caseForm } from './caseForms.ts'
import { CloseDialog } from './CloseDialog.tsx'
import { DestructionCard } from './DestructionCard.tsx'

const text = casesText.overview
/** Closing is a deed of its own. */
const statuses = CaseSummary.shape.status.options.map((id) => ({ id, label: caseStatusLabel[id] }))
const shortestTitle = 3

/** Why the case exists, and where it stands. */
export function OverviewTab({ file }: { file: CaseFile }) {
  const { caseNumber, ground, label } = file.purpose
  return (
    <div className="case-columns">
      <Words file={file} />
      <div className="case-side">
        {file.isListed && <DestructionCard file={file} />}
        <Card title={text.about}>
          <PropertyList
            properties={[
              { label: text.opened, value: text.openedBy(file.createdAt, file.createdBy) },
              { label: text.changed, value: text.changedAt(file.changedAt) },
              { label: text.purpose, value: label },
              { label: text.ground, value: ground },
              { label: scoreRoleText.property, value: file.scoreRole ? scoreRoleText.played[file.scoreRole.played] : scoreRoleText.unsaid },
              ...(caseNumber === '' ? [] : [{ label: text.caseNumber, value: caseNumber }]),
            ]}
          />
        </Card>
        {file.closing && <Closing closing={file.closing} />}
        {!file.isListed && file.keptUntil !== null && <DestructionCard file={file} />}
        {file.remarks.length > 0 && (
          <Notice title={text.remarks}>
            {file.remarks.map((remark) => (
              <p key={remark}>{remark}</p>
            ))}
          </Notice>
        )}
      </div>
    </div>
  )
}

function Closing({ closing }: { closing: ClosedCase }) {
  return (
    <Card title={closingText.title}>
      <div className="dialog-stack">
        <p className="case-words">{closing.result}</p>
        <PropertyList
          properties={[
            { label: closingText.by, value: closingText.byWhom(closing) },
            { label: closingText.monitoring, value: formatDate(closing.monitoringUntil) },
            { label: closingText.retention, value: retentionClassLabel(closing.retentionClass, closing.years) },
            { label: closingText.kept, value: closingText.keptUntil(closing.keptUntil) },
          ]}
        />
      </div>
    </Card>
  )
}

function Words({ file }: { file: CaseFile }) {
  const [update, saving] = useCommand('case.update')
  const draft = useDraft(caseForm(file.id, 'overview'), { title: file.title, occasion: file.occasion, goal: file.goal, status: file.status }, file.changedAt)
  const { change } = draft
  const { title, occasion, goal, status } = draft.typed
  const [isClosing, setClosing] = useState(false)
  const isClosed = file.status === 'closed'
  const isTitled = title.trim().length >= shortestTitle

  async function save() {
    if (!isTitled) return
    const reply = await update({ id: file.id, title, occasion, goal, status })
    if (!reply.ok) return
    draft.settle()
    tell(isClosed ? closingText.reopened(file.number) : text.saved)
  }

  return (
    <Card title={text.words}>
      <div className="dialog-stack">
        {isClosed && <Notice>{closingText.readOnly}</Notice>}
        <div className="case-title">
          <TextField label={text.title} value={title} onChange={(typed) => change({ title: typed })} maxLength={120} isReadOnly={isClosed} error={isTitled ? undefined : text.titleError} />
          <Select label={text.status} options={statuses.filter(({ id }) => isClosed || id !== 'closed')} value={status} onChange={(chosen) => change({ status: chosen })} />
        </div>
        <TextField label={text.occasion} description={text.occasionHelp} value={occasion} onChange={(typed) => change({ occasion: typed })} rows={6} maxLength={4000} isReadOnly={isClosed} />
        <TextField label={text.goal} description={text.goalHelp} value={goal} onChange={(typed) => change({ goal: typed })} rows={4} maxLength={4000} isReadOnly={isClosed} />
        {saving.problem && <ProblemNotice problem={saving.problem} />}
        <div className="case-actions">
          <UnsavedMark draft={draft} />
          {!isClosed && (
            <Button onPress={() => setClosing(true)} isDisabled={draft.isChanged}>
              {closingText.close}
            </Button>
          )}
          <Button variant="primary" onPress={() => void save()} isDisabled={!draft.isChanged || saving.state === 'running'}>
            {isClosed ? closingText.reopen : text.save}
          </Button>
        </div>
        {isClosing && <CloseDialog file={file} onClose={() => setClosing(false)} />}
      </div>
    </Card>
  )
}
