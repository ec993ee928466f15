import type { FindingPattern } from '#shared/model/finding.ts'
import { deliveryKindName } from '#shared/text/deliveryKinds.ts'
import { Card } from '../../parts/Card.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { findingText } from '../../text/findings.ts'

const text = findingText.list

/** What a pattern is, how common it is here, what else it can mean, where it comes from, and what it cannot see. */
export function PatternCard({ pattern: { label, definition, rate, innocent, source, version, since, missing } }: { pattern: FindingPattern }) {
  return (
    <Card title={label}>
      <div className="pattern-words">
        {missing.length > 0 && <Notice><p>{text.notDelivered(missing.map(deliveryKindName).join(', '))}</p></Notice>}
        <h3>{text.definition}</h3>
        <p>{definition}</p>
        <h3>{text.rate}</h3>
        <p>{rate?.sentence ?? text.noRate}</p>
        <h3>{text.innocent}</h3>
        <ul className="pattern-innocent">
          {innocent.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
        <h3>{text.source}</h3>
        <p>{source}</p>
        <p className="small soft">{text.version(version, since)}</p>
      </div>
    </Card>
  )
}
