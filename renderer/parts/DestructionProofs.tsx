import type { Destruction } from '#shared/model/destruction.ts'
import type { Answer } from '../lib/engine.ts'
import { destroyingText as text } from '../text/destruction.ts'
import { Card } from './Card.tsx'
import { ProblemNotice } from './ProblemNotice.tsx'
import './Destroying.css'

/** The proofs of what was destroyed; nothing where nothing was, or as long as that is not known. */
export function DestructionProofs({ title, answer }: { title: string; answer: Answer<Destruction[]> }) {
  if (answer.state === 'failed') return <ProblemNotice problem={answer.problem} onRetry={answer.ask} />
  const done = (answer.value ?? []).filter(({ destroyedAt }) => destroyedAt !== '')
  if (done.length === 0) return null
  return (
    <Card title={title}>
      <ul className="destroying-proofs">
        {done.map((proof) => (
          <li key={proof.contentHash} title={`SHA-256 ${proof.contentHash}`}>
            {text.proof(proof)}
          </li>
        ))}
      </ul>
    </Card>
  )
}
