import type { AttentionScore, Explanation } from '#shared/model/score.ts'
import { formatNumber } from '#shared/text/format.ts'
import { phenomenonLabel } from '#shared/text/terms.ts'
import type { ScoreChoice } from '../../lib/scoreRoutes.ts'
import { TextLink } from '../../parts/TextLink.tsx'
import { scoresText } from '../../text/scores.ts'
import { ClassPill } from './ClassPill.tsx'

const text = scoresText.explanation

export interface PanelHeadProps {
  explanation: Explanation
  /** how many have a score and so a place */
  scored: number
  onOpenParent: ((code: string) => void) | undefined
}

/** Name, figure and class of what is explained, and how sure they are. */
export function PanelHead({ explanation, scored, onOpenParent }: PanelHeadProps) {
  const { score } = explanation
  const { parent } = score
  const chance = score.class === 'lower' ? score.probabilityLower : score.class === 'higher' ? score.probability : null
  return (
    <header className="score-panel-head">
      <h2>{score.name}</h2>
      {parent && (
        <p className="small">
          <span className="soft">{parentWord(score.level)} </span>
          {onOpenParent ? <TextLink onPress={() => onOpenParent(parent.code)}>{parent.name}</TextLink> : parent.name}
        </p>
      )}
      <p className="score-panel-figure">
        {score.score !== null && <b>{formatNumber(score.score, 2)}</b>}
        <span title={chance === null ? undefined : text.chanceTitle(chance, score.class === 'lower' ? 'onder' : 'boven')}>
          {chance === null ? <ClassPill of={score.class} /> : <ClassPill of={score.class} chance={text.chance(chance)} />}
        </span>
      </p>
      <p className="small soft">{factsOf(score, scored).map(unbroken).join(' · ')}</p>
      {score.score === null && <p className="small">{text.noScore(explanation)}</p>}
    </header>
  )
}

function factsOf(score: AttentionScore, scored: number): string[] {
  const { phenomenon, lower, upper, rank, rankLower, rankUpper, peers, peerGroup, completeness } = score
  return [
    text.summary(phenomenonLabel[phenomenon]),
    ...(lower === null || upper === null ? [] : [text.interval(lower, upper)]),
    ...(rank === null || rankLower === null || rankUpper === null ? [] : [text.place(rank, rankLower, rankUpper, scored)]),
    ...(peers === 0 ? [] : [text.peers(peerGroup, peers)]),
    text.completeness(completeness),
    ...(score.class === 'average' && score.probability !== null ? [text.chanceHigher(score.probability)] : []),
  ]
}

/** Short facts stay on one line; the name of a long group may break. */
function unbroken(fact: string): string {
  return fact.length > 40 ? fact : fact.replaceAll(' ', '\u00a0')
}

function parentWord(level: ScoreChoice['level']): string {
  if (level === 'buurt') return text.parentOf.wijk
  return level === 'group' ? text.parentOf.division : text.parentOf.section
}
