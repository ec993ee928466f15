import { useState } from 'react'
import { useAnswer } from '../lib/engine.ts'
import { useSession } from '../lib/session.tsx'
import { Answered } from '../parts/Answered.tsx'
import { Button } from '../parts/Button.tsx'
import { EntityLink } from '../parts/EntityLink.tsx'
import { addressTrailText as text } from '../text/addressTrail.ts'

/** How the address of a source row was matched to the register, step by step; asked for by who wants to know, for it leaves a line. */
export function AddressTrail({ recordId }: { recordId: number }) {
  const { may } = useSession()
  const [isOpen, setOpen] = useState(false)
  if (!may('address.explain')) return null
  return (
    <section className="address-trail" aria-label={text.title}>
      {isOpen ? <Steps recordId={recordId} /> : <Button onPress={() => setOpen(true)}>{text.ask}</Button>}
    </section>
  )
}

function Steps({ recordId }: { recordId: number }) {
  const answer = useAnswer('address.explain', { recordId })
  if (answer.state === 'failed' && answer.problem.code === 'not-found') return <p className="soft small">{text.noAddress}</p>
  return (
    <Answered answer={answer}>
      {({ written, method, match, candidates, steps }) => (
        <>
          <h3>{text.title}</h3>
          <p>
            {written === '' ? text.nothingWritten : written} → {match === null ? text.method[method] : <EntityLink entity={match.key} label={match.label} />}
            {match !== null && <span className="soft"> ({text.method[method]})</span>}
          </p>
          <ol className="address-steps">
            {steps.map((step, i) => (
              <li key={i}>{step}</li>
            ))}
          </ol>
          {candidates.length > 0 && (
            <>
              <p className="small soft">{text.candidates}</p>
              <ul>
                {candidates.slice(0, MOST).map(({ key, label }) => (
                  <li key={key}>
                    <EntityLink entity={key} label={label} />
                  </li>
                ))}
              </ul>
            </>
          )}
        </>
      )}
    </Answered>
  )
}

const MOST = 12
