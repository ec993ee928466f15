import type { IndicatorBook } from '#shared/model/indicator.ts'
import type { WeightProposal } from '#shared/model/scoreSet.ts'
import { useCommand } from '../../lib/engine.ts'
import { useSession } from '../../lib/session.tsx'
import { EmptyState } from '../../parts/EmptyState.tsx'
import { Pill, type PillTone } from '../../parts/Pill.tsx'
import { tell } from '../../parts/toasts.tsx'
import { whatIfText } from '../../text/whatIf.ts'
import { DecideForm } from '../Scores/DecideForm.tsx'

const text = whatIfText.proposals
const tones: Record<WeightProposal['decision'], PillTone> = { open: 'accent', approved: 'fine', rejected: 'neutral' }

/** Changes of weights that were proposed, with what came of them; who may decide does it here. */
export function Proposals({ proposals, book }: { proposals: readonly WeightProposal[]; book: IndicatorBook }) {
  if (proposals.length === 0) return <EmptyState title={text.none.title}>{text.none.why}</EmptyState>
  const newestFirst = proposals.toSorted((a, b) => b.id - a.id)
  return (
    <ul className="what-if-proposals">
      {newestFirst.map((proposal) => (
        <li key={proposal.id} aria-label={text.title(proposal)}>
          <Proposal proposal={proposal} book={book} />
        </li>
      ))}
    </ul>
  )
}

function Proposal({ proposal, book }: { proposal: WeightProposal; book: IndicatorBook }) {
  const { may } = useSession()
  const known = new Map(book.indicators.map((one) => [one.id, one]))
  const isOpen = proposal.decision === 'open'
  return (
    <>
      <p className="what-if-proposal-head">
        <b>{text.title(proposal)}</b> <Pill tone={tones[proposal.decision]}>{text.state[proposal.decision]}</Pill>
        <span className="soft small">{text.by(proposal)}</span>
      </p>
      <p>{proposal.motive}</p>
      <ul className="score-bullets">
        {Object.entries(proposal.weights).map(([id, points]) => (
          // once decided the official points are other ones, so only the proposed ones stand
          <li key={id}>{text.change(known.get(id)?.label ?? id, isOpen ? known.get(id)?.weight : undefined, points)}</li>
        ))}
        {Object.entries(proposal.halfLives).map(([id, months]) => (
          <li key={`${id} half-life`}>{text.halfLife(known.get(id)?.label ?? id, isOpen ? (known.get(id)?.halfLife ?? null) : undefined, months)}</li>
        ))}
      </ul>
      {!isOpen && (
        <p className="soft small">
          {text.decided(proposal)}. {proposal.decidedMotive}
        </p>
      )}
      {isOpen && proposal.isOwn && <p className="soft small">{text.own}</p>}
      {isOpen && !proposal.isOwn && (may('score.decide') ? <Decide id={proposal.id} /> : <p className="soft small">{text.notYours}</p>)}
    </>
  )
}

function Decide({ id }: { id: number }) {
  const [decide, deciding] = useCommand('score.decide')
  const settle = async (approve: boolean, motive: string) => {
    const reply = await decide({ id, approve, motive })
    if (reply.ok) tell(approve ? text.approved(reply.value.version) : text.rejected)
  }
  return <DecideForm isRunning={deciding.state === 'running'} problem={deciding.problem ?? null} onSettle={(approve, motive) => void settle(approve, motive)} />
}
