import { useState } from 'react'
import type { Role } from '#shared/model/roles.ts'
import { useCommand } from '../../lib/engine.ts'
import { Notice } from '../../parts/Notice.tsx'
import { ProblemNotice } from '../../parts/ProblemNotice.tsx'
import { RoleChoice } from '../../parts/RoleChoice.tsx'
import { TextField } from '../../parts/TextField.tsx'
import { unlockText } from '../../text/unlock.ts'
import { NewVaultFields, emptyVault, isComplete } from './NewVaultFields.tsx'
import { UnlockForm } from './UnlockForm.tsx'

const text = unlockText.create

export function CreateForm() {
  const [name, setName] = useState('')
  const [roles, setRoles] = useState<readonly Role[]>(['analyst', 'admin'])
  const [vault, setVault] = useState(emptyVault)
  const [isAsked, setAsked] = useState(false)
  const [run, state] = useCommand('vault.create')

  async function create() {
    setAsked(true)
    if (name.trim() === '' || roles.length === 0 || !isComplete(vault)) return
    await run({ file: vault.place.token, passphrase: vault.passphrase, name: name.trim(), roles: [...roles] })
  }

  return (
    <UnlockForm title={text.title} submit={text.submit} onSubmit={create} isPending={state.state === 'running'}>
      <TextField label={text.name} description={text.nameWhy} value={name} onChange={setName} maxLength={80} error={isAsked && name.trim() === '' ? text.nameMissing : undefined} />
      <RoleChoice label={text.roles} roles={roles} onChange={setRoles} error={isAsked && roles.length === 0 ? text.rolesMissing : undefined} />
      <NewVaultFields value={vault} onChange={setVault} suggestion={text.fileName} isAsked={isAsked} />
      <Notice>{text.keep}</Notice>
      {state.problem && <ProblemNotice problem={state.problem} />}
    </UnlockForm>
  )
}
