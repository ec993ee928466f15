import { Card } from '../../parts/Card.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { accountabilityText } from '../../text/accountability.ts'

const text = accountabilityText.guarantees

/** What a reader may rely on, and what not. */
export function Guarantees() {
  return (
    <Card title={text.title}>
      <ul className="log-guarantees">
        {text.list.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <Notice>{text.limit}</Notice>
    </Card>
  )
}
