import { Calculator, RotateCcw, Send } from 'lucide-react'
import { useState } from 'react'
import type { Indicator, IndicatorBookView } from '#shared/model/indicator.ts'
import type { Phenomenon, ScoreSubject } from '#shared/model/score.ts'
import { formatNumber } from '#shared/text/format.ts'
import { useDraft } from '../../lib/drafts.ts'
import { useJob } from '../../lib/engine.ts'
import { useSession } from '../../lib/session.tsx'
import { Button } from '../../parts/Button.tsx'
import { PlainHead } from '../../parts/PlainHead.tsx'
import { ProblemNotice } from '../../parts/ProblemNotice.tsx'
import { ProgressBar } from '../../parts/ProgressBar.tsx'
import { Select } from '../../parts/Select.tsx'
import { TextField } from '../../parts/TextField.tsx'
import { tell } from '../../parts/toasts.tsx'
import { whatIfText } from '../../text/whatIf.ts'
import { ProposeForm } from './ProposeForm.tsx'
import { entered, halfLifeOptions, NO_CHOICES, pointsOf, weighed, type Choices } from './weights.ts'
import '../../parts/PlainTable.css'

const text = whatIfText.weights
const TOTAL = 100

export interface WeightsFormProps {
  book: IndicatorBookView
  phenomenon: Phenomenon
  subject: ScoreSubject
  /** the id of a set that was computed */
  onMade: (id: number) => void
  /** whether the motive of a proposal is being written */
  isProposing: boolean
  onProposing: (isProposing: boolean) => void
  onProposed: () => void
}

/** Points and half-life per indicator beside the official ones, to be computed and kept, or proposed. */
export function WeightsForm({ book, phenomenon, subject, onMade, isProposing, onProposing, onProposed }: WeightsFormProps) {
  const { may } = useSession()
  const running = useJob('score.whatIf')
  const form = `weights ${phenomenon} ${subject}`
  const draft = useDraft(form, { choices: NO_CHOICES, name: '' })
  const { choices, name } = draft.typed
  const setChoices = (next: Choices) => draft.change({ choices: next })
  const [isAsked, setAsked] = useState(false)
  const indicators = weighed(book, phenomenon, subject)
  const { changes, isChanged, sum, isReadable } = entered(indicators, choices)

  async function compute() {
    setAsked(true)
    const label = name.trim()
    if (label === '' || !isReadable || sum === 0) return
    const reply = await running.run({ label, ...changes })
    if (!reply.ok) return
    draft.discard()
    tell(text.computed(label))
    onMade(reply.value.id)
  }

  const finish = () => {
    draft.discard()
    onProposing(false)
    onProposed()
  }
  if (isProposing) return <ProposeForm form={`${form} motive`} changes={changes} onDone={finish} onClose={() => onProposing(false)} />
  return (
    <div className="dialog-stack">
      <p className="soft">{text.why}</p>
      <WeightsTable indicators={indicators} aging={book.aging} choices={choices} onChoose={setChoices} />
      <p className="what-if-sum" role="status">
        <b>{text.sum(sum)}</b> {sum === 0 ? <span className="field-error">{text.none}</span> : sum !== TOTAL && <span className="soft small">{text.scaled}</span>}
      </p>
      <p className="small soft">{text.halfLifeWhy}</p>
      <TextField label={text.name} placeholder={text.nameHint} value={name} onChange={(typed) => draft.change({ name: typed })} maxLength={80} error={isAsked && name.trim() === '' ? text.nameMissing : undefined} />
      {running.state === 'running' && <ProgressBar progress={running.progress} onCancel={running.cancel} />}
      {running.state === 'failed' && running.problem && <ProblemNotice problem={running.problem} />}
      <div className="what-if-actions">
        {isChanged && (
          <Button variant="quiet" icon={RotateCcw} onPress={() => setChoices(NO_CHOICES)}>
            {text.reset}
          </Button>
        )}
        {may('score.propose') && (
          <Button icon={Send} isDisabled={!isChanged || !isReadable || sum !== TOTAL} onPress={() => onProposing(true)}>
            {text.propose}
          </Button>
        )}
        <Button variant="primary" icon={Calculator} isDisabled={!isChanged || running.state === 'running'} onPress={() => void compute()}>
          {text.run}
        </Button>
      </div>
    </div>
  )
}

interface WeightsTableProps {
  indicators: readonly Indicator[]
  /** ids of those that can have a half-life */
  aging: readonly string[]
  choices: Choices
  onChoose: (choices: Choices) => void
}

function WeightsTable({ indicators, aging, choices, onChoose }: WeightsTableProps) {
  return (
    <table className="plain-table what-if-weights">
      <PlainHead headings={[text.indicator, { numeric: text.official }, text.points, text.halfLife]} />
      <tbody>
        {indicators.map((indicator) => {
          const { id, label, weight } = indicator
          const value = choices.points[id] ?? String(weight)
          const points = pointsOf(value)
          return (
            <tr key={id}>
              <th scope="row">{label}</th>
              <td className="numeric soft">{formatNumber(weight)}</td>
              <td>
                <div className="what-if-points">
                  <TextField
                    label={text.pointsOf(label)} isLabelHidden value={value} inputMode="numeric" maxLength={3} error={points === null ? text.unfit : undefined}
                    onChange={(given) => onChoose({ ...choices, points: { ...choices.points, [id]: given } })}
                  />
                  <span className="what-if-bar" aria-hidden>
                    <i style={{ width: `${points ?? 0}%` }} />
                    <b style={{ left: `${weight}%` }} />
                  </span>
                </div>
              </td>
              <td>
                {aging.includes(id) ? (
                  <HalfLife indicator={indicator} chosen={choices.halfLives[id]} onChoose={(months) => onChoose({ ...choices, halfLives: { ...choices.halfLives, [id]: months } })} />
                ) : (
                  <span className="small soft">{text.ageless}</span>
                )}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

/** How long it takes until an event of an indicator counts for half; chosen is undefined while the official one stands. */
function HalfLife({ indicator: { label, halfLife }, chosen, onChoose }: { indicator: Indicator; chosen: number | null | undefined; onChoose: (months: number | null) => void }) {
  const options = halfLifeOptions(halfLife)
  const value = chosen === undefined ? (halfLife ?? null) : chosen
  return (
    <Select
      label={text.halfLifeOf(label)}
      isLabelHidden
      options={options.map(({ id, months }) => ({ id, label: text.months(months) }))}
      value={options.find(({ months }) => months === value)?.id ?? null}
      onChange={(id) => onChoose(options.find((one) => one.id === id)?.months ?? null)}
    />
  )
}
