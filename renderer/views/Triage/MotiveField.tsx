import { TriageMotive } from '#shared/model/triage.ts'
import { TextField } from '../../parts/TextField.tsx'
import { triageText as text } from '../../text/triage.ts'

/** Whether this says why. */
export function isMotive(typed: string): boolean {
  return TriageMotive.safeParse(typed).success
}

interface MotiveFieldProps {
  label?: string
  value: string
  onChange: (value: string) => void
  /** whether saving was tried, so that what is wanting may be said */
  isAsked: boolean
  autoFocus?: boolean
}

/** Why: asked at every step. */
export function MotiveField({ label = text.motive, value, onChange, isAsked, autoFocus = false }: MotiveFieldProps) {
  return <TextField label={label} description={text.motiveHelp} value={value} onChange={onChange} rows={3} maxLength={2000} autoFocus={autoFocus} error={isAsked && !isMotive(value) ? text.motiveError : undefined} />
}
