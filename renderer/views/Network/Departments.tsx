import type { EntityKey } from '#shared/model/entity.ts'
import { contactsOf } from '#shared/text/contacts.ts'
import { useAnswer } from '../../lib/engine.ts'
import { Answered } from '../../parts/Answered.tsx'
import { PlainHead } from '../../parts/PlainHead.tsx'
import { networkText } from '../../text/network.ts'

const text = networkText.details

/** Per department whether it knows the address, and whom to call. No content. */
export function Departments({ address }: { address: EntityKey }) {
  const answer = useAnswer('reference.lookup', { key: address })
  return (
    <Answered answer={answer}>
      {({ departments }) => (
        <table className="panel-table">
          <PlainHead headings={[text.department, text.hit, text.contact]} />
          <tbody>
            {departments.map((one) => (
              <tr key={one.department}>
                <th scope="row">{one.department}</th>
                <td>
                  {one.isHit ? text.isHit(new Set(one.references.map(({ kind }) => kind)).size) : text.noHit}
                  {one.alsoAt.map(({ key, label }) => (
                    <div key={key} className="small soft">
                      {text.alsoAt(label)}
                    </div>
                  ))}
                </td>
                <td>{contactsOf(one).join(', ')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Answered>
  )
}
