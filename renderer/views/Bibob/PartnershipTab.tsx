import { useState } from 'react'
import type { SetPartnership } from '#shared/contract/businessPartnership.ts'
import type { PartnerSuggestion } from '#shared/model/businessPartnership.ts'
import type { EntityKey } from '#shared/model/entity.ts'
import { useAnswer, useCommand } from '../../lib/engine.ts'
import { useSearch } from '../../lib/search.ts'
import { Answered } from '../../parts/Answered.tsx'
import { Button } from '../../parts/Button.tsx'
import { ComboBox } from '../../parts/ComboBox.tsx'
import { ProblemNotice } from '../../parts/ProblemNotice.tsx'
import { SourceLink } from '../../parts/SourceLink.tsx'
import { tell } from '../../parts/toasts.tsx'
import { partnershipText as text } from '../../text/businessPartnership.ts'
import { PartnershipDialog, type Partner } from './PartnershipDialog.tsx'

const HITS = 12

/** Zakelijke samenwerkingsverbanden of an applicant: what the officer established, and whom he might look at. */
export function PartnershipTab({ applicant }: { applicant: EntityKey }) {
  const answer = useAnswer('bibob.partnerships', { applicant })
  const [partner, setPartner] = useState<Partner | null>(null)
  return (
    <div className="bibob-partners">
      <p className="soft">{text.why}</p>
      <Answered answer={answer}>
        {({ set, suggestions }) => (
          <>
            <h3>{text.set}</h3>
            {set.length === 0 && <p className="soft">{text.noneSet}</p>}
            <ul>
              {set.map((one) => (
                <Established key={one.partner} applicant={applicant} partnership={one} onChange={() => setPartner({ key: one.partner, label: one.label, before: one })} />
              ))}
            </ul>
            <Finder onChoose={setPartner} />
            <h3>{text.look}</h3>
            <p className="small soft">{suggestions.length === 0 ? text.nothing : text.lookWhy}</p>
            <ul>
              {suggestions.map((one) => (
                <Suggested key={one.partner} suggestion={one} onEstablish={() => setPartner({ key: one.partner, label: one.label })} />
              ))}
            </ul>
          </>
        )}
      </Answered>
      {partner && <PartnershipDialog key={partner.key} applicant={applicant} partner={partner} onClose={() => setPartner(null)} />}
    </div>
  )
}

/** Anybody can be one: the registers do not know whom to look at. */
function Finder({ onChoose }: { onChoose: (partner: Partner) => void }) {
  const [typed, setTyped] = useState('')
  const { answer, isAsking } = useSearch(typed, ['company', 'person'], HITS)
  const hits = isAsking ? (answer.value?.hits ?? []) : []
  const choose = (key: EntityKey | null) => {
    const hit = hits.find((one) => one.key === key)
    if (hit) onChoose({ key: hit.key, label: hit.title })
  }
  return (
    <div className="bibob-partner-finder">
      <ComboBox label={text.other} options={hits.map(({ key, title, subtitle }) => ({ id: key, label: title, description: subtitle }))} value={null} onInput={setTyped} onChange={choose} />
      {isAsking && answer.state === 'failed' && <ProblemNotice problem={answer.problem} onRetry={answer.ask} />}
    </div>
  )
}

function Established({ applicant, partnership, onChange }: { applicant: EntityKey; partnership: SetPartnership; onChange: () => void }) {
  const [drop, dropping] = useCommand('bibob.dropPartnership')
  const [establish] = useCommand('bibob.setPartnership')
  const { partner, label, detail, motive, start, end } = partnership
  async function takeBack() {
    const reply = await drop({ applicant, partner })
    if (reply.ok) tell(text.dropped(label), async () => (await establish({ applicant, partnership: { partner, motive, start, end } })).ok)
  }
  return (
    <li className="bibob-partner">
      <div>
        <p>
          <b>{label}</b> <span className="small soft">{[detail, text.period(partnership)].filter((part) => part !== '').join(' · ')}</span>
        </p>
        <p className="bibob-motive">{motive}</p>
        <p className="small soft">{text.made(partnership)}</p>
        {dropping.problem && <ProblemNotice problem={dropping.problem} />}
      </div>
      <div className="bibob-partner-actions">
        <Button variant="quiet" aria-label={text.changeThis(label)} onPress={onChange}>
          {text.change}
        </Button>
        <Button variant="quiet" aria-label={text.dropThis(label)} onPress={() => void takeBack()}>
          {text.drop}
        </Button>
      </div>
    </li>
  )
}

function Suggested({ suggestion, onEstablish }: { suggestion: PartnerSuggestion; onEstablish: () => void }) {
  const { label, detail, grounds } = suggestion
  return (
    <li className="bibob-partner">
      <div>
        <p>
          {label} <span className="small soft">{detail}</span>
        </p>
        {grounds.map((one) => (
          <p key={`${one.ground} ${one.source.recordId} ${one.through}`} className="small bibob-ground">
            {text.ground(one)} <SourceLink source={one.source} />
          </p>
        ))}
      </div>
      <Button aria-label={text.establishThis(label)} onPress={onEstablish}>
        {text.establish}
      </Button>
    </li>
  )
}
