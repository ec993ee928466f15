import { Calculator, RotateCcw, Send } from 'lucide-react'
import { useState } from 'react'
import type { Indicator, IndicatorBook } from '#shared/model/indicator.ts'
import type { Phenomenon, ScoreSubject } from '#shared/model/score.ts'
import { formatNumber } from '#shared/text/format.ts'
import { useJob } from '../../lib/engine.ts'
import { useSession } from '../../lib/session.tsx'
import { Button } from '../../parts/Button.tsx'
import { ProblemNotice } from '../../parts/ProblemNotice.tsx'
import { ProgressBar } from '../../parts/ProgressBar.tsx'
import { TextField } from '../../parts/TextField.tsx'
import { tell } from '../../parts/toasts.tsx'
import { whatIfText } from '../../text/whatIf.ts'
import { ProposeForm } from './ProposeForm.tsx'
import { entered, pointsOf, weighed } from './weights.ts'
import '../../parts/PlainTable.css'

const text = whatIfText.weights
const TOTAL = 100

export interface WeightsFormProps {
  book: IndicatorBook
  phenomenon: Phenomenon
  subject: ScoreSubject
  /** the id of a set that was computed */
  onMade: (id: number) => void
  /** whether the motive of a proposal is being written */
  isProposing: boolean
  onProposing: (isProposing: boolean) => void
  onProposed: () => void
}

/** Points per indicator beside the official ones, to be computed and kept, or proposed. */
export function WeightsForm({ book, phenomenon, subject, onMade, isProposing, onProposing, onProposed }: WeightsFormProps) {
  const { may } = useSession()
  const running = useJob('score.whatIf')
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({})
  const [name, setName] = useState('')
  const [isAsked, setAsked] = useState(false)
  const indicators = weighed(book, phenomenon, subject)
  const { changed, sum, isReadable } = entered(indicators, typed)
  const isChanged = Object.keys(changed).length > 0

  async function compute() {
    setAsked(true)
    const label = name.trim()
    if (label === '' || !isReadable || sum === 0) return
    const reply = await running.run({ label, weights: changed })
    if (!reply.ok) return
    tell(text.computed(label))
    onMade(reply.value.id)
  }

  const finish = () => {
    onProposing(false)
    onProposed()
  }
  if (isProposing) return <ProposeForm weights={changed} onDone={finish} onClose={() => onProposing(false)} />
  return (
    <div className="dialog-stack">
      <p className="soft">{text.why}</p>
      <WeightsTable indicators={indicators} typed={typed} onType={(id, points) => setTyped({ ...typed, [id]: points })} />
      <p className="what-if-sum" role="status">
        <b>{text.sum(sum)}</b> {sum === 0 ? <span className="field-error">{text.none}</span> : sum !== TOTAL && <span className="soft small">{text.scaled}</span>}
      </p>
      <TextField label={text.name} placeholder={text.nameHint} value={name} onChange={setName} maxLength={80} error={isAsked && name.trim() === '' ? text.nameMissing : undefined} />
      {running.state === 'running' && <ProgressBar progress={running.progress} onCancel={running.cancel} />}
      {running.state === 'failed' && running.problem && <ProblemNotice problem={running.problem} />}
      <div className="what-if-actions">
        {isChanged && (
          <Button variant="quiet" icon={RotateCcw} onPress={() => setTyped({})}>
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
  typed: Readonly<Record<string, string>>
  onType: (id: string, points: string) => void
}

function WeightsTable({ indicators, typed, onType }: WeightsTableProps) {
  return (
    <table className="plain-table what-if-weights">
      <thead>
        <tr>
          <th scope="col">{text.indicator}</th>
          <th scope="col" className="numeric">{text.official}</th>
          <th scope="col">{text.points}</th>
        </tr>
      </thead>
      <tbody>
        {indicators.map(({ id, label, weight }) => {
          const value = typed[id] ?? String(weight)
          const points = pointsOf(value)
          return (
            <tr key={id}>
              <th scope="row">{label}</th>
              <td className="numeric soft">{formatNumber(weight)}</td>
              <td>
                <div className="what-if-points">
                  <TextField label={text.pointsOf(label)} isLabelHidden value={value} onChange={(given) => onType(id, given)} inputMode="numeric" maxLength={3} error={points === null ? text.unfit : undefined} />
                  <span className="what-if-bar" aria-hidden>
                    <i style={{ width: `${points ?? 0}%` }} />
                    <b style={{ left: `${weight}%` }} />
                  </span>
                </div>
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
