import type { IssueGroup } from '#shared/model/source.ts'
import { formatNumber } from '#shared/text/format.ts'
import { issueSeverityLabel } from '#shared/text/terms.ts'
import { Pill } from '../../parts/Pill.tsx'
import { PlainHead } from '../../parts/PlainHead.tsx'
import { sourcesText } from '../../text/sources.ts'
import '../../parts/PlainTable.css'

const text = sourcesText.groups
const SHOWN = 12

/** One line per column and reason with how often, so that thousands of the same remark are one. */
export function IssueGroups({ groups }: { groups: readonly IssueGroup[] }) {
  return (
    <>
      <table className="plain-table sources-groups" aria-label={text.title}>
        <PlainHead headings={[text.columns.severity, { numeric: text.columns.count }, text.columns.column, text.columns.reason, { numeric: text.columns.firstRow }]} />
        <tbody>
          {groups.slice(0, SHOWN).map((group) => (
            <tr key={`${group.severity} ${group.column} ${group.reason}`}>
              <td>
                <Pill tone={group.severity === 'refused' ? 'problem' : 'neutral'}>{issueSeverityLabel[group.severity]}</Pill>
              </td>
              <td className="numeric tabular">{formatNumber(group.count)}</td>
              <td>{group.column === '' ? text.wholeRow : `${group.column} ${group.heading}`}</td>
              <td>{group.reason}</td>
              <td className="numeric tabular">{group.firstRow}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {groups.length > SHOWN && <p className="soft small">{text.more(groups.length - SHOWN)}</p>}
    </>
  )
}
