import { useAnswer } from '../../lib/engine.ts'
import { Card } from '../../parts/Card.tsx'
import { destructionText as text } from '../../text/caseDestruction.ts'

/** The proofs of what was destroyed; nothing where nothing was. */
export function DestroyedCases() {
  const { value } = useAnswer('case.destructions', {})
  const done = (value ?? []).filter(({ destroyedAt }) => destroyedAt !== '')
  if (done.length === 0) return null
  return (
    <Card title={text.proofs}>
      <ul className="case-proofs">
        {done.map((proof) => (
          <li key={proof.caseId} title={`SHA-256 ${proof.contentHash}`}>
            {text.proof(proof)}
          </li>
        ))}
      </ul>
    </Card>
  )
}
