import type { IndicatorBook } from '#shared/model/indicator.ts'
import type { WeightProposal } from '#shared/model/scoreSet.ts'
import { whatIfText } from '../../text/whatIf.ts'
import { ProposalList } from '../Scores/ProposalList.tsx'

const text = whatIfText.proposals

/** Changes of weights and half-lives that were proposed. */
export function Proposals({ proposals, book }: { proposals: readonly WeightProposal[]; book: IndicatorBook }) {
  const known = new Map(book.indicators.map((one) => [one.id, one]))
  return (
    <ProposalList proposals={proposals} words={text} decide="score.decide">
      {({ decision, weights, halfLives }) => {
        // once decided the official values are other ones, so only the proposed ones stand
        const isOpen = decision === 'open'
        return (
          <ul className="score-bullets">
            {Object.entries(weights).map(([id, points]) => (
              <li key={id}>{text.change(known.get(id)?.label ?? id, isOpen ? known.get(id)?.weight : undefined, points)}</li>
            ))}
            {Object.entries(halfLives).map(([id, months]) => (
              <li key={`${id} half-life`}>{text.halfLife(known.get(id)?.label ?? id, isOpen ? (known.get(id)?.halfLife ?? null) : undefined, months)}</li>
            ))}
          </ul>
        )
      }}
    </ProposalList>
  )
}
