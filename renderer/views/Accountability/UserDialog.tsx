import { useState } from 'react'
import type { UserAccount } from '#shared/contract/users.ts'
import type { Role } from '#shared/model/roles.ts'
import { useFormCommand } from '../../lib/formCommand.ts'
import { FormDialog } from '../../parts/FormDialog.tsx'
import { RoleChoice } from '../../parts/RoleChoice.tsx'
import { TextField } from '../../parts/TextField.tsx'
import { tell } from '../../parts/toasts.tsx'
import { usersText } from '../../text/users.ts'

const text = usersText.dialog

/** The roles of one colleague. @param user null for one the vault does not know yet */
export function UserDialog({ user, onClose }: { user: UserAccount | null; onClose: () => void }) {
  const [account, setAccount] = useState(user?.account ?? '')
  const [name, setName] = useState(user?.name ?? '')
  const [roles, setRoles] = useState<readonly Role[]>(user?.roles ?? [])
  const { run, isAsked, isRunning, problem } = useFormCommand('user.set', null)
  const missing = (given: string) => (isAsked && given.trim() === '' ? text.missing : undefined)

  function save() {
    const given = { account: account.trim(), name: name.trim(), roles: [...roles] }
    const isWhole = given.account !== '' && given.name !== '' && roles.length > 0
    run(isWhole ? given : null, () => {
      tell(usersText.saved(given.name))
      onClose()
    })
  }

  return (
    <FormDialog title={user === null ? text.add : text.change(user.account)} done={text.save} onDo={save} onClose={onClose} isDisabled={isRunning} problem={problem}>
      {user === null && <TextField label={text.account} description={text.accountWhy} value={account} onChange={setAccount} maxLength={120} error={missing(account)} />}
      <TextField label={text.name} description={text.nameWhy} value={name} onChange={setName} maxLength={80} error={missing(name)} />
      <RoleChoice label={text.roles} roles={roles} onChange={setRoles} error={isAsked && roles.length === 0 ? text.rolesMissing : undefined} />
      <p className="soft">{text.from}</p>
    </FormDialog>
  )
}
