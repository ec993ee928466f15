import { useState } from 'react'
import type { Problem } from '#shared/contract/problem.ts'
import { Button } from '../../parts/Button.tsx'
import { ProblemNotice } from '../../parts/ProblemNotice.tsx'
import { TextField } from '../../parts/TextField.tsx'
import { whatIfText } from '../../text/whatIf.ts'

const text = whatIfText.proposals
/** as the engine asks for */
export const LEAST_MOTIVE = 20

export interface DecideFormProps {
  isRunning: boolean
  problem: Problem | null
  onSettle: (approve: boolean, motive: string) => void
}

/** The second person approves or rejects, and says why. */
export function DecideForm({ isRunning, problem, onSettle }: DecideFormProps) {
  const [motive, setMotive] = useState('')
  const [isAsked, setAsked] = useState(false)
  const isShort = motive.trim().length < LEAST_MOTIVE
  const settle = (approve: boolean) => {
    setAsked(true)
    if (!isShort) onSettle(approve, motive.trim())
  }
  return (
    <div className="dialog-stack">
      <TextField label={text.motive} value={motive} onChange={setMotive} rows={2} maxLength={2000} error={isAsked && isShort ? text.tooShort : undefined} />
      {problem && <ProblemNotice problem={problem} />}
      <div className="what-if-actions">
        <Button isDisabled={isRunning} onPress={() => settle(false)}>
          {text.reject}
        </Button>
        <Button variant="primary" isDisabled={isRunning} onPress={() => settle(true)}>
          {text.approve}
        </Button>
      </div>
    </div>
  )
}
