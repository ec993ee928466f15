import { Files } from 'lucide-react'
import { useSession } from '../../lib/session.tsx'
import { Button } from '../../parts/Button.tsx'
import { Card } from '../../parts/Card.tsx'
import { overviewText } from '../../text/overview.ts'
import { screens } from '../../screens.ts'

const text = overviewText.steps

/** What to do with an empty vault, in the order in which it works. */
export function FirstSteps() {
  const { go, may } = useSession()
  const mayRead = screens.sources !== undefined && may(screens.sources.needs)
  return (
    <div className="overview-first">
      <Card title={text.title}>
        <p className="soft">{text.why}</p>
        <ol className="overview-steps">
          {text.list.map((step, place) => (
            <li key={step.title}>
              <span className="overview-step-number" aria-hidden>
                {place + 1}
              </span>
              <div>
                <h3>{step.title}</h3>
                <p className="soft">{step.text}</p>
              </div>
            </li>
          ))}
        </ol>
        {mayRead ? (
          <div>
            <Button variant="primary" icon={Files} onPress={() => go({ screen: 'sources', subject: '' })}>
              {text.start}
            </Button>
          </div>
        ) : (
          <p className="soft">{text.notYours}</p>
        )}
      </Card>
    </div>
  )
}
