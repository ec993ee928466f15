import { compartmentRoles, Compartment } from '#shared/model/access.ts'
import type { UserAccount } from '#shared/contract/users.ts'
import { capitalise } from '#shared/text/format.ts'
import { compartmentLabel, roleLabel } from '#shared/text/terms.ts'
import { Card } from '../../parts/Card.tsx'
import { PlainHead } from '../../parts/PlainHead.tsx'
import '../../parts/PlainTable.css'
import { usersText } from '../../text/users.ts'

const text = usersText.access

/** Who may enter which part of the vault, by the rule the engine itself goes by; for whoever goes through the rights. */
export function AccessTable({ users }: { users: readonly UserAccount[] }) {
  const parts = Compartment.options.filter((compartment) => compartment !== 'open')
  return (
    <Card title={text.title}>
      <table className="plain-table" aria-label={text.title}>
        <PlainHead headings={[text.columns.compartment, text.columns.roles, text.columns.users]} />
        <tbody>
          {parts.map((compartment) => (
            <tr key={compartment}>
              <th scope="row">{capitalise(compartmentLabel[compartment])}</th>
              <td>{compartmentRoles[compartment].map((role) => roleLabel[role]).join(', ')}</td>
              <td>{namesIn(users, compartment) || text.nobody}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  )
}

function namesIn(users: readonly UserAccount[], compartment: Compartment): string {
  const admitted = users.filter(({ roles }) => roles.some((role) => compartmentRoles[compartment].includes(role)))
  return admitted.map(({ name }) => name).join(', ')
}
