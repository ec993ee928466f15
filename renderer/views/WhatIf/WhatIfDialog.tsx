import { useEffect, useRef, useState } from 'react'
import type { ScoreSubject } from '#shared/model/score.ts'
import { phenomenonLabel, scoreSubjectLabel } from '#shared/text/terms.ts'
import { useAnswer } from '../../lib/engine.ts'
import type { ScoreChoice } from '../../lib/scoreRoutes.ts'
import { useSession } from '../../lib/session.tsx'
import { Answered } from '../../parts/Answered.tsx'
import { Dialog } from '../../parts/Dialog.tsx'
import { Tabs } from '../../parts/Tabs.tsx'
import { whatIfText } from '../../text/whatIf.ts'
import { CompareSets } from './CompareSets.tsx'
import { Proposals } from './Proposals.tsx'
import { WeightsForm } from './WeightsForm.tsx'
import './WhatIf.css'

const text = whatIfText.tabs
type TabName = 'weights' | 'compare' | 'proposals'

/** Other weights for one phenomenon and subject: try them, compare them, and propose them to a second person. */
export function WhatIfDialog({ choice, subject, onClose }: { choice: ScoreChoice; subject: ScoreSubject; onClose: () => void }) {
  const { may } = useSession()
  const mayTry = may('score.whatIf')
  const [tab, setTab] = useState<TabName>(mayTry ? 'weights' : 'compare')
  const [isProposing, setProposing] = useState(false)
  const [made, setMade] = useState<number | null>(null)
  const body = useRef<HTMLDivElement>(null)
  // the button that was pressed goes with its part; the focus stays in the dialog, so that Esc and Tab go on working
  useEffect(() => {
    if (document.activeElement === document.body) body.current?.querySelector<HTMLElement>('[role="tab"][aria-selected="true"]')?.focus()
  })
  const book = useAnswer('score.indicators', {})
  const sets = useAnswer('score.sets', {})
  const proposals = useAnswer('score.proposals', {})
  const open = proposals.value?.filter(({ decision }) => decision === 'open').length ?? 0
  const compare = (id: number) => {
    setMade(id)
    setTab('compare')
  }
  const form = { id: 'weights' as const, label: text.weights, content: <Answered answer={book}>{(found) => <WeightsForm book={found} phenomenon={choice.phenomenon} subject={subject} onMade={compare} isProposing={isProposing} onProposing={setProposing} onProposed={() => setTab('proposals')} />}</Answered> }
  return (
    <Dialog title={whatIfText.title(phenomenonLabel[choice.phenomenon], scoreSubjectLabel[subject])} isOpen onClose={onClose} width="large">
      <div className="what-if" ref={body}>
        <Tabs
          label={text.label}
          value={tab}
          onChange={setTab}
          tabs={[
            ...(mayTry ? [form] : []),
            { id: 'compare', label: text.compare, content: <Answered answer={sets}>{(found) => <CompareSets sets={found} choice={choice} first={made} />}</Answered> },
            {
              id: 'proposals', label: text.proposals, ...(open === 0 ? {} : { count: open }),
              content: <Answered answer={proposals}>{(found) => <Answered answer={book}>{(indicators) => <Proposals proposals={found} book={indicators} />}</Answered>}</Answered>,
            },
          ]}
        />
      </div>
    </Dialog>
  )
}
