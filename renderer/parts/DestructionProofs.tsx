import type { Destruction } from '#shared/model/destruction.ts'
import { destroyingText as text } from '../text/destruction.ts'
import { Card } from './Card.tsx'
import './Destroying.css'

/** The proofs of what was destroyed; nothing where nothing was. */
export function DestructionProofs({ title, destructions }: { title: string; destructions: readonly Destruction[] | undefined }) {
  const done = (destructions ?? []).filter(({ destroyedAt }) => destroyedAt !== '')
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
