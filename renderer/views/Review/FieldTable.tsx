import type { ComparedField, ReviewPair } from '#shared/contract/review.ts'
import { formatSigned } from '#shared/text/format.ts'
import { EntityLink } from '../../parts/EntityLink.tsx'
import { Pill, type PillTone } from '../../parts/Pill.tsx'
import { SourceLink } from '../../parts/SourceLink.tsx'
import { pairTierLabel, reviewText } from '../../text/review.ts'
import { differing } from './differing.ts'
import '../../parts/PlainTable.css'

const text = reviewText.pair
/** what one side lacks, or may differ, is told in plain words */
const tones: Partial<Record<ComparedField['outcome'], PillTone>> = { equal: 'fine', alike: 'accent', different: 'neutral' }
/** weights are kept in hundredths, so that what is shown sums to the total */
const DECIMALS = 2
/** px of bar per bit */
const bitWidth = 4
const widestBar = 48

/** Two rows with their fields aligned, the differing letters lit, and what each comparison weighed. */
export function FieldTable({ pair }: { pair: ReviewPair }) {
  const { left, right, fields, sameBsn, weighed } = pair
  return (
    <table className="plain-table review-fields">
      <thead>
        <tr>
          <th scope="col">{text.field}</th>
          <th scope="col"><Side side={left} name={text.left} /></th>
          <th scope="col"><Side side={right} name={text.right} /></th>
          <th scope="col">{text.outcome}</th>
          {weighed && <th scope="col" className="numeric">{text.weight}</th>}
        </tr>
      </thead>
      <tbody>
        {sameBsn !== null && (
          <tr>
            <th scope="row">{text.bsn}</th>
            <td colSpan={2}>{text.bsnWords(sameBsn)}</td>
            <td />
            {weighed && <td />}
          </tr>
        )}
        {fields.map((field) => (
          <FieldRow key={field.label} field={field} isWeighed={weighed !== null} />
        ))}
      </tbody>
      {weighed && (
        <tfoot>
          <tr className="plain-total">
            <th scope="row">{text.total}</th>
            <td colSpan={3}>
              {pairTierLabel[weighed.tier]}; {text.weighed(weighed.completeness)}
            </td>
            <td className="numeric">{formatSigned(weighed.weight, DECIMALS)}</td>
          </tr>
        </tfoot>
      )}
    </table>
  )
}

function Side({ side, name }: { side: ReviewPair['left']; name: string }) {
  return (
    <span className="review-side">
      <span className="unseen">{name}: </span>
      <EntityLink entity={side.entity} label={side.label} />
      <span className="small soft">{side.detail}</span>
      <span className="small">
        <SourceLink source={side.source} />
      </span>
      <span className="small soft">{text.rows(side.records)}</span>
    </span>
  )
}

function FieldRow({ field, isWeighed }: { field: ComparedField; isWeighed: boolean }) {
  return (
    <tr>
      <th scope="row">{field.label}</th>
      {isFieldless(field) ? (
        <td colSpan={2} />
      ) : (
        <>
          <td><Said words={field.left} other={field.right} outcome={field.outcome} /></td>
          <td><Said words={field.right} other={field.left} outcome={field.outcome} /></td>
        </>
      )}
      <td>
        <Outcome field={field} />
      </td>
      {isWeighed && (
        <td className="numeric">
          {field.weight !== null && (
            <span className="review-weight">
              <span aria-hidden className={field.weight < 0 ? 'review-bar review-against' : 'review-bar'} style={{ width: Math.min(widestBar, Math.abs(field.weight) * bitWidth) }} />
              {formatSigned(field.weight, DECIMALS)}
            </span>
          )}
        </td>
      )}
    </tr>
  )
}

/** What was weighed but stands in no cell of a row. */
function isFieldless({ left, right }: ComparedField): boolean {
  return left === '' && right === ''
}

function Outcome({ field: { outcome, words } }: { field: ComparedField }) {
  const tone = tones[outcome]
  return tone === undefined ? <span className="soft">{words}</span> : <Pill tone={tone}>{words}</Pill>
}

/** What one side says; letters the other side lacks are lit. */
function Said({ words, other, outcome }: { words: string; other: string; outcome: ComparedField['outcome'] }) {
  if (words === '') return <span className="faint">{text.unknown}</span>
  if (outcome !== 'alike' && outcome !== 'different') return words
  return differing(words, other).map((stretch, place) => (stretch.differs ? <mark key={place}>{stretch.text}</mark> : stretch.text))
}
