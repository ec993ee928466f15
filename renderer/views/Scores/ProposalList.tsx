import type { ReactNode } from 'react'
import type { Proposal } from '#shared/model/proposal.ts'
import { useCommand } from '../../lib/engine.ts'
import { useSession } from '../../lib/session.tsx'
import { EmptyState } from '../../parts/EmptyState.tsx'
import { Pill, type PillTone } from '../../parts/Pill.tsx'
import { tell } from '../../parts/toasts.tsx'
import { whatIfText } from '../../text/whatIf.ts'
import { DecideForm } from './DecideForm.tsx'

const text = whatIfText.proposals
const tones: Record<Proposal['decision'], PillTone> = { open: 'accent', approved: 'fine', rejected: 'neutral' }
type DecideProcedure = 'score.decide' | 'branch.decideRisk'

/** What proposals of one kind say that those of another do not. */
export interface ProposalWords<One> {
  none: { title: string; why: string }
  title: (proposal: One) => string
  decided: (proposal: One) => string
  approved: (version: number | null) => string
  rejected: string
}

export interface ProposalListProps<One> {
  /** newest first */
  proposals: readonly One[]
  words: ProposalWords<One>
  decide: DecideProcedure
  /** what a proposal would change */
  children: (proposal: One) => ReactNode
}

/** Changes that take two people, with what came of them; who may decide does it here. */
export function ProposalList<One extends Proposal>({ proposals, words, decide, children }: ProposalListProps<One>) {
  const { may } = useSession()
  if (proposals.length === 0) return <EmptyState title={words.none.title}>{words.none.why}</EmptyState>
  return (
    <ul className="what-if-proposals">
      {proposals.map((proposal) => {
        const { id, decision, motive, decidedMotive, isOwn } = proposal
        const isOpen = decision === 'open'
        return (
          <li key={id} aria-label={words.title(proposal)}>
            <p className="what-if-proposal-head">
              <b>{words.title(proposal)}</b> <Pill tone={tones[decision]}>{text.state[decision]}</Pill>
              <span className="soft small">{text.by(proposal)}</span>
            </p>
            <p>{motive}</p>
            {children(proposal)}
            {!isOpen && (
              <p className="soft small">
                {words.decided(proposal)}. {decidedMotive}
              </p>
            )}
            {isOpen && isOwn && <p className="soft small">{text.own}</p>}
            {isOpen && !isOwn && (may(decide) ? <Decide id={id} procedure={decide} words={words} /> : <p className="soft small">{text.notYours}</p>)}
          </li>
        )
      })}
    </ul>
  )
}

function Decide({ id, procedure, words }: { id: number; procedure: DecideProcedure; words: Pick<ProposalWords<never>, 'approved' | 'rejected'> }) {
  const [decide, deciding] = useCommand(procedure)
  const settle = async (approve: boolean, motive: string) => {
    const reply = await decide({ id, approve, motive })
    if (reply.ok) tell(approve ? words.approved(reply.value.version) : words.rejected)
    return reply.ok
  }
  return <DecideForm form={`${procedure} ${id}`} isRunning={deciding.state === 'running'} problem={deciding.problem ?? null} onSettle={settle} />
}
