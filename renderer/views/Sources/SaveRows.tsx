import { Download } from 'lucide-react'
import { useJob } from '../../lib/engine.ts'
import { Button } from '../../parts/Button.tsx'
import { ProblemNotice } from '../../parts/ProblemNotice.tsx'
import { tell } from '../../parts/toasts.tsx'
import { sourcesText } from '../../text/sources.ts'

const text = sourcesText.report
const WORKBOOKS = /\.(xlsx|xlsm|xls|xlsb|ods)$/i

export interface SaveRowsProps {
  deliveryId: number
  file: string
  /** rows that were refused */
  refused: number
  /** values and rows that were refused, repaired or left out */
  issues: number
}

/** What of a delivery goes back to its department: the refused rows in the layout of its file, to mend, and the list of everything there was to remark. */
export function SaveRows({ deliveryId, file, refused, issues }: SaveRowsProps) {
  const rows = useJob('sources.exportRefusals')
  const list = useJob('sources.exportIssues')
  const isBusy = rows.state === 'running' || list.state === 'running'
  async function saveRefusals() {
    const target = await window.shell.chooseSave(text.refusalsName(file) + (WORKBOOKS.test(file) ? '.xlsx' : '.csv'), 'refusals')
    if (!target) return
    const reply = await rows.run({ deliveryId, target: target.token })
    if (reply.ok) tell(text.saved(reply.value.rows))
  }
  async function saveIssues() {
    const target = await window.shell.chooseSave(text.issuesName(file), 'issues')
    if (!target) return
    const reply = await list.run({ deliveryId, target: target.token })
    if (reply.ok) tell(text.savedIssues(reply.value.lines))
  }
  if (issues === 0) return null
  const problem = rows.problem ?? list.problem
  return (
    <div className="sources-save">
      <div className="sources-save-deeds">
        {refused > 0 && (
          <Button icon={Download} isDisabled={isBusy} onPress={() => void saveRefusals()}>
            {text.saveRefusals}
          </Button>
        )}
        <Button icon={Download} isDisabled={isBusy} onPress={() => void saveIssues()}>
          {text.saveIssues}
        </Button>
      </div>
      {problem && <ProblemNotice problem={problem} />}
    </div>
  )
}
