import { useEffect, useState } from 'react'
import type { GrantedFile } from '#shared/contract/bridge.ts'
import { closing } from '../../lib/closing.ts'
import { isSettingUp } from '../../lib/setup.ts'
import { useStore } from '../../lib/store.ts'
import { Notice } from '../../parts/Notice.tsx'
import { ProblemNotice } from '../../parts/ProblemNotice.tsx'
import { Tabs } from '../../parts/Tabs.tsx'
import { frameText } from '../../text/frame.ts'
import { unlockText } from '../../text/unlock.ts'
import { CreateForm } from './CreateForm.tsx'
import { DemoForm } from './DemoForm.tsx'
import { DemoProgress } from './DemoProgress.tsx'
import { OpenForm } from './OpenForm.tsx'
import { Plots } from './Plots.tsx'
import './Unlock.css'

type Way = 'open' | 'create' | 'demo'

/** Ontgrendelen: open a vault, make one, or look round in the demo municipality. */
export function UnlockView() {
  const isBusyMaking = useStore(isSettingUp)
  useEffect(() => {
    document.title = unlockText.product
  }, [])
  return (
    <div className="unlock">
      <aside className="unlock-side">
        <Plots />
        <h1>{unlockText.product}</h1>
        <ul className="unlock-promises">
          {unlockText.promises.map((promise) => (
            <li key={promise}>{promise}</li>
          ))}
        </ul>
      </aside>
      <main className="unlock-main">
        <WhyClosed />
        {isBusyMaking ? <DemoProgress /> : <Ways />}
      </main>
    </div>
  )
}

/** After a vault closed by itself: what happened. An ordinary lock needs no words. */
function WhyClosed() {
  const reason = useStore(closing)
  if (reason === null || reason.problem.code === 'vault-locked') return null
  return <div className="unlock-why">{reason.isFinal ? <Notice>{frameText.engineGone}</Notice> : <ProblemNotice problem={reason.problem} />}</div>
}

/** Whoever was here before gets his vault at once; a newcomer the demo municipality. */
function Ways() {
  const [recent, setRecent] = useState<GrantedFile[] | null>(null)
  const [way, setWay] = useState<Way>('open')
  useEffect(() => {
    void window.shell.recentVaults().then((files) => {
      setRecent(files)
      if (files.length === 0) setWay('demo')
    })
  }, [])
  if (recent === null) return null
  return (
    <Tabs
      label={unlockText.ways}
      value={way}
      onChange={setWay}
      tabs={[
        { id: 'open', label: unlockText.tabs.open, content: <OpenForm recent={recent} /> },
        { id: 'create', label: unlockText.tabs.create, content: <CreateForm /> },
        { id: 'demo', label: unlockText.tabs.demo, content: <DemoForm /> },
      ]}
    />
  )
}
