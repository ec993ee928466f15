import { ListChecks } from 'lucide-react'
import { useState } from 'react'
import { useAnswer } from '../../lib/engine.ts'
import { Answered } from '../../parts/Answered.tsx'
import { Button } from '../../parts/Button.tsx'
import { Dialog } from '../../parts/Dialog.tsx'
import { Tabs } from '../../parts/Tabs.tsx'
import { riskBranchesText as text } from '../../text/riskBranches.ts'
import { RiskBranchForm, type Wanted } from './RiskBranchForm.tsx'
import { RiskBranchList } from './RiskBranchList.tsx'
import { RiskChanges } from './RiskChanges.tsx'
import '../WhatIf/WhatIf.css'
import './RiskBranches.css'

/** Opens the list from the head of a screen. */
export function RiskBranchesButton() {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button variant="quiet" icon={ListChecks} onPress={() => setOpen(true)}>
        {text.open}
      </Button>
      {isOpen && <RiskBranchesDialog onClose={() => setOpen(false)} />}
    </>
  )
}

type TabName = 'list' | 'changes'

/** The dated list of risk branches, and its changes: proposed by one, decided on by another. */
function RiskBranchesDialog({ onClose }: { onClose: () => void }) {
  const book = useAnswer('score.indicators', {})
  const changes = useAnswer('branch.riskChanges', {})
  const [tab, setTab] = useState<TabName>('list')
  const [wanted, setWanted] = useState<Wanted | null>(null)
  const open = changes.value?.filter(({ decision }) => decision === 'open').length ?? 0
  const finish = () => {
    setWanted(null)
    setTab('changes')
  }
  return (
    <Dialog title={text.title} isOpen onClose={onClose} width="large">
      <Answered answer={book}>
        {({ riskBranches }) =>
          wanted ? (
            <RiskBranchForm wanted={wanted} onDone={finish} onClose={() => setWanted(null)} />
          ) : (
            <Tabs
              label={text.tabs.label}
              value={tab}
              onChange={setTab}
              tabs={[
                { id: 'list', label: text.tabs.list, content: <RiskBranchList list={riskBranches} onWant={setWanted} /> },
                { id: 'changes', label: text.tabs.changes, ...(open === 0 ? {} : { count: open }), content: <Answered answer={changes}>{(found) => <RiskChanges changes={found} />}</Answered> },
              ]}
            />
          )
        }
      </Answered>
    </Dialog>
  )
}
