import { createPortal } from 'react-dom'
import type { Explanation } from '#shared/model/score.ts'
import { capitalise, formatNumber, formatPercent, formatSigned } from '#shared/text/format.ts'
import { attentionClassLabel, phenomenonLabel } from '#shared/text/terms.ts'
import { useSession } from '../../lib/session.tsx'
import { scoresText, shownCount } from '../../text/scores.ts'
import { Caveat } from './Caveat.tsx'
import { Sources } from './Sources.tsx'
import './PrintSheet.css'

const text = scoresText.explanation

/** The explanation as a page of paper: everything open, nothing to press. Shows only when printing. */
export function PrintSheet({ explanation, scored }: { explanation: Explanation; scored: number }) {
  const { status } = useSession()
  const { score, parts, context, missing } = explanation
  return createPortal(
    <article className="print-sheet" aria-hidden>
      <h1>
        {text.summary(phenomenonLabel[score.phenomenon])}: {score.name}
      </h1>
      <p>{standing(explanation, scored)}</p>
      <Parts explanation={explanation} />
      {context.map(({ indicator, label, sentence }) => (
        <p key={indicator}>
          {text.context}: {label}. {sentence}
        </p>
      ))}
      {missing.length > 0 && <p>{`${text.missing}: ${missing.map(({ label, reason }) => `${label} (${reason})`).join(' ')}`}</p>}
      <Caveat explanation={explanation} />
      <p>
        {text.printedSources}: <Sources of={[...parts, ...context].flatMap(({ sources }) => sources)} shown={Infinity} />.
      </p>
      <p>
        {text.origin(explanation.referenceDate, explanation.indicatorSet)} {text.printed(status.value?.purpose?.label ?? '–')}
      </p>
    </article>,
    document.body,
  )
}

/** The score with its interval and its place, on one line. */
function standing(explanation: Explanation, scored: number): string {
  const { score, lower, upper, rank, rankLower, rankUpper, peerGroup, peers, completeness } = explanation.score
  return [
    score === null ? text.noScore(explanation) : `${formatNumber(score, 2)} (${attentionClassLabel[explanation.score.class]})`,
    ...(lower !== null && upper !== null ? [text.interval(lower, upper)] : []),
    ...(rank !== null && rankLower !== null && rankUpper !== null ? [text.place(rank, rankLower, rankUpper, scored)] : []),
    ...(peers > 0 ? [text.peers(peerGroup, peers)] : []),
    text.completeness(completeness),
  ].join(' · ')
}

/** What it adds up from. */
function Parts({ explanation: { parts, counts } }: { explanation: Explanation }) {
  // rounded counts have no rates beside them: those would give them away
  const isExact = counts === 'exact'
  return (
    <table>
      <thead>
        <tr>
          <th>{text.detail.version}</th>
          <th>{text.detail.observed}</th>
          <th>{text.detail.exposure}</th>
          <th>{text.detail.expected}</th>
          {isExact && <th>{text.detail.raw}</th>}
          {isExact && <th>{text.detail.shrunk}</th>}
          <th>{text.detail.weight}</th>
          <th>{text.contribution}</th>
        </tr>
      </thead>
      <tbody>
        {parts.map((part) => (
          <tr key={part.indicator}>
            <td>
              <strong>{part.label}</strong>
              <br />
              {part.sentence} {capitalise(text.peers(part.referenceGroup, part.referenceSize))}.
            </td>
            <td>{shownCount(part.observed)}</td>
            <td>
              {formatNumber(part.exposure)} {part.unit}
            </td>
            <td>{formatNumber(part.expected, 1)}</td>
            {part.figures && <td>{text.rate(part.figures.rawRate, part)}</td>}
            {part.figures && (
              <td>
                {`${text.rate(part.figures.shrunkRate, part)} (${text.rate(part.figures.lower, part)} – ${text.rate(part.figures.upper, part)})`}
                {part.per === 100 ? '' : ` ${text.per(part)}`}
              </td>
            )}
            <td>{part.contribution === null ? '' : formatPercent(part.weight)}</td>
            <td>{part.contribution === null ? '' : formatSigned(part.contribution, 2)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
