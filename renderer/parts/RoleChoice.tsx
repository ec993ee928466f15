import { roles as allRoles, type Role } from '#shared/model/roles.ts'
import { roleExplanation, roleLabel } from '#shared/text/terms.ts'
import { Checkbox } from './Checkbox.tsx'
import './fields.css'

interface RoleChoiceProps {
  label: string
  roles: readonly Role[]
  onChange: (roles: readonly Role[]) => void
  error: string | undefined
}

/** The roles somebody gets, each with what it may do. */
export function RoleChoice({ label, roles, onChange, error }: RoleChoiceProps) {
  return (
    <fieldset className="role-choice">
      <legend className="field-label">{label}</legend>
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
      {error !== undefined && <p className="field-error">{error}</p>}
    </fieldset>
  )
}
