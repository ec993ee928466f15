import type { CaseFile } from '#shared/contract/dossier.ts'
import { useAnswer, useCommand } from '../../lib/engine.ts'
import { useSession } from '../../lib/session.tsx'
import { Answered } from '../../parts/Answered.tsx'
import { Card } from '../../parts/Card.tsx'
import { Destroying } from '../../parts/Destroying.tsx'
import { caseDestroyingText, caseErasingText } from '../../text/destruction.ts'

/** For a closed case: asking that it be destroyed, and deciding on it. Before its time is over only on request of who it is about. */
export function DestructionCard({ file }: { file: CaseFile }) {
  const { may, go } = useSession()
  const answer = useAnswer('case.destructions', {})
  const [ask, asking] = useCommand('case.askDestruction')
  const [decide, deciding] = useCommand('case.decideDestruction')
  const words = file.isDue ? caseDestroyingText : caseErasingText

  return (
    <Card title={words.title}>
      <div className="dialog-stack">
        <p className="small soft">{words.why}</p>
        <Answered answer={answer}>
          {(destructions) => (
            <Destroying
              about={`case ${file.id}`}
              words={words}
              asked={destructions.find(({ subjectId, destroyedAt }) => subjectId === file.id && destroyedAt === '')}
              mayDecide={may('case.decideDestruction')}
              problem={asking.problem ?? deciding.problem}
              onAsk={(motive) => void ask({ id: file.id, motive, ground: file.isDue ? 'term' : 'request' })}
              decide={decide}
              onDestroyed={() => go({ screen: 'cases', subject: '' })}
            />
          )}
        </Answered>
      </div>
    </Card>
  )
}
