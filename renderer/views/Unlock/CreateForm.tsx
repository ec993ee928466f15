import { useState } from 'react'
import { Form } from 'react-aria-components/Form'
import { roles as allRoles, type Role } from '#shared/model/roles.ts'
import { roleExplanation, roleLabel } from '#shared/text/terms.ts'
import { useCommand } from '../../lib/engine.ts'
import { Button } from '../../parts/Button.tsx'
import { Checkbox } from '../../parts/Checkbox.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { ProblemNotice } from '../../parts/ProblemNotice.tsx'
import { TextField } from '../../parts/TextField.tsx'
import { unlockText } from '../../text/unlock.ts'
import { NewVaultFields, emptyVault, isComplete } from './NewVaultFields.tsx'

const text = unlockText.create

export function CreateForm() {
  const [name, setName] = useState('')
  const [roles, setRoles] = useState<readonly Role[]>(['analyst'])
  const [vault, setVault] = useState(emptyVault)
  const [isAsked, setAsked] = useState(false)
  const [run, state] = useCommand('vault.create')

  async function create() {
    setAsked(true)
    if (name.trim() === '' || roles.length === 0 || !isComplete(vault)) return
    await run({ file: vault.place.token, passphrase: vault.passphrase, name: name.trim(), roles: [...roles] })
  }

  return (
    <Form
      className="unlock-form"
      onSubmit={(event) => {
        event.preventDefault()
        void create()
      }}
    >
      <h2>{text.title}</h2>
      <TextField label={text.name} description={text.nameWhy} value={name} onChange={setName} maxLength={80} error={isAsked && name.trim() === '' ? text.nameMissing : undefined} />
      <RoleChoice roles={roles} onChange={setRoles} isAsked={isAsked} />
      <NewVaultFields value={vault} onChange={setVault} suggestion={text.fileName} isAsked={isAsked} />
      <Notice>{text.keep}</Notice>
      {state.problem && <ProblemNotice problem={state.problem} />}
      <div className="unlock-foot">
        <Button variant="primary" type="submit" isPending={state.state === 'running'}>
          {text.submit}
        </Button>
      </div>
    </Form>
  )
}

function RoleChoice({ roles, onChange, isAsked }: { roles: readonly Role[]; onChange: (roles: readonly Role[]) => void; isAsked: boolean }) {
  return (
    <fieldset className="unlock-roles">
      <legend className="field-label">{text.roles}</legend>
      {allRoles.map((role) => (
        <Checkbox
          key={role}
          isSelected={roles.includes(role)}
          onChange={(isChosen) => onChange(isChosen ? [...roles, role] : roles.filter((each) => each !== role))}
          description={roleExplanation[role]}
        >
          {roleLabel[role]}
        </Checkbox>
      ))}
      {isAsked && roles.length === 0 && <p className="field-error">{text.rolesMissing}</p>}
    </fieldset>
  )
}
