import type { TriageClock } from '#shared/model/triage.ts'
import { useAnswer, useCommand } from '../../lib/engine.ts'
import { useSession } from '../../lib/session.tsx'
import { Answered } from '../../parts/Answered.tsx'
import { Card } from '../../parts/Card.tsx'
import { Destroying } from '../../parts/Destroying.tsx'
import { signalDestroyingText as words } from '../../text/destruction.ts'
import { triageText } from '../../text/triage.ts'

/** The year of a signal that is not handled, and at its end the destruction. */
export function SignalDestruction({ clock, id }: { clock: TriageClock; id: number }) {
  const { may, go } = useSession()
  const answer = useAnswer('triage.destructions', {}, { enabled: clock.isListed })
  const [ask, asking] = useCommand('triage.askDestruction')
  const [decide, deciding] = useCommand('triage.decideDestruction')

  return (
    <Card title={words.title}>
      <div className="dialog-stack">
        <p>{triageText.clock(clock.since, clock.destroyFrom)}</p>
        <p className="small soft">{words.why}</p>
        {clock.isListed && (
          <Answered answer={answer}>
            {(destructions) => (
              <Destroying
                about={`triage ${id}`}
                words={words}
                asked={destructions.find(({ subjectId, destroyedAt }) => subjectId === id && destroyedAt === '')}
                mayDecide={may('triage.decideDestruction')}
                problem={asking.problem ?? deciding.problem}
                onAsk={(motive) => void ask({ id, motive })}
                decide={decide}
                onDestroyed={() => go({ screen: 'triage', subject: '' })}
              />
            )}
          </Answered>
        )}
      </div>
    </Card>
  )
}
