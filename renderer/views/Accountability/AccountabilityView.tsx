import type { ReactNode } from 'react'
import type { ProcedureName } from '#shared/contract/index.ts'
import { useSession } from '../../lib/session.tsx'
import { useStore } from '../../lib/store.ts'
import { PageHeader } from '../../parts/PageHeader.tsx'
import { Tabs } from '../../parts/Tabs.tsx'
import { accountabilityText as text } from '../../text/accountability.ts'
import { screenLabel } from '../../text/frame.ts'
import { WithPurpose } from '../Scores/WithPurpose.tsx'
import { BacktestTab } from './BacktestTab.tsx'
import { ControlsTab } from './ControlsTab.tsx'
import { lastTab, type TabName } from './lastTab.ts'
import { LogTab } from './LogTab.tsx'
import { RecomputeTab } from './RecomputeTab.tsx'
import { ReferencesTab } from './ReferencesTab.tsx'
import { RetentionTab } from './RetentionTab.tsx'
import { ScoreboardTab } from './ScoreboardTab.tsx'
import { SheetsTab } from './SheetsTab.tsx'
import { TermsTab } from './TermsTab.tsx'
import { UsersTab } from './UsersTab.tsx'
import './Accountability.css'

/** Each part with the procedure it cannot do without; whoever lacks the role does not see it. */
const parts: readonly { id: TabName; needs: ProcedureName; content: ReactNode }[] = [
  { id: 'log', needs: 'audit.list', content: <LogTab /> },
  { id: 'users', needs: 'user.list', content: <UsersTab /> },
  { id: 'references', needs: 'reference.terms', content: <WithPurpose><ReferencesTab /></WithPurpose> },
  { id: 'terms', needs: 'retention.due', content: <TermsTab /> },
  { id: 'retention', needs: 'retention.proofs', content: <RetentionTab /> },
  { id: 'controls', needs: 'control.lists', content: <ControlsTab /> },
  { id: 'board', needs: 'control.board', content: <WithPurpose><ScoreboardTab /></WithPurpose> },
  { id: 'backtest', needs: 'score.backtest', content: <BacktestTab /> },
  { id: 'recompute', needs: 'score.verify', content: <RecomputeTab /> },
  { id: 'sheets', needs: 'score.sheets', content: <SheetsTab /> },
]

/** Verantwoording: the log, who may do what, how long things are kept, what controls found, whether the scores still come out the same, and the sheets for others. */
export function AccountabilityView() {
  const { may } = useSession()
  const last = useStore(lastTab)
  const tabs = parts.filter(({ needs }) => may(needs)).map(({ id, content }) => ({ id, label: text.tabs[id], content }))
  const value = tabs.find(({ id }) => id === last)?.id ?? tabs[0]?.id
  return (
    <div className="page">
      <PageHeader title={screenLabel.accountability} />
      <div className="account-parts">{value && <Tabs label={text.tabsLabel} tabs={tabs} value={value} onChange={lastTab.set} />}</div>
    </div>
  )
}
