import type { BibobTerms } from '#shared/contract/bibobTerms.ts'
import { useAnswer, useCommand } from '../../lib/engine.ts'
import { useSession } from '../../lib/session.tsx'
import { Answered } from '../../parts/Answered.tsx'
import { Card } from '../../parts/Card.tsx'
import { Destroying } from '../../parts/Destroying.tsx'
import { dossierDestroyingText as words, retentionTermsText } from '../../text/retentionTerms.ts'

const text = retentionTermsText.bibob

/** The Bibob dossiers of which the term is over, each asked for and decided on by itself. @param isReminder whether it is left out when there are none */
export function DossiersDue({ isReminder = false }: { isReminder?: boolean }) {
  const answer = useAnswer('bibob.terms', {})
  if (isReminder && (answer.value?.dossiers ?? []).length === 0) return null
  return (
    <Card title={text.title}>
      <Answered answer={answer}>
        {({ years, dossiers, undecided }) => (
          <div className="dialog-stack">
            <p className="soft">{text.why(years)}</p>
            {undecided > 0 && <p className="soft">{text.undecided(undecided)}</p>}
            {dossiers.length === 0 && <p className="soft">{text.none}</p>}
            {dossiers.map((dossier) => (
              <DossierDue key={dossier.id} dossier={dossier} />
            ))}
          </div>
        )}
      </Answered>
    </Card>
  )
}

function DossierDue({ dossier: { id, caseNumber, decided, keptUntil, asked } }: { dossier: BibobTerms['dossiers'][number] }) {
  const { may } = useSession()
  const [ask, asking] = useCommand('bibob.askDestruction')
  const [decide, deciding] = useCommand('bibob.decideDestruction')

  return (
    <section className="dialog-stack" aria-label={caseNumber}>
      <h3>{caseNumber}</h3>
      <p>{text.kept(decided, keptUntil)}</p>
      <Destroying
        about={`bibob ${caseNumber}`}
        words={words}
        asked={asked ?? undefined}
        mayDecide={may('bibob.decideDestruction')}
        problem={asking.problem ?? deciding.problem}
        onAsk={(motive) => void ask({ id, motive })}
        decide={decide}
      />
    </section>
  )
}
