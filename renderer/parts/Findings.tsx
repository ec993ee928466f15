import { useState } from 'react'
import type { Finding, FindingPattern } from '#shared/model/finding.ts'
import type { EntityKey } from '#shared/model/entity.ts'
import { useAnswer, useCommand } from '../lib/engine.ts'
import { useSession } from '../lib/session.tsx'
import { findingText as text } from '../text/findings.ts'
import { Answered } from './Answered.tsx'
import { Button } from './Button.tsx'
import { Select } from './Select.tsx'
import { SourceLink } from './SourceLink.tsx'
import { WritingDialog } from './WritingDialog.tsx'
import './Findings.css'

const ALL = ''
/** source rows shown before the rest is left to the number */
const MOST_ROWS = 6

/** The patterns seen at an address or company: each with its rows, how common it is here and what else it can mean. Never added up. */
export function Findings({ subject }: { subject: EntityKey }) {
  const { may } = useSession()
  const mayLook = may('finding.of')
  const found = useAnswer('finding.of', { keys: [subject] }, { enabled: mayLook })
  const library = useAnswer('finding.library', {}, { enabled: mayLook })
  const [pattern, setPattern] = useState(ALL)
  if (!mayLook) return null
  const patterns = new Map(library.value?.patterns.map((one) => [one.id, one]))
  const run = library.value?.run
  return (
    <div className="findings">
      <p className="small soft">{text.why}</p>
      {library.value && run === null && <p className="small">{text.never}</p>}
      {run?.isStale === true && <p className="small">{text.stale}</p>}
      <Answered answer={found}>
        {(findings) => {
          const seen = [...new Map(findings.map((one) => [one.pattern, one.label]))]
          const shown = findings.filter((one) => pattern === ALL || one.pattern === pattern)
          return (
            <>
              {seen.length > 1 && <Select label={text.filter} options={[{ id: ALL, label: text.all }, ...seen.map(([id, label]) => ({ id, label }))]} value={pattern} onChange={setPattern} />}
              {findings.length === 0 && run !== null && <p className="soft small">{text.none}</p>}
              <ul className="findings-list">
                {shown.map((one) => <OneFinding key={`${one.pattern} ${one.sentence}`} finding={one} pattern={patterns.get(one.pattern)} />)}
              </ul>
            </>
          )
        }}
      </Answered>
    </div>
  )
}

function OneFinding({ finding, pattern }: { finding: Finding; pattern: FindingPattern | undefined }) {
  const { may } = useSession()
  const [explain] = useCommand('finding.explain')
  const [isExplaining, setExplaining] = useState(false)
  const record = (reason: string) => void explain({ pattern: finding.pattern, key: finding.subject.key, reason })
  return (
    <li className="finding">
      <p>
        <strong>{finding.label}</strong> {finding.sentence}
      </p>
      {pattern?.rate && <p className="small">{pattern.rate.sentence}</p>}
      {pattern && <p className="small soft">{`${text.innocent}: ${pattern.innocent.join(' ')}`}</p>}
      <p className="small finding-rows">
        {text.evidence(finding.evidence.length)}:{' '}
        {finding.evidence.slice(0, MOST_ROWS).map((source) => <SourceLink key={source.recordId} source={source} isShort />)}
      </p>
      {finding.explained && <p className="small">{`${text.explained(finding.explained.by)}: ${finding.explained.reason}`}</p>}
      {may('finding.explain') && (
        <Button variant="quiet" onPress={() => (finding.explained ? record('') : setExplaining(true))}>
          {finding.explained ? text.reopen : text.explain}
        </Button>
      )}
      {isExplaining && (
        <WritingDialog
          title={finding.label}
          about={finding.sentence}
          why={text.reasonWhy}
          field={text.reason}
          done={text.save}
          error={text.reasonMissing}
          onDone={record}
          onClose={() => setExplaining(false)}
        />
      )}
    </li>
  )
}
