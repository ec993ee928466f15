import { Download } from 'lucide-react'
import { useJob } from '../../lib/engine.ts'
import { Button } from '../../parts/Button.tsx'
import { ProblemNotice } from '../../parts/ProblemNotice.tsx'
import { tell } from '../../parts/toasts.tsx'
import { sourcesText } from '../../text/sources.ts'

const text = sourcesText.report
const WORKBOOKS = /\.(xlsx|xlsm|xls|xlsb|ods)$/i

/** Writes the refused rows of a delivery in the layout of its file, for the department to mend. */
export function SaveRefusals({ deliveryId, file }: { deliveryId: number; file: string }) {
  const job = useJob('sources.exportRefusals')
  async function save() {
    const target = await window.shell.chooseSave(text.refusalsName(file) + (WORKBOOKS.test(file) ? '.xlsx' : '.csv'), 'refusals')
    if (!target) return
    const reply = await job.run({ deliveryId, target: target.token })
    if (reply.ok) tell(text.saved(reply.value.rows))
  }
  return (
    <div className="sources-save">
      <Button icon={Download} isDisabled={job.state === 'running'} onPress={() => void save()}>
        {text.saveRefusals}
      </Button>
      {job.problem && <ProblemNotice problem={job.problem} />}
    </div>
  )
}
