import { X } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import type { Explanation } from '#shared/model/score.ts'
import { useAnswer } from '../../lib/engine.ts'
import type { ScoreChoice } from '../../lib/scoreRoutes.ts'
import { useSession } from '../../lib/session.tsx'
import { useShortcuts } from '../../lib/shortcuts.ts'
import { createStore, useStore } from '../../lib/store.ts'
import { Answered } from '../../parts/Answered.tsx'
import { IconButton } from '../../parts/IconButton.tsx'
import { Tabs } from '../../parts/Tabs.tsx'
import { scoreInsightText } from '../../text/scoreInsight.ts'
import { scoresText } from '../../text/scores.ts'
import { BaseRatePanel } from './BaseRatePanel.tsx'
import { Composition } from './Composition.tsx'
import { Concentrations } from './Concentrations.tsx'
import { LeftOut } from './LeftOut.tsx'
import { PanelHead } from './PanelHead.tsx'
import { Patterns } from './Patterns.tsx'
import { PrintSheet } from './PrintSheet.tsx'
import { TrendTab } from './TrendTab.tsx'
import { WithPurpose } from './WithPurpose.tsx'

export interface ExplanationPanelProps {
  choice: ScoreChoice
  name: string
  /** how many have a score and so a place */
  scored: number
  onClose: () => void
  /** opens another explanation */
  onOpen: (other: Partial<ScoreChoice>) => void
  onOpenParent: ((code: string) => void) | undefined
}

/**
 * What a score is made of and what stands around it: rounded, as the list and the map, and exact with its rows for whoever asks for that
 * with a purpose.
 */
export function ExplanationPanel(props: ExplanationPanelProps) {
  const { choice, name, onClose } = props
  const { may } = useSession()
  const [wantsExact, setWantsExact] = useState(false)
  const mayWork = may('score.explainExact')
  const isExact = mayWork && wantsExact
  const rounded = useAnswer('score.explain', choice, { enabled: !isExact })
  const exact = useAnswer('score.explainExact', choice, { enabled: isExact })
  const answer = isExact ? exact : rounded
  return (
    <section className="score-panel card" aria-label={scoresText.explanation.label(name)}>
      <Answered answer={answer}>
        {(explanation) => <Explained {...props} explanation={explanation} onExact={mayWork && !isExact ? () => setWantsExact(true) : undefined} />}
      </Answered>
      <div className="score-panel-close">
        <IconButton label={scoresText.close} icon={X} keys="Esc" onPress={onClose} />
      </div>
    </section>
  )
}

type TabName = 'parts' | 'patterns' | 'concentration' | 'leftOut' | 'trend' | 'chance'

/** What was looked at last, so that going from row to row keeps the tab. */
const lastTab = createStore<TabName>('parts')

type ExplainedProps = ExplanationPanelProps & { explanation: Explanation; onExact: (() => void) | undefined }

function Explained(props: ExplainedProps) {
  const { explanation, scored } = props
  const { may } = useSession()
  const last = useStore(lastTab)
  const print = () => window.print()
  useShortcuts(scoresText.keys.explanation, [{ keys: 'P', label: scoresText.keys.print, run: print }])
  const tabs = tabsOf(props, may('score.counterfactual'), print).map((tab) => ({ ...tab, label: scoreInsightText.tabs[tab.id] }))
  return (
    <>
      <PanelHead explanation={explanation} scored={scored} onOpenParent={props.onOpenParent} />
      <Tabs label={scoreInsightText.tabs.label} tabs={tabs} value={tabs.some(({ id }) => id === last) ? last : 'parts'} onChange={lastTab.set} />
      <PrintSheet explanation={explanation} scored={scored} />
    </>
  )
}

/** The tabs there are for an area or branch, with and without a score, for whoever looks; each asks when it is opened. */
function tabsOf({ explanation, choice, name, onExact, onOpen }: ExplainedProps, mayWork: boolean, print: () => void): { id: TabName; content: ReactNode }[] {
  const { score } = explanation
  const working: { id: TabName; content: ReactNode }[] = [
    ...(score.score === null ? [] : [{ id: 'leftOut' as const, content: <WithPurpose><LeftOut choice={choice} /></WithPurpose> }]),
    { id: 'trend', content: <WithPurpose><TrendTab choice={choice} explanation={explanation} /></WithPurpose> },
  ]
  const area: { id: TabName; content: ReactNode }[] = [{ id: 'patterns', content: <Patterns choice={choice} name={name} onOpen={(code) => onOpen({ level: 'buurt', code })} /> }]
  const branch: { id: TabName; content: ReactNode }[] = mayWork ? [{ id: 'concentration', content: <WithPurpose><Concentrations choice={choice} /></WithPurpose> }] : []
  return [
    { id: 'parts', content: <Composition explanation={explanation} choice={choice} onExact={onExact} onPrint={print} /> },
    ...(score.subject === 'area' ? area : branch),
    ...(mayWork ? working : []),
    { id: 'chance', content: <BaseRatePanel start={explanation.baseRate} /> },
  ]
}
