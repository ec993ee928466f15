import { useAnswer } from '../../lib/engine.ts'
import { useSession } from '../../lib/session.tsx'
import { Answered } from '../../parts/Answered.tsx'
import { Button } from '../../parts/Button.tsx'
import { Card } from '../../parts/Card.tsx'
import { PlainHead } from '../../parts/PlainHead.tsx'
import { formatMoment, formatNumber } from '#shared/text/format.ts'
import { overviewText } from '../../text/overview.ts'
import { screens } from '../../screens.ts'

const text = overviewText.deliveries
const newest = 6

/** The last deliveries and how they went. */
export function DeliveriesCard() {
  const { go } = useSession()
  const answer = useAnswer('sources.deliveries', {})
  const more = screens.sources && (
    <Button variant="quiet" onPress={() => go({ screen: 'sources', subject: '' })}>
      {text.all}
    </Button>
  )
  return (
    <Card title={text.title} aside={more}>
      <Answered answer={answer}>
        {(deliveries) =>
          deliveries.length === 0 ? (
            <p className="soft">{text.none}</p>
          ) : (
            <table className="overview-table">
              <PlainHead headings={[text.kind, text.file, text.at, { numeric: text.accepted }, { numeric: text.repaired }, { numeric: text.refused }]} />
              <tbody>
                {deliveries.slice(0, newest).map((delivery) => (
                  <tr key={delivery.id}>
                    <td>{delivery.kindLabel}</td>
                    <td className="overview-file soft" title={delivery.file}>{delivery.file}</td>
                    <td className="nowrap tabular">{formatMoment(delivery.at)}</td>
                    <td className="numeric">{formatNumber(delivery.accepted)}</td>
                    <td className="numeric">{formatNumber(delivery.repaired)}</td>
                    <td className="numeric">{formatNumber(delivery.refused)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )
        }
      </Answered>
    </Card>
  )
}
