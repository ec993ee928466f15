import { useState } from 'react'
import type { Role } from '#shared/model/access.ts'
import { useCommand } from '../../lib/engine.ts'
import { isSettingUp } from '../../lib/setup.ts'
import { ProblemNotice } from '../../parts/ProblemNotice.tsx'
import { Segmented } from '../../parts/Segmented.tsx'
import { unlockText } from '../../text/unlock.ts'
import { fillDemo } from './demoFill.ts'
import { NewVaultFields, emptyVault, isComplete } from './NewVaultFields.tsx'
import { UnlockForm } from './UnlockForm.tsx'

const text = unlockText.demo
/** who looks round wants to see every screen */
const demoRoles: Role[] = ['analyst', 'director', 'bibobOfficer', 'admin', 'privacyOfficer']

export function DemoForm() {
  const [size, setSize] = useState('5000')
  const [vault, setVault] = useState(emptyVault)
  const [isAsked, setAsked] = useState(false)
  const [run, state] = useCommand('vault.create')

  async function create() {
    setAsked(true)
    if (!isComplete(vault)) return
    isSettingUp.set(true)
    const reply = await run({ file: vault.place.token, passphrase: vault.passphrase, name: text.userName, roles: demoRoles })
    if (reply.ok) await fillDemo(Number(size))
    else isSettingUp.set(false)
  }

  return (
    <UnlockForm title={text.title} submit={text.submit} onSubmit={create}>
      <p className="soft">{text.why}</p>
      <div className="field">
        <span className="field-label">{text.size}</span>
        <Segmented label={text.size} options={unlockText.sizes} value={size} onChange={setSize} />
      </div>
      <NewVaultFields value={vault} onChange={setVault} suggestion={text.fileName} isAsked={isAsked} />
      {state.problem && <ProblemNotice problem={state.problem} />}
    </UnlockForm>
  )
}
