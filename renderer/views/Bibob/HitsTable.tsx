import type { BibobRelation } from '#shared/contract/dossier.ts'
import { contactsOf } from '#shared/text/contacts.ts'
import { bibobText as text } from '../../text/bibob.ts'
import '../../parts/PlainTable.css'
import { PlainHead } from '../../parts/PlainHead.tsx'

/** Per relation which departments know its addresses, and whom to call; never what they know. */
export function HitsTable({ relations }: { relations: readonly BibobRelation[] }) {
  const asked = relations.filter(({ departments }) => departments.length > 0)
  if (asked.length === 0) return <p className="soft">{text.noHits}</p>
  return (
    <>
      <p className="small soft bibob-why">{text.hitsWhy}</p>
      <table className="plain-table">
        <PlainHead headings={Object.values(text.hitColumns)} />
        <tbody>
          {asked.map(({ key, label, direction, departments }) => (
            <tr key={`${direction} ${key ?? label}`}>
              <th scope="row">{label}</th>
              <td>
                {departments.every(({ isHit }) => !isHit) && <span className="soft">{text.none}</span>}
                {departments.map((one) => one.isHit && <div key={one.department}>{[one.department, ...contactsOf(one)].join(' · ')}</div>)}
              </td>
              <td className="soft">{departments.filter(({ isHit }) => !isHit).map(({ department }) => department).join(', ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
