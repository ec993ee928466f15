import { RefreshCcw } from 'lucide-react'
import type { GoldenNumber } from '#shared/model/insight.ts'
import type { SetCheck } from '#shared/model/scoreSet.ts'
import { formatNumber } from '#shared/text/format.ts'
import { useAnswer, useJob } from '../../lib/engine.ts'
import { Answered } from '../../parts/Answered.tsx'
import { Button } from '../../parts/Button.tsx'
import { Card } from '../../parts/Card.tsx'
import { Pill } from '../../parts/Pill.tsx'
import { PlainHead } from '../../parts/PlainHead.tsx'
import { ProblemNotice } from '../../parts/ProblemNotice.tsx'
import { ProgressBar } from '../../parts/ProgressBar.tsx'
import { controlsText } from '../../text/controls.ts'
import '../../parts/PlainTable.css'

const text = controlsText.recompute

/** Whether stored scores, and published numbers, still come out the same. */
export function RecomputeTab() {
  const running = useJob('score.verify')
  const goldens = useAnswer('score.goldens', {})
  return (
    <div className="account-scroll">
      <p className="soft">{text.why}</p>
      <div className="account-bar">
        <Button variant="primary" icon={RefreshCcw} onPress={() => void running.run({})} isDisabled={running.state === 'running'}>
          {text.run}
        </Button>
      </div>
      {running.state === 'running' && <ProgressBar progress={running.progress} onCancel={running.cancel} />}
      {running.state === 'failed' && running.problem && <ProblemNotice problem={running.problem} />}
      {running.value && (running.value.length === 0 ? <p>{text.none}</p> : <Checks checks={running.value} />)}
      <Answered answer={goldens}>{(numbers) => <Goldens numbers={numbers} />}</Answered>
    </div>
  )
}

function Checks({ checks }: { checks: readonly SetCheck[] }) {
  const { columns } = text
  return (
    <Card>
      <table className="plain-table" aria-label={text.run}>
        <PlainHead headings={[columns.set, columns.at, columns.by, columns.outcome, columns.log, columns.hash]} />
        <tbody>
          {checks.map((check) => (
            <tr key={check.id}>
              <th scope="row">{text.name(check)}</th>
              <td className="nowrap">{text.at(check)}</td>
              <td>{check.by}</td>
              <td>
                <Outcome check={check} />
              </td>
              <td>
                <Logged check={check} />
              </td>
              <td className="log-hash">{check.resultHash.slice(0, 16)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  )
}

function Logged({ check: { isLogged } }: { check: SetCheck }) {
  if (isLogged === null) return <span title={text.logGoneWhy}><Pill>{text.logGone}</Pill></span>
  return isLogged ? <Pill tone="fine">{text.logged}</Pill> : <span title={text.notLoggedWhy}><Pill tone="problem">{text.notLogged}</Pill></span>
}

function Outcome({ check: { isComparable, isSame } }: { check: SetCheck }) {
  if (!isComparable) return <span title={text.incomparableWhy}><Pill>{text.incomparable}</Pill></span>
  return isSame ? <Pill tone="fine">{text.same}</Pill> : <Pill tone="problem">{text.differs}</Pill>
}

function Goldens({ numbers }: { numbers: readonly GoldenNumber[] }) {
  const { goldenColumns } = text
  return (
    <Card title={text.goldens}>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{goldenColumns.name}</th>
            <th scope="col">{goldenColumns.source}</th>
            <th scope="col" className="numeric">{goldenColumns.published}</th>
            <th scope="col" className="numeric">{goldenColumns.computed}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {numbers.map(({ name, source, published, computed, digits, holds }) => (
            <tr key={`${source} ${name}`}>
              <th scope="row">{name}</th>
              <td>{source}</td>
              <td className="numeric">{formatNumber(published, digits)}</td>
              <td className="numeric">{formatNumber(computed, digits)}</td>
              <td className="numeric">{holds ? <Pill tone="fine">{text.holds}</Pill> : <Pill tone="problem">{text.fails}</Pill>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  )
}
