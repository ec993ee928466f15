import { FileOutput, FolderOpen } from 'lucide-react'
import { useRef, useState } from 'react'
import type { GrantedFile } from '#shared/contract/bridge.ts'
import type { CaseFile } from '#shared/contract/dossier.ts'
import { partnerLabel } from '#shared/text/caseProposal.ts'
import { formatMoment, formatNumber } from '#shared/text/format.ts'
import { useDraft } from '../../lib/drafts.ts'
import { useJob } from '../../lib/engine.ts'
import { useKeptFocus } from '../../lib/keptFocus.ts'
import { createStore, useStore } from '../../lib/store.ts'
import { Button } from '../../parts/Button.tsx'
import { Card } from '../../parts/Card.tsx'
import { ExportResult } from '../../parts/ExportResult.tsx'
import { ProblemNotice } from '../../parts/ProblemNotice.tsx'
import { ScoreRoleFields, scoreRoleOf, typedScoreRole } from '../../parts/ScoreRoleFields.tsx'
import { ProgressBar } from '../../parts/ProgressBar.tsx'
import { PlainHead } from '../../parts/PlainHead.tsx'
import { TextField } from '../../parts/TextField.tsx'
import { casesText } from '../../text/cases.ts'
import { caseForm } from './caseForms.ts'
import '../../parts/PlainTable.css'

const text = casesText.export

/** Of which case the last export was and where it went: the job outlives the screen, and its outcome belongs to that case only. */
const lastExport = createStore<{ caseId: number; folder: GrantedFile } | null>(null)

/** Makes the dossier, and shows what was made before. */
export function ExportTab({ file }: { file: CaseFile }) {
  return (
    <div className="case-scroll">
      <ExportForm file={file} />
      <Ledger file={file} />
    </div>
  )
}

function ExportForm({ file }: { file: CaseFile }) {
  const job = useJob('case.export')
  const draft = useDraft(caseForm(file.id, 'export'), { recipients: file.partnerRequests.map(({ partner }) => partnerLabel[partner]).join(', '), role: typedScoreRole(file.scoreRole) })
  const { recipients, role } = draft.typed
  const [folder, setFolder] = useState<GrantedFile | null>(null)
  const last = useStore(lastExport)
  const [isAsked, setAsked] = useState(false)
  // what was closed keeps what was said at its closing
  const isClosed = file.status === 'closed'
  const body = useRef<HTMLDivElement>(null)
  useKeptFocus(body, job.state)
  const isOwn = last?.caseId === file.id

  async function run() {
    setAsked(true)
    const scoreRole = isClosed ? null : scoreRoleOf(role)
    if (recipients.trim() === '' || !folder || (!isClosed && scoreRole === null)) return
    lastExport.set({ caseId: file.id, folder })
    const reply = await job.run({ id: file.id, folder: folder.token, recipients, scoreRole })
    if (!reply.ok) return
    draft.discard()
    setAsked(false)
  }

  return (
    <Card title={text.title}>
      <div className="case-export" ref={body} tabIndex={-1} role="group" aria-label={text.title}>
        <p>{text.what}</p>
        <TextField
          label={text.recipients}
          description={text.recipientsHelp}
          value={recipients}
          onChange={(typed) => draft.change({ recipients: typed })}
          maxLength={400}
          error={isAsked && recipients.trim() === '' ? text.recipientsError : undefined}
        />
        {!isClosed && <ScoreRoleFields value={role} onChange={(typed) => draft.change({ role: typed })} isAsked={isAsked} />}
        <FolderField folder={folder} onChoose={setFolder} isMissing={isAsked && !folder} />
        {job.state === 'running' ? (
          <>
            {!isOwn && <p className="soft">{text.ofAnother}</p>}
            <ProgressBar progress={job.progress} onCancel={job.cancel} />
          </>
        ) : (
          <div className="case-actions">
            <Button variant="primary" icon={FileOutput} onPress={() => void run()}>
              {text.run}
            </Button>
          </div>
        )}
        {isOwn && job.problem && <ProblemNotice problem={job.problem} />}
        {isOwn && job.value && <ExportResult made={job.value} folder={last.folder} />}
      </div>
    </Card>
  )
}

/** Where the dossier goes. */
function FolderField({ folder, onChoose, isMissing }: { folder: GrantedFile | null; onChoose: (folder: GrantedFile) => void; isMissing: boolean }) {
  async function choose() {
    const chosen = await window.shell.chooseFolder()
    if (chosen) onChoose(chosen)
  }
  return (
    <>
      <div className="case-folder">
        <Button icon={FolderOpen} onPress={() => void choose()}>
          {text.chooseFolder}
        </Button>
        <span className={folder ? '' : 'soft'}>{folder?.name ?? text.noFolder}</span>
      </div>
      {isMissing && (
        <p className="field-error" role="alert">
          {text.folderError}
        </p>
      )}
    </>
  )
}

/** Earlier exports, with the line of the log each can be found under. */
function Ledger({ file: { exports } }: { file: CaseFile }) {
  const { columns } = text
  return (
    <Card title={text.ledger}>
      {exports.length === 0 ? (
        <p className="soft">{text.noLedger}</p>
      ) : (
        <table className="plain-table">
          <caption className="unseen">{text.ledger}</caption>
          <PlainHead headings={[columns.at, columns.by, columns.recipients, columns.files, columns.line, columns.hash]} />
          <tbody>
            {exports.map((made) => (
              <tr key={made.logLine}>
                <td className="nowrap">{formatMoment(made.at)}</td>
                <td>{made.by}</td>
                <td>{made.recipients}</td>
                <td>
                  {made.files.map(({ name }) => (
                    <div key={name}>{name}</div>
                  ))}
                </td>
                <td>{formatNumber(made.logLine)}</td>
                <td className="case-hash" title={made.contentHash}>
                  {made.contentHash.slice(0, 16)}…
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Card>
  )
}
