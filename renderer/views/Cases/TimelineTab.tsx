import { useState } from 'react'
import { TimelineEntry, type CaseFile } from '#shared/contract/dossier.ts'
import { formatDate } from '#shared/text/format.ts'
import { timelineCategoryLabel } from '#shared/text/terms.ts'
import { useSession } from '../../lib/session.tsx'
import { Button } from '../../parts/Button.tsx'
import { Card } from '../../parts/Card.tsx'
import { Select } from '../../parts/Select.tsx'
import { SourceLink } from '../../parts/SourceLink.tsx'
import { casesText } from '../../text/cases.ts'
import type { OnState } from './StatementDialog.tsx'
import { TimelineChart } from './TimelineChart.tsx'

const text = casesText.timeline
type Choice = TimelineEntry['category'] | 'all'

/** What the sources date about the subjects: a chart of lanes, and the same as a list to read and to take facts from. */
export function TimelineTab({ file, onState }: { file: CaseFile; onState: OnState }) {
  const [choice, setChoice] = useState<Choice>('all')
  const { today } = useSession()
  const { timeline } = file
  if (timeline.length === 0) {
    return (
      <Card>
        <p className="soft">{text.none}</p>
      </Card>
    )
  }
  const present = TimelineEntry.shape.category.options.filter((category) => timeline.some((entry) => entry.category === category))
  const options = [{ id: 'all' as const, label: text.every }, ...present.map((id) => ({ id, label: timelineCategoryLabel[id] }))]
  const shown = timeline.filter((entry) => choice === 'all' || entry.category === choice)
  return (
    <div className="case-scroll">
      <Card title={text.title}>
        <TimelineChart entries={timeline} today={today} />
      </Card>
      <Card title={text.list} aside={<Select label={text.kind} isLabelHidden options={options} value={choice} onChange={setChoice} />}>
        {[...Map.groupBy(shown, (entry) => entry.date.slice(0, 4))].map(([year, entries]) => (
          <section key={year} className="case-year" aria-label={year}>
            <h3>{year}</h3>
            <ol>
              {entries.map((entry) => (
                <Entry key={`${entry.category}${entry.source.recordId}`} entry={entry} onState={onState} />
              ))}
            </ol>
          </section>
        ))}
      </Card>
    </div>
  )
}

function Entry({ entry, onState }: { entry: TimelineEntry; onState: OnState }) {
  const { category, date, until, text: words, source } = entry
  return (
    <li className="case-event">
      <span className="case-date">
        {formatDate(date)}
        {until !== null && <span className="small soft">{text.until(formatDate(until))}</span>}
      </span>
      <span className={`case-mark lane-${category}`} aria-hidden />
      <span className="small soft">{timelineCategoryLabel[category]}</span>
      <span>{words}</span>
      <SourceLink source={source} />
      {onState && (
        <Button variant="quiet" aria-label={casesText.statements.asFactThis(words)} onPress={() => onState({ type: 'fact', text: `${words} (${formatDate(date)}).`, sources: [source.recordId] })}>
          {casesText.statements.asFact}
        </Button>
      )}
    </li>
  )
}
