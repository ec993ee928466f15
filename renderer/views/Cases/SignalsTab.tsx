import type { CaseFile, CaseSignal } from '#shared/contract/dossier.ts'
import { formatDate, formatPeriod } from '#shared/text/format.ts'
import { Button } from '../../parts/Button.tsx'
import { Card } from '../../parts/Card.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { SourceLink } from '../../parts/SourceLink.tsx'
import { casesText } from '../../text/cases.ts'
import type { OnState } from './StatementDialog.tsx'

const text = casesText.signals

/** The signals with their content: opened here and nowhere else. */
export function SignalsTab({ file, onState }: { file: CaseFile; onState: OnState }) {
  return (
    <div className="case-scroll">
      <Notice>{text.notice}</Notice>
      <Card title={text.title}>
        {file.signals.length === 0 ? (
          <p className="soft">{text.none}</p>
        ) : (
          <ul className="case-signals">
            {file.signals.map((signal) => (
              <Signal key={signal.source.recordId} signal={signal} onState={onState} />
            ))}
          </ul>
        )}
      </Card>
    </div>
  )
}

function Signal({ signal, onState }: { signal: CaseSignal; onState: OnState }) {
  const { number, department, kind, subject, content, source } = signal
  const words = `${department} meldt bij ${subject}: ${content || kind}`
  return (
    <li className="case-signal">
      <div className="case-signal-head">
        <strong>{department}</strong>
        <span>{kind}</span>
        <span className="soft">{subject}</span>
        <span className="soft nowrap">{when(signal)}</span>
        <span className="soft">{number}</span>
      </div>
      <p className={content === '' ? 'soft' : 'case-content'}>{content || text.noContent}</p>
      <div className="case-signal-foot">
        <SourceLink source={source} />
        {onState && (
          <Button variant="quiet" aria-label={casesText.statements.asFactThis(words)} onPress={() => onState({ type: 'fact', text: words, sources: [source.recordId] })}>
            {casesText.statements.asFact}
          </Button>
        )}
      </div>
    </li>
  )
}

/** An open end of a signal says nothing of today. */
function when({ from, to }: CaseSignal): string {
  if (from === null && to === null) return ''
  return to === null && from !== null ? formatDate(from) : formatPeriod(from, to)
}
