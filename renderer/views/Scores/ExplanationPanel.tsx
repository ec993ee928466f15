import { Eye, Printer, X } from 'lucide-react'
import { useState } from 'react'
import type { AttentionScore, Explanation, ScorePart } from '#shared/model/score.ts'
import { formatNumber, formatSigned } from '#shared/text/format.ts'
import { phenomenonLabel } from '#shared/text/terms.ts'
import { useAnswer } from '../../lib/engine.ts'
import type { ScoreChoice } from '../../lib/routes.ts'
import { useSession } from '../../lib/session.tsx'
import { useShortcuts } from '../../lib/shortcuts.ts'
import { Answered } from '../../parts/Answered.tsx'
import { Button, IconButton } from '../../parts/Button.tsx'
import { TextLink } from '../../parts/TextLink.tsx'
import { scoresText } from '../../text/scores.ts'
import { Caveat } from './Caveat.tsx'
import { ClassPill } from './ClassPill.tsx'
import { Evidence } from './Evidence.tsx'
import { PartRow } from './PartRow.tsx'
import { PrintSheet } from './PrintSheet.tsx'
import { Sources } from './Sources.tsx'
import { waterfallOf } from './waterfall.ts'

const text = scoresText.explanation

export interface ExplanationPanelProps {
  choice: ScoreChoice
  name: string
  /** how many have a score and so a place */
  scored: number
  onClose: () => void
  onOpenParent: ((code: string) => void) | undefined
}

/** What a score is made of. Exact and with its rows for whoever works a case with a purpose, rounded for everybody else. */
export function ExplanationPanel(props: ExplanationPanelProps) {
  const { choice, name, onClose } = props
  const { may, status } = useSession()
  const [wantsExact, setWantsExact] = useState(false)
  const mayWork = may('score.explainExact')
  const isExact = mayWork && (wantsExact || status.value?.purpose?.compartments.includes('index') === true)
  const rounded = useAnswer('score.explain', choice, { enabled: !isExact })
  const exact = useAnswer('score.explainExact', choice, { enabled: isExact })
  const answer = isExact ? exact : rounded
  return (
    <section className="score-panel card" aria-label={text.label(name)}>
      <Answered answer={answer}>
        {(explanation) => <Explained {...props} explanation={explanation} onExact={mayWork && !isExact ? () => setWantsExact(true) : undefined} />}
      </Answered>
      <div className="score-panel-close">
        <IconButton label={scoresText.close} icon={X} keys="Esc" onPress={onClose} />
      </div>
    </section>
  )
}

function Explained({ explanation, choice, scored, onExact, onOpenParent }: ExplanationPanelProps & { explanation: Explanation; onExact: (() => void) | undefined }) {
  const { score, parts, context, missing, counts } = explanation
  const [rowsOf, setRowsOf] = useState<ScorePart | null>(null)
  const waterfall = waterfallOf(parts)
  const print = () => window.print()
  useShortcuts(scoresText.keys.explanation, [{ keys: 'P', label: scoresText.keys.print, run: print }])
  return (
    <>
      <div className="score-panel-body">
        <PanelHead explanation={explanation} scored={scored} onOpenParent={onOpenParent} />
        <div className="score-panel-actions">
          {onExact && (
            <Button icon={Eye} onPress={onExact}>
              {text.exact}
            </Button>
          )}
          <Button icon={Printer} keys="P" onPress={print}>
            {text.print}
          </Button>
        </div>
        {counts === 'rounded' && <p className="small soft">{text.rounded}</p>}
        <h3>{score.score === null ? text.partsAlone : text.parts}</h3>
        <ul className="score-parts">
          {waterfall.steps.map((step) => (
            <PartRow
              key={step.part.indicator}
              step={step}
              axis={waterfall}
              class={score.class}
              onRows={counts === 'exact' && step.part.observed !== 0 ? () => setRowsOf(step.part) : undefined}
            />
          ))}
        </ul>
        {score.score !== null && (
          <p className="score-total">
            <span>{text.total}</span>
            <span className="score-part-value">{formatSigned(score.score, 2)}</span>
          </p>
        )}
        {context.length > 0 && (
          <>
            <h3>{text.context}</h3>
            {context.map(({ indicator, label, sentence, sources }) => (
              <p key={indicator} className="score-beside">
                <strong>{label}.</strong> {sentence} <span className="soft"><Sources of={sources} /></span>
              </p>
            ))}
          </>
        )}
        {missing.length > 0 && (
          <>
            <h3>{text.missing}</h3>
            <ul className="score-missing">
              {missing.map(({ indicator, label, weight, reason }) => (
                <li key={indicator}>
                  <strong>{label}</strong> <span className="soft">({text.missingWeight(weight)})</span>
                  <br />
                  {reason}
                </li>
              ))}
            </ul>
          </>
        )}
        <Caveat explanation={explanation} />
        <p className="small soft">{text.origin(explanation.referenceDate, explanation.indicatorSet)}</p>
      </div>
      {rowsOf && (
        <Evidence
          choice={choice}
          indicator={rowsOf.indicator}
          label={rowsOf.label}
          name={score.name}
          isStale={explanation.isStale}
          onClose={() => setRowsOf(null)}
        />
      )}
      <PrintSheet explanation={explanation} scored={scored} />
    </>
  )
}

function PanelHead({ explanation, scored, onOpenParent }: { explanation: Explanation; scored: number; onOpenParent: ((code: string) => void) | undefined }) {
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
      {score.score === null && <p className="small">{text.insufficient(score.completeness)}</p>}
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
