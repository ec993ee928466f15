import { ScorePlayed, ScoreRole } from '#shared/model/scoreRole.ts'
import { scoreRoleText as text } from '../text/scoreRole.ts'
import { Select } from './Select.tsx'
import { TextField } from './TextField.tsx'

/** What was filled in so far. */
export interface TypedScoreRole {
  played: ScorePlayed | null
  explanation: string
}

/** Nothing is filled in beforehand but what was said before. */
export function typedScoreRole(said: ScoreRole | null): TypedScoreRole {
  return { played: said?.played ?? null, explanation: said?.explanation ?? '' }
}

/** What was filled in, when it is complete. */
export function scoreRoleOf({ played, explanation }: TypedScoreRole): ScoreRole | null {
  const parsed = ScoreRole.safeParse({ played, explanation: played === 'none' ? '' : explanation })
  return parsed.success ? parsed.data : null
}

const options = ScorePlayed.options.map((id) => ({ id, label: text.played[id] }))

interface ScoreRoleFieldsProps {
  value: TypedScoreRole
  onChange: (value: TypedScoreRole) => void
  /** after the first attempt the fields say what is missing */
  isAsked: boolean
}

/** Whether a score played a role, and if so which. */
export function ScoreRoleFields({ value, onChange, isAsked }: ScoreRoleFieldsProps) {
  const { played, explanation } = value
  const isMissing = isAsked && scoreRoleOf(value) === null
  return (
    <>
      <Select label={text.label} options={options} value={played} onChange={(chosen) => onChange({ played: chosen, explanation })} error={isMissing && played === null ? text.missing : undefined} />
      <p className="small soft">{text.why}</p>
      {played !== null && played !== 'none' && (
        <TextField
          label={text.explanation}
          description={text.explanationHelp}
          value={explanation}
          onChange={(typed) => onChange({ played, explanation: typed })}
          rows={3}
          maxLength={1000}
          error={isMissing ? text.explanationMissing : undefined}
        />
      )}
    </>
  )
}
