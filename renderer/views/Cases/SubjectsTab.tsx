import type { CaseFile, CaseSubject } from '#shared/contract/dossier.ts'
import { entityKindLabel } from '#shared/text/terms.ts'
import { Card } from '../../parts/Card.tsx'
import { byText, type Column } from '../../parts/columns.ts'
import { EntityLink } from '../../parts/EntityLink.tsx'
import { KindMark } from '../../parts/KindMark.tsx'
import { Table } from '../../parts/Table.tsx'
import { casesText } from '../../text/cases.ts'
import { CommonCard } from './CommonCard.tsx'

const text = casesText.subjects
const columns: readonly Column<CaseSubject>[] = [
  {
    id: 'kind', heading: text.kind, width: 104,
    text: (row) => entityKindLabel[row.kind],
    cell: (row) => (
      <span className="case-kind">
        <KindMark kind={row.kind} /> {entityKindLabel[row.kind]}
      </span>
    ),
    compare: byText((row) => entityKindLabel[row.kind]),
  },
  { id: 'name', heading: text.name, text: (row) => row.label, cell: (row) => <EntityLink entity={row.key} label={row.label} />, grow: 2, width: 150, compare: byText((row) => row.label) },
  { id: 'detail', heading: text.detail, text: (row) => row.detail, grow: 2, width: 150 },
  { id: 'roles', heading: text.roles, text: (row) => row.roles.join('; ') || text.none, grow: 4, width: 220 },
]

/** Who and what the case is about, and what of it stands in another case too. */
export function SubjectsTab({ file }: { file: CaseFile }) {
  return (
    <div className="case-subjects">
      <Card isFlush isTall>
        <Table label={text.label} columns={columns} rows={file.subjects} rowKey={(row) => row.key} />
      </Card>
      <CommonCard caseId={file.id} />
    </div>
  )
}
