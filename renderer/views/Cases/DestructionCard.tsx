import { useState } from 'react'
import type { CaseDestruction } from '#shared/contract/caseDestruction.ts'
import type { CaseFile } from '#shared/contract/dossier.ts'
import { useAnswer, useCommand } from '../../lib/engine.ts'
import { useSession } from '../../lib/session.tsx'
import { Button } from '../../parts/Button.tsx'
import { Card } from '../../parts/Card.tsx'
import { Dialog } from '../../parts/Dialog.tsx'
import { DialogFoot } from '../../parts/DialogFoot.tsx'
import { ProblemNotice } from '../../parts/ProblemNotice.tsx'
import { tell } from '../../parts/toasts.tsx'
import { WritingDialog } from '../../parts/WritingDialog.tsx'
import { destructionText as text } from '../../text/caseDestruction.ts'

/** For a closed case: asking that it be destroyed, and deciding on it. */
export function DestructionCard({ file }: { file: CaseFile }) {
  const answer = useAnswer('case.destructions', {})
  const [ask, asking] = useCommand('case.askDestruction')
  const [isAsking, setAsking] = useState(false)
  const asked = answer.value?.find(({ caseId, destroyedAt }) => caseId === file.id && destroyedAt === '')
  return (
    <Card title={text.title}>
      <div className="dialog-stack">
        <p className="small soft">{text.why}</p>
        {asked ? (
          <Asked asked={asked} />
        ) : (
          <div>
            <Button onPress={() => setAsking(true)}>{text.ask}</Button>
          </div>
        )}
        {asking.problem && <ProblemNotice problem={asking.problem} />}
      </div>
      {isAsking && <WritingDialog {...text.dialog} shortest={20} onDone={(motive) => void ask({ id: file.id, motive })} onClose={() => setAsking(false)} />}
    </Card>
  )
}

function Asked({ asked }: { asked: CaseDestruction }) {
  const { may, go } = useSession()
  const [decide, deciding] = useCommand('case.decideDestruction')
  const [isSure, setSure] = useState(false)

  async function run(approve: boolean) {
    setSure(false)
    const reply = await decide({ id: asked.caseId, approve })
    if (!reply.ok || !approve) return
    tell(text.destroyed(asked.number))
    go({ screen: 'cases', subject: '' })
  }

  return (
    <>
      <p>{text.asked(asked.askedBy, asked.askedAt)}</p>
      <p className="soft">{asked.motive}</p>
      {may('case.decideDestruction') ? (
        <div className="case-actions">
          <Button onPress={() => void run(false)}>{text.refuse}</Button>
          <Button variant="primary" onPress={() => setSure(true)}>
            {text.destroy}
          </Button>
        </div>
      ) : (
        <p className="soft">{text.another}</p>
      )}
      {deciding.problem && <ProblemNotice problem={deciding.problem} />}
      <Dialog title={text.confirm.title(asked.number)} isOpen={isSure} onClose={() => setSure(false)} width="small" isFirm footer={<DialogFoot label={text.confirm.done} onDo={() => void run(true)} onCancel={() => setSure(false)} />}>
        {text.confirm.why}
      </Dialog>
    </>
  )
}
