import { useState } from 'react'
import type { UserAccount } from '#shared/contract/users.ts'
import type { Role } from '#shared/model/roles.ts'
import { useCommand } from '../../lib/engine.ts'
import { Dialog } from '../../parts/Dialog.tsx'
import { DialogFoot } from '../../parts/DialogFoot.tsx'
import { ProblemNotice } from '../../parts/ProblemNotice.tsx'
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
  const [isAsked, setAsked] = useState(false)
  const [give, giving] = useCommand('user.set')
  const missing = (given: string) => (isAsked && given.trim() === '' ? text.missing : undefined)

  async function run() {
    setAsked(true)
    if (account.trim() === '' || name.trim() === '' || roles.length === 0) return
    const reply = await give({ account: account.trim(), name: name.trim(), roles: [...roles] })
    if (!reply.ok) return
    tell(usersText.saved(name.trim()))
    onClose()
  }

  const footer = <DialogFoot label={text.save} onDo={() => void run()} onCancel={onClose} isDisabled={giving.state === 'running'} />
  return (
    <Dialog title={user === null ? text.add : text.change(user.account)} isOpen onClose={onClose} footer={footer}>
      <div className="dialog-stack">
        {user === null && <TextField label={text.account} description={text.accountWhy} value={account} onChange={setAccount} maxLength={120} error={missing(account)} />}
        <TextField label={text.name} description={text.nameWhy} value={name} onChange={setName} maxLength={80} error={missing(name)} />
        <RoleChoice label={text.roles} roles={roles} onChange={setRoles} error={isAsked && roles.length === 0 ? text.rolesMissing : undefined} />
        <p className="soft">{text.from}</p>
        {giving.problem && <ProblemNotice problem={giving.problem} />}
      </div>
    </Dialog>
  )
}
