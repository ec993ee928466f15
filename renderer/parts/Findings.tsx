import { useState } from 'react'
import { splitKey, type EntityKey } from '#shared/model/entity.ts'
import { deliveryKindName } from '#shared/text/deliveryKinds.ts'
import { useAnswer } from '../lib/engine.ts'
import { useSession } from '../lib/session.tsx'
import { findingText as text } from '../text/findings.ts'
import { Answered } from './Answered.tsx'
import { OneFinding } from './OneFinding.tsx'
import { Select } from './Select.tsx'
import './Findings.css'

const ALL = ''
/** The patterns seen at an address or company: each with its rows, how common it is here and what else it can mean. Never added up. */
export function Findings({ subject }: { subject: EntityKey }) {
  const { may } = useSession()
  const mayLook = may('finding.of')
  const found = useAnswer('finding.of', { keys: [subject] }, { enabled: mayLook })
  const library = useAnswer('finding.library', {}, { enabled: mayLook })
  const [pattern, setPattern] = useState(ALL)
  if (!mayLook) return null
  const patterns = new Map(library.value?.patterns.map((one) => [one.id, one]))
  const run = library.value?.run
  const blind = library.value?.patterns.filter(({ subject: about, missing }) => about === splitKey(subject).kind && missing.length > 0) ?? []
  return (
    <div className="findings">
      <p className="small soft">{text.why}</p>
      {library.value && run === null && <p className="small">{text.never}</p>}
      {run?.isStale === true && <p className="small">{text.stale}</p>}
      {blind.length > 0 && <p className="small">{text.blind(blind.map(({ label }) => label), [...new Set(blind.flatMap(({ missing }) => missing))].map(deliveryKindName))}</p>}
      <Answered answer={found}>
        {(findings) => {
          const seen = [...new Map(findings.map((one) => [one.pattern, one.label]))]
          const shown = findings.filter((one) => pattern === ALL || one.pattern === pattern)
          return (
            <>
              {seen.length > 1 && <Select label={text.filter} options={[{ id: ALL, label: text.all }, ...seen.map(([id, label]) => ({ id, label }))]} value={pattern} onChange={setPattern} />}
              {findings.length === 0 && run !== null && <p className="soft small">{text.none}</p>}
              <ul className="findings-list">
                {shown.map((one) => <OneFinding key={`${one.pattern} ${one.sentence}`} finding={one} pattern={patterns.get(one.pattern)} />)}
              </ul>
            </>
          )
        }}
      </Answered>
    </div>
  )
}
