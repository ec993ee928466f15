import { useState } from 'react'
import { splitKey } from '#shared/model/entity.ts'
import type { Finding, FindingPattern } from '#shared/model/finding.ts'
import { useCommand } from '../lib/engine.ts'
import { useSession } from '../lib/session.tsx'
import { findingText as text } from '../text/findings.ts'
import { Button } from './Button.tsx'
import { EntityLink } from './EntityLink.tsx'
import { KindMark } from './KindMark.tsx'
import { SourceLink } from './SourceLink.tsx'
import { TextLink } from './TextLink.tsx'
import { WholeDates } from './WholeDates.tsx'
import { WritingDialog } from './WritingDialog.tsx'
import './Findings.css'

/** source rows shown until the others are asked for */
const MOST_ROWS = 6

/** One pattern that was seen: what, how common it is, what else it can mean, the rows that show it and what is missing. @param isListed among those of others, and so with the name of its address or company */
export function OneFinding({ finding, pattern, isListed = false }: { finding: Finding; pattern: FindingPattern | undefined; isListed?: boolean }) {
  const { may } = useSession()
  const [explain] = useCommand('finding.explain')
  const [isExplaining, setExplaining] = useState(false)
  const [showsAll, setShowsAll] = useState(false)
  const rows = showsAll ? finding.evidence : finding.evidence.slice(0, MOST_ROWS)
  const record = (reason: string) => void explain({ pattern: finding.pattern, key: finding.subject.key, reason })
  return (
    <li className="finding">
      {isListed && <span className="finding-subject"><KindMark kind={splitKey(finding.subject.key).kind} /><EntityLink entity={finding.subject.key} label={finding.subject.label} /></span>}
      <p>
        <strong>{finding.label}</strong> <WholeDates text={finding.sentence} />
      </p>
      {pattern?.rate && <p className="small">{pattern.rate.sentence}</p>}
      {pattern && <p className="small soft">{`${text.innocent}: ${pattern.innocent.join(' ')}`}</p>}
      {pattern && (
        <details className="small">
          <summary>{text.meaning}</summary>
          <p>{pattern.definition}</p>
          <p className="soft">{`${text.origin}: ${pattern.source} (${text.list.version(pattern.version, pattern.since)})`}</p>
        </details>
      )}
      <p className="small finding-rows">
        {text.evidence(finding.evidence.length)}:{' '}
        {rows.map((source) => <SourceLink key={source.recordId} source={source} isShort />)}
        {rows.length < finding.evidence.length && <TextLink onPress={() => setShowsAll(true)}>{text.allRows(finding.evidence.length)}</TextLink>}
      </p>
      {finding.missing.length > 0 && <p className="small">{`${text.missing}: ${finding.missing.join(' ')}`}</p>}
      {finding.explained && <p className="small">{`${text.explained(finding.explained.by)}: ${finding.explained.reason}`}</p>}
      {may('finding.explain') && (
        <Button variant="quiet" onPress={() => (finding.explained ? record('') : setExplaining(true))}>
          {finding.explained ? text.reopen : text.explain}
        </Button>
      )}
      {isExplaining && (
        <WritingDialog
          form={`finding ${finding.pattern} ${finding.subject.key}`}
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
