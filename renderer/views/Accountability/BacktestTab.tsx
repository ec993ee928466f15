import { History } from 'lucide-react'
import { useState } from 'react'
import type { Backtest } from '#shared/model/control.ts'
import { Phenomenon } from '#shared/model/score.ts'
import { formatDate, formatNumber } from '#shared/text/format.ts'
import { phenomenonLabel } from '#shared/text/terms.ts'
import { useAnswer, useJob } from '../../lib/engine.ts'
import { Button } from '../../parts/Button.tsx'
import { Card } from '../../parts/Card.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { PlainHead } from '../../parts/PlainHead.tsx'
import { ProblemNotice } from '../../parts/ProblemNotice.tsx'
import { ProgressBar } from '../../parts/ProgressBar.tsx'
import { Segmented } from '../../parts/Segmented.tsx'
import { TextField } from '../../parts/TextField.tsx'
import { controlsText } from '../../text/controls.ts'
import { dateOf } from '../../lib/dates.ts'
import { RateBar } from './RateBar.tsx'
import '../../parts/PlainTable.css'
import '../Scores/Scores.css'

const text = controlsText.backtest

/** Scores as of a past day against what was found after it. */
export function BacktestTab() {
  const set = useAnswer('score.set', {})
  const running = useJob('score.backtest')
  const [phenomenon, setPhenomenon] = useState<Phenomenon>('hennep')
  const [typedDay, setTypedDay] = useState<string | null>(null)
  const [typedMonths, setTypedMonths] = useState('12')
  const dayText = typedDay ?? (set.value ? formatDate(yearBefore(set.value.referenceDate)) : '')
  const day = dateOf(dayText)
  const months = /^\d{1,2}$/.test(typedMonths) && Number(typedMonths) >= 1 && Number(typedMonths) <= 60 ? Number(typedMonths) : null
  const run = () => {
    if (day !== null && months !== null) void running.run({ phenomenon, day, months })
  }
  return (
    <div className="account-scroll">
      <p className="soft">{text.why}</p>
      <div className="account-form">
        <Segmented label={text.phenomenon} options={Phenomenon.options.map((id) => ({ id, label: phenomenonLabel[id] }))} value={phenomenon} onChange={setPhenomenon} />
        <TextField label={text.day} value={dayText} onChange={setTypedDay} maxLength={10} error={dayText !== '' && day === null ? text.dayUnfit : undefined} />
        <TextField label={text.months} value={typedMonths} onChange={setTypedMonths} inputMode="numeric" maxLength={2} error={months === null ? text.monthsUnfit : undefined} />
        <Button variant="primary" icon={History} onPress={run} isDisabled={day === null || months === null || running.state === 'running'}>
          {text.run}
        </Button>
      </div>
      {running.state === 'running' && <ProgressBar progress={running.progress} onCancel={running.cancel} />}
      {running.state === 'failed' && running.problem && <ProblemNotice problem={running.problem} />}
      {running.value ? <Outcome found={running.value} /> : running.state === 'idle' && <p className="soft">{text.nothing}</p>}
    </div>
  )
}

function yearBefore(date: string): string {
  return `${Number(date.slice(0, 4)) - 1}${date.slice(4, 10)}`
}

function Outcome({ found }: { found: Backtest }) {
  return (
    <>
      <Card title={`${phenomenonLabel[found.phenomenon]}, ${formatDate(found.day)}`}>
        <Compared found={found} />
      </Card>
      <Notice>{text.caution}</Notice>
      <Card title={text.known}>
        <table className="plain-table">
          <PlainHead headings={[text.knownColumns.indicator, { numeric: text.knownColumns.newest }]} />
          <tbody>
            {found.known.map(({ indicator, label, newest }) => (
              <tr key={indicator}>
                <th scope="row">{label}</th>
                <td className="numeric">{newest === null ? text.noNewest : formatDate(newest)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Card>
    </>
  )
}

/** Each way of ranking with the share of the later findings it had on top. */
function Compared({ found }: { found: Backtest }) {
  const { columns } = text
  if (found.areas === 0) return <p>{text.noAreas}</p>
  if (found.findings === 0) return <p>{text.noFindings}</p>
  return (
    <>
      <p className="account-result">{text.result(found.findings, found.day, found.until, found.top, found.areas)}</p>
      <table className="plain-table">
        <PlainHead headings={[columns.method, columns.share, { numeric: columns.found }, { numeric: columns.hitAreas }]} />
        <tbody>
          {found.methods.map((method) => (
            <tr key={method.name}>
              <th scope="row">{text.methods[method.name]}</th>
              <td><RateBar {...method} /></td>
              <td className="numeric">{formatNumber(method.found, method.name === 'chance' ? 1 : 0)}</td>
              <td className="numeric">{formatNumber(method.hitAreas, method.name === 'chance' ? 1 : 0)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
