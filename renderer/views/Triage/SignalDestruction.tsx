import type { TriageFile } from '#shared/contract/triage.ts'
import type { TriageClock } from '#shared/model/triage.ts'
import { useAnswer, useCommand } from '../../lib/engine.ts'
import { useSession } from '../../lib/session.tsx'
import { Answered } from '../../parts/Answered.tsx'
import { Card } from '../../parts/Card.tsx'
import { Destroying } from '../../parts/Destroying.tsx'
import { tell } from '../../parts/toasts.tsx'
import { destroyingText, signalDestroyingText as words } from '../../text/destruction.ts'
import { triageText } from '../../text/triage.ts'

/** The year of a signal that is not handled, and at its end the destruction. */
export function SignalDestruction({ file, clock, id }: { file: TriageFile; clock: TriageClock; id: number }) {
  const { may, go } = useSession()
  const answer = useAnswer('triage.destructions', {}, { enabled: clock.isListed })
  const [ask, asking] = useCommand('triage.askDestruction')
  const [decide, deciding] = useCommand('triage.decideDestruction')

  async function settle(approve: boolean) {
    const reply = await decide({ id, approve })
    if (!reply.ok || !approve) return
    tell(destroyingText.destroyed(file.number))
    go({ screen: 'triage', subject: '' })
  }

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
                onDecide={(approve) => void settle(approve)}
              />
            )}
          </Answered>
        )}
      </div>
    </Card>
  )
}
