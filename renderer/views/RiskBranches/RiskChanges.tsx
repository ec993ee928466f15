import type { RiskBranchChange } from '#shared/model/indicator.ts'
import { useCommand } from '../../lib/engine.ts'
import { useSession } from '../../lib/session.tsx'
import { EmptyState } from '../../parts/EmptyState.tsx'
import { Pill, type PillTone } from '../../parts/Pill.tsx'
import { tell } from '../../parts/toasts.tsx'
import { riskBranchesText } from '../../text/riskBranches.ts'
import { whatIfText } from '../../text/whatIf.ts'
import { DecideForm } from '../Scores/DecideForm.tsx'

const text = riskBranchesText.changes
const tones: Record<RiskBranchChange['decision'], PillTone> = { open: 'accent', approved: 'fine', rejected: 'neutral' }

/** Changes of the list that were proposed, newest first, with what came of them; who may decide does it here. */
export function RiskChanges({ changes }: { changes: readonly RiskBranchChange[] }) {
  if (changes.length === 0) return <EmptyState title={text.none.title}>{text.none.why}</EmptyState>
  return (
    <ul className="what-if-proposals">
      {changes.map((change) => (
        <li key={change.id} aria-label={text.what(change)}>
          <Change change={change} />
        </li>
      ))}
    </ul>
  )
}

function Change({ change }: { change: RiskBranchChange }) {
  const { may } = useSession()
  const isOpen = change.decision === 'open'
  return (
    <>
      <p className="what-if-proposal-head">
        <b>{text.what(change)}</b> <Pill tone={tones[change.decision]}>{whatIfText.proposals.state[change.decision]}</Pill>
        <span className="soft small">{text.by(change)}</span>
      </p>
      <p>{change.motive}</p>
      {change.entry && <p className="small soft">{text.becomes(change.entry)}</p>}
      {!isOpen && (
        <p className="soft small">
          {text.decided(change)}. {change.decidedMotive}
        </p>
      )}
      {isOpen && change.isOwn && <p className="soft small">{text.own}</p>}
      {isOpen && !change.isOwn && (may('branch.decideRisk') ? <Decide id={change.id} /> : <p className="soft small">{whatIfText.proposals.notYours}</p>)}
    </>
  )
}

function Decide({ id }: { id: number }) {
  const [decide, deciding] = useCommand('branch.decideRisk')
  const settle = async (approve: boolean, motive: string) => {
    const reply = await decide({ id, approve, motive })
    if (reply.ok) tell(approve ? text.approved(reply.value.version) : text.rejected)
  }
  return <DecideForm isRunning={deciding.state === 'running'} problem={deciding.problem ?? null} onSettle={(approve, motive) => void settle(approve, motive)} />
}
