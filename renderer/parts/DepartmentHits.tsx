import type { DepartmentHit } from '#shared/contract/catalogue.ts'
import { Phenomenon } from '#shared/model/score.ts'
import { phenomenonLabel } from '#shared/text/terms.ts'
import { formatDate, formatPeriod } from '#shared/text/format.ts'
import { sheetText } from '../text/sheets.ts'
import { EntityLink } from './EntityLink.tsx'
import { Pill } from './Pill.tsx'
import { PlainHead } from './PlainHead.tsx'
import './DepartmentHits.css'

const headings = sheetText.departmentColumns

/** The verwijzindex: which department knows something, of what kind, from when, and whom to ask. Never what. */
export function DepartmentHits({ departments }: { departments: readonly DepartmentHit[] }) {
  if (departments.length === 0) return <p className="soft">{sheetText.noDepartments}</p>
  const hitsFirst = departments.toSorted((a, b) => Number(b.isHit) - Number(a.isHit))
  return (
    <>
      <table className="hits">
        <PlainHead headings={Object.values(headings)} />
        {hitsFirst.map((department) => (
          <Department key={department.department} {...department} />
        ))}
      </table>
      <p className="small soft">{sheetText.hitMeaning}</p>
    </>
  )
}

function Department({ department, isHit, references, alsoAt }: DepartmentHit) {
  const rows = references.length === 0 ? [null] : references
  return (
    <tbody>
      {rows.map((reference, place) => (
        <tr key={place}>
          {place === 0 && (
            <>
              <th scope="rowgroup" rowSpan={rows.length}>
                {department}
              </th>
              <td rowSpan={rows.length}>
                {isHit ? <Pill tone="accent">{sheetText.hit}</Pill> : <span className="faint nowrap">{sheetText.noHit}</span>}
                <AlsoAt addresses={alsoAt} />
              </td>
            </>
          )}
          <td>{reference ? `${reference.kind} (${phenomenonWord(reference.phenomenon)})` : ''}</td>
          <td className="nowrap">{reference ? periodOf(reference) : ''}</td>
          <td>{reference?.contactRole}</td>
        </tr>
      ))}
    </tbody>
  )
}

/** The other addresses of the same object that the department knows, with the way there. */
function AlsoAt({ addresses }: { addresses: DepartmentHit['alsoAt'] }) {
  return addresses.map(({ key, label }) => (
    <p key={key} className="small hits-also">
      {sheetText.alsoAt} <EntityLink entity={key} label={label} />
    </p>
  ))
}

/** The period, or when nobody gave one, when the department got the report. */
function periodOf({ from, to, received }: DepartmentHit['references'][number]): string {
  return from === null && to === null && received !== null ? sheetText.received(formatDate(received)) : formatPeriod(from, to)
}

/** Departments also use phenomena no score exists for. */
function phenomenonWord(phenomenon: string): string {
  const known = Phenomenon.safeParse(phenomenon)
  return known.success ? phenomenonLabel[known.data].toLowerCase() : phenomenon
}
