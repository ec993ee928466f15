import { useState } from 'react'
import type { OutputOf } from '#shared/contract/index.ts'
import { useAnswer } from '../../lib/engine.ts'
import { startJob } from '../../lib/jobStore.ts'
import { useSession } from '../../lib/session.tsx'
import { Answered } from '../../parts/Answered.tsx'
import { AreaFilter } from '../../parts/AreaFilter.tsx'
import { Button } from '../../parts/Button.tsx'
import { Card } from '../../parts/Card.tsx'
import { Checkbox } from '../../parts/Checkbox.tsx'
import { OneFinding } from '../../parts/OneFinding.tsx'
import { PageHeader } from '../../parts/PageHeader.tsx'
import { Select } from '../../parts/Select.tsx'
import { screenLabel } from '../../text/frame.ts'
import { findingText } from '../../text/findings.ts'
import { PatternCard } from './PatternCard.tsx'
import { PatternTable } from './PatternTable.tsx'
import './Findings.css'

const text = findingText.list
const ALL = ''
const PAGE = 50

/** Bevindingen: where patterns were seen, by pattern and area, each with its rows; beside it what a pattern means and how common it is. */
export function FindingsView() {
  const library = useAnswer('finding.library', {})
  return (
    <div className="page">
      <Answered answer={library}>{(known) => <Found library={known} />}</Answered>
    </div>
  )
}

function Found({ library: { run, patterns } }: { library: OutputOf<'finding.library'> }) {
  const { may } = useSession()
  const [pattern, setPattern] = useState(ALL)
  const [area, setArea] = useState('')
  const [withExplained, setWithExplained] = useState(false)
  const chosen = patterns.find(({ id }) => id === pattern)
  return (
    <>
      <PageHeader title={screenLabel.findings} facts={run && text.facts(run.day)}>
        {may('finding.run') && <Button onPress={() => startJob('finding.run', {})}>{text.again}</Button>}
      </PageHeader>
      <p className="soft">{run === null ? findingText.never : run.isStale ? `${findingText.why} ${findingText.stale}` : findingText.why}</p>
      <div className="findings-filters">
        <Select label={text.pattern} options={[{ id: ALL, label: findingText.all }, ...patterns.map(({ id, label }) => ({ id, label }))]} value={pattern} onChange={setPattern} />
        <AreaFilter value={area} onChange={setArea} />
        <Checkbox isSelected={withExplained} onChange={setWithExplained}>
          {text.withExplained}
        </Checkbox>
      </div>
      <div className="findings-columns">
        <Page key={`${pattern} ${area} ${withExplained}`} pattern={pattern} area={area} withExplained={withExplained} patterns={patterns} />
        <aside className="findings-side">{chosen ? <PatternCard pattern={chosen} /> : <PatternTable patterns={patterns} onChoose={setPattern} />}</aside>
      </div>
    </>
  )
}

interface PageProps {
  pattern: string
  area: string
  withExplained: boolean
  patterns: OutputOf<'finding.library'>['patterns']
}

/** The findings a page at a time. */
function Page({ patterns, ...choice }: PageProps) {
  const [offset, setOffset] = useState(0)
  const answer = useAnswer('finding.list', { ...choice, offset, limit: PAGE })
  const byId = new Map(patterns.map((one) => [one.id, one]))
  return (
    <Card isTall>
      <Answered answer={answer}>
        {({ findings, total }) => (
          <div className="findings-page">
            <div className="findings-pager">
              <span role="status" className="small">{text.shown(Math.min(offset + 1, total), Math.min(offset + findings.length, total), total)}</span>
              {total > PAGE && (
                <>
                  <Button variant="quiet" isDisabled={offset === 0} onPress={() => setOffset(offset - PAGE)}>{text.previous}</Button>
                  <Button variant="quiet" isDisabled={offset + PAGE >= total} onPress={() => setOffset(offset + PAGE)}>{text.next}</Button>
                </>
              )}
            </div>
            {total === 0 ? (
              <p className="soft">{text.none}</p>
            ) : (
              <ul className="findings-list" aria-label={text.label}>
                {findings.map((one) => <OneFinding key={`${one.pattern} ${one.subject.key} ${one.sentence}`} finding={one} pattern={byId.get(one.pattern)} isListed />)}
              </ul>
            )}
          </div>
        )}
      </Answered>
    </Card>
  )
}
