import type { LogTerms } from '#shared/contract/logTerms.ts'
import { headSentence } from '#shared/text/logHead.ts'
import { useAnswer, useCommand, useJob } from '../../lib/engine.ts'
import { useSession } from '../../lib/session.tsx'
import { Answered } from '../../parts/Answered.tsx'
import { Card } from '../../parts/Card.tsx'
import { Destroying } from '../../parts/Destroying.tsx'
import { ProgressBar } from '../../parts/ProgressBar.tsx'
import { linesDestroyingText as words, retentionTermsText } from '../../text/retentionTerms.ts'

const text = retentionTermsText.log

/** The lines of the log of which the term is over, asked for and decided on together. */
export function LogDue() {
  const answer = useAnswer('audit.terms', {})
  return (
    <Card title={text.title}>
      <Answered answer={answer}>
        {(terms) => (
          <div className="dialog-stack">
            <p className="soft">{text.why(terms)}</p>
            {terms.head && <p>{headSentence(terms.head)}</p>}
            <Deciding terms={terms} />
          </div>
        )}
      </Answered>
    </Card>
  )
}

function Deciding({ terms: { due, asked } }: { terms: LogTerms }) {
  const { may } = useSession()
  const [ask, asking] = useCommand('audit.askDestruction')
  const deciding = useJob('audit.decideDestruction')
  if (due === null && asked === null) return <p className="soft">{text.none}</p>

  return (
    <>
      {due && <p>{text.due(due)}</p>}
      <p className="small soft">{asked ? text.waiting(asked) : text.save}</p>
      {deciding.state === 'running' ? (
        <ProgressBar progress={deciding.progress} onCancel={deciding.cancel} />
      ) : (
        <Destroying
          about="log"
          words={words}
          asked={asked ?? undefined}
          mayDecide={may('audit.decideDestruction')}
          problem={asking.problem ?? deciding.problem}
          onAsk={(motive) => void ask({ motive })}
          decide={deciding.run}
        />
      )}
    </>
  )
}
