import type { FindingPattern } from '#shared/model/finding.ts'
import { deliveryKindName } from '#shared/text/deliveryKinds.ts'
import { Card } from '../../parts/Card.tsx'
import { PlainHead } from '../../parts/PlainHead.tsx'
import { TextLink } from '../../parts/TextLink.tsx'
import { findingText } from '../../text/findings.ts'
import '../../parts/PlainTable.css'

const text = findingText.list

/** The library in order of name, with how common each pattern is here; never in order of that. */
export function PatternTable({ patterns, onChoose }: { patterns: readonly FindingPattern[]; onChoose: (id: string) => void }) {
  return (
    <Card title={text.library}>
      <p className="small soft">{text.libraryWhy}</p>
      <table className="plain-table">
        <PlainHead headings={[text.pattern, text.seen]} />
        <tbody>
          {patterns.toSorted((one, other) => one.label.localeCompare(other.label, 'nl')).map(({ id, label, rate, missing }) => (
            <tr key={id}>
              <th scope="row">
                <TextLink onPress={() => onChoose(id)}>{label}</TextLink>
              </th>
              <td className="small">
                {rate?.sentence ?? text.noRate}
                {missing.length > 0 && <p>{text.notDelivered(missing.map(deliveryKindName).join(', '))}</p>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  )
}
