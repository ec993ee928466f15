import { ChevronDown, ChevronRight } from 'lucide-react'
import { useId, useState } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
import type { PartFigures, ScorePart } from '#shared/model/score.ts'
import { formatNumber, formatPercent, formatSigned } from '#shared/text/format.ts'
import { attentionClassLabel } from '#shared/text/terms.ts'
import { PropertyList, type Property } from '../../parts/PropertyList.tsx'
import { TextLink } from '../../parts/TextLink.tsx'
import { scoresText, shownCount } from '../../text/scores.ts'
import { Sources } from './Sources.tsx'
import { shareOf, type Step, type Waterfall } from './waterfall.ts'

const text = scoresText.explanation

export interface PartRowProps {
  step: Step
  axis: Pick<Waterfall, 'low' | 'high'>
  /** class of the whole score, to tell when it leans on this part */
  class: ScorePart['classWithout']
  /** opens the rows behind it; absent for whoever may not see them */
  onRows: (() => void) | undefined
}

/** One contribution: the sentence, its bar in the waterfall, and behind the arrow everything it was computed with. */
export function PartRow({ step, axis, class: found, onRows }: PartRowProps) {
  const { part, from, to } = step
  const [isOpen, setOpen] = useState(false)
  const detailId = useId()
  const Mark = isOpen ? ChevronDown : ChevronRight
  return (
    <li className="score-part">
      <AriaButton className="score-part-head" aria-expanded={isOpen} aria-controls={detailId} onPress={() => setOpen(!isOpen)}>
        <Mark size={14} strokeWidth={2} aria-hidden />
        <span className="score-part-label">{part.label}</span>
        <span className="score-part-value">{part.contribution === null ? '' : formatSigned(part.contribution, 2)}</span>
      </AriaButton>
      <p className="score-part-sentence">
        {part.sentence}{' '}
        {onRows && (
          <TextLink label={text.rowsOf(text.rows(part.observed), part.label)} onPress={onRows}>
            {text.rows(part.observed)}
          </TextLink>
        )}{' '}
        <span className="faint">
          <Sources of={part.sources.filter(({ kind }) => kind === part.sources[0]?.kind)} shown={1} />
        </span>
      </p>
      {part.contribution !== null && (
        <div className="score-bar" aria-hidden>
          {from !== to && <i
            className={to < from ? 'score-bar-down' : 'score-bar-up'}
            style={{ left: `${Math.min(shareOf(axis, from), shareOf(axis, to))}%`, width: `${Math.abs(shareOf(axis, to) - shareOf(axis, from))}%` }}
          />}
          <b style={{ left: `${shareOf(axis, 0)}%` }} />
        </div>
      )}
      <div id={detailId} className="score-part-detail" hidden={!isOpen}>
        {part.figures?.scale === 0 && part.contribution !== null && <p className="small soft">{text.noDifference}</p>}
        {part.figures && <Shrinkage part={part} figures={part.figures} />}
        <PropertyList properties={propertiesOf(part, found)} />
      </div>
    </li>
  )
}

function propertiesOf(part: ScorePart, found: ScorePart['classWithout']): Property[] {
  const { detail } = text
  const { figures } = part
  const rate = (value: number) => `${text.rate(value, part)}${part.per === 100 ? '' : ` ${text.per(part)}`}`
  return [
    { label: detail.observed, value: shownCount(part.observed) },
    { label: detail.exposure, value: `${formatNumber(part.exposure)} ${part.unit}` },
    { label: detail.expected, value: formatNumber(part.expected, 1) },
    ...(part.faded ? [{ label: detail.faded, value: detail.fadedTo(part.faded, part.unit) }] : []),
    ...(figures
      ? [
          { label: detail.raw, value: rate(figures.rawRate) },
          { label: detail.shrunk, value: `${rate(figures.shrunkRate)} · ${figures.lower === figures.upper ? detail.likeGroup : detail.shrunkInterval(text.rate(figures.lower, part), text.rate(figures.upper, part))}` },
        ]
      : []),
    { label: detail.reference, value: rate(part.referenceRate) },
    { label: detail.group, value: detail.groupOf(part.referenceGroup, part.referenceSize) },
    ...(part.contribution === null ? [] : countingOf(part, found)),
    { label: detail.sources, value: <Sources of={part.sources} /> },
    { label: detail.version, value: detail.versionOf(part.indicator, part.version) },
  ]
}

/** What it counts for in the score; a part of no score has none of this. */
function countingOf({ figures, weight, classWithout }: ScorePart, found: ScorePart['classWithout']): Property[] {
  const { detail } = text
  return [
    ...(figures ? [{ label: detail.z, value: formatSigned(figures.z, 2) }] : []),
    { label: detail.weight, value: formatPercent(weight) },
    { label: detail.without, value: classWithout === found ? attentionClassLabel[classWithout] : <strong>{attentionClassLabel[classWithout]}</strong> },
  ]
}

/** Raw rate, shrunk rate with its interval, and the mean of the group, on one axis from zero. */
function Shrinkage({ part, figures }: { part: ScorePart; figures: PartFigures }) {
  const most = Math.max(figures.rawRate, figures.upper, part.referenceRate) || 1
  const at = (value: number) => `${((value / most) * 96 + 2).toFixed(2)}%`
  return (
    <>
    <svg className="score-shrinkage" aria-hidden>
      <line className="score-axis" x1="2%" x2="98%" y1="50%" y2="50%" />
      <line className="score-median" x1={at(part.referenceRate)} x2={at(part.referenceRate)} y1="0" y2="100%" />
      <line className="score-range" x1={at(figures.lower)} x2={at(figures.upper)} y1="50%" y2="50%" />
      <circle className="score-raw" cx={at(figures.rawRate)} cy="50%" r="4" />
      <circle className="score-point" cx={at(figures.shrunkRate)} cy="50%" r="4.5" />
    </svg>
    <p className="score-shrinkage-words" aria-hidden>{text.shrinkage}</p>
    </>
  )
}
