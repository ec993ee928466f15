import type { BibobRelation } from '#shared/contract/dossier.ts'
import { splitKey } from '#shared/model/entity.ts'
import { capitalise } from '#shared/text/format.ts'
import { shareText } from '#shared/text/share.ts'
import { bibobRoleLabel } from '#shared/text/terms.ts'
import { KindMark } from '../../parts/KindMark.tsx'
import { Pill } from '../../parts/Pill.tsx'
import { PlainHead } from '../../parts/PlainHead.tsx'
import { TextLink } from '../../parts/TextLink.tsx'
import { bibobText as text } from '../../text/bibob.ts'
import '../../parts/PlainTable.css'

interface RelationTableProps {
  relations: readonly BibobRelation[]
  none: string
  onOpen: (relation: BibobRelation) => void
}

/** One row per relation; the name opens the way that leads to it. */
export function RelationTable({ relations, none, onOpen }: RelationTableProps) {
  const { columns } = text
  if (relations.length === 0) return <p className="soft">{none}</p>
  return (
    <table className="plain-table">
      <PlainHead headings={Object.values(columns)} />
      <tbody>
        {relations.map((relation) => (
          <Row key={`${relation.direction} ${relation.key ?? relation.label}`} relation={relation} onOpen={onOpen} />
        ))}
      </tbody>
    </table>
  )
}

function Row({ relation, onOpen }: { relation: BibobRelation; onOpen: (relation: BibobRelation) => void }) {
  const { key, label, detail, roles, isFormer, end, share, paths, departments } = relation
  return (
    <tr>
      <th scope="row">
        <span className="bibob-name">
          {key !== null && <KindMark kind={splitKey(key).kind} />}
          <TextLink onPress={() => onOpen(relation)}>{label}</TextLink>
        </span>
        <span className="small soft bibob-detail">{detail}</span>
      </th>
      <td>
        {capitalise(roles.map((role) => bibobRoleLabel[role]).join(', '))} {isFormer && <Pill>{text.former}</Pill>}
      </td>
      <td className="nowrap">{share === null ? '' : shareText(share)}</td>
      <td>{end === null ? '' : text.ends[end]}</td>
      <td>{text.steps(Math.min(...paths.map(({ steps }) => steps.length)), paths.length)}</td>
      <td className="nowrap">{text.hits(departments.filter(({ isHit }) => isHit).length, departments.length)}</td>
    </tr>
  )
}
