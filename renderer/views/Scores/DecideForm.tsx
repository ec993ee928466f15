import { useState } from 'react'
import type { Problem } from '#shared/contract/problem.ts'
import { useDraft } from '../../lib/drafts.ts'
import { Button } from '../../parts/Button.tsx'
import { ProblemNotice } from '../../parts/ProblemNotice.tsx'
import { TextField } from '../../parts/TextField.tsx'
import { whatIfText } from '../../text/whatIf.ts'

const text = whatIfText.proposals
/** as the engine asks for */
export const LEAST_MOTIVE = 20

export interface DecideFormProps {
  /** the name under which what is typed is kept, as for `useDraft` */
  form: string
  isRunning: boolean
  problem: Problem | null
  /** resolves to whether it was taken */
  onSettle: (approve: boolean, motive: string) => Promise<boolean>
}

/** The second person approves or rejects, and says why. */
export function DecideForm({ form, isRunning, problem, onSettle }: DecideFormProps) {
  const draft = useDraft(form, { motive: '' })
  const { motive } = draft.typed
  const [isAsked, setAsked] = useState(false)
  const isShort = motive.trim().length < LEAST_MOTIVE
  const settle = async (approve: boolean) => {
    setAsked(true)
    if (!isShort && (await onSettle(approve, motive.trim()))) draft.discard()
  }
  return (
    <div className="dialog-stack">
      <TextField label={text.motive} value={motive} onChange={(typed) => draft.change({ motive: typed })} rows={2} maxLength={2000} error={isAsked && isShort ? text.tooShort : undefined} />
      {problem && <ProblemNotice problem={problem} />}
      <div className="what-if-actions">
        <Button isDisabled={isRunning} onPress={() => void settle(false)}>
          {text.reject}
        </Button>
        <Button variant="primary" isDisabled={isRunning} onPress={() => void settle(true)}>
          {text.approve}
        </Button>
      </div>
    </div>
  )
}
