import { useState } from 'react'
import type { OutputOf } from '#shared/contract/index.ts'
import type { EntityKey } from '#shared/model/entity.ts'
import { linkWords } from '#shared/text/links.ts'
import { entityKindLabel } from '#shared/text/terms.ts'
import { useAnswer } from '../../lib/engine.ts'
import { useSession } from '../../lib/session.tsx'
import { Answered } from '../../parts/Answered.tsx'
import { Button } from '../../parts/Button.tsx'
import { Card } from '../../parts/Card.tsx'
import { EntityLink } from '../../parts/EntityLink.tsx'
import { KindMark } from '../../parts/KindMark.tsx'
import { Select } from '../../parts/Select.tsx'
import { SourceLink } from '../../parts/SourceLink.tsx'
import { commonText as text } from '../../text/casesCommon.ts'
import '../../parts/PlainTable.css'

type Common = OutputOf<'case.common'>

/** What this case shares with another: the same subjects, and what is linked to a subject of each, with the rows that show it. */
export function CommonCard({ caseId }: { caseId: number }) {
  const cases = useAnswer('case.list', {})
  const [other, setOther] = useState<string | null>(null)
  return (
    <Card title={text.title}>
      <div className="case-common">
        <p className="soft">{text.why}</p>
        <Answered answer={cases}>
          {(list) => {
            const others = list.filter(({ id }) => id !== caseId)
            return others.length === 0 ? <p className="soft">{text.noOther}</p> : <Select label={text.other} options={others.map(({ id, number, title }) => ({ id: String(id), label: `${number} ${title}` }))} value={other} onChange={setOther} />
          }}
        </Answered>
        {other !== null && <Shared key={other} first={caseId} second={Number(other)} />}
      </div>
    </Card>
  )
}

function Shared({ first, second }: { first: number; second: number }) {
  const { openInNetwork } = useSession()
  const answer = useAnswer('case.common', { first, second, filter: {} })
  return (
    <Answered answer={answer}>
      {(common) => (
        <>
          <p role="status">{text.found(common.shared.length, common.between.length)}</p>
          {common.shared.length > 0 && <Entities title={text.shared} keys={common.shared} common={common} hasLinks={false} />}
          {common.between.length > 0 && <Entities title={text.between} keys={common.between} common={common} hasLinks />}
          {common.nodes.length > 0 && <Button onPress={() => openInNetwork(common.nodes.map(({ key }) => key))}>{text.open}</Button>}
        </>
      )}
    </Answered>
  )
}

function Entities({ title, keys, common: { nodes, links }, hasLinks }: { title: string; keys: readonly EntityKey[]; common: Common; hasLinks: boolean }) {
  const byKey = new Map(nodes.map((node) => [node.key, node]))
  const labelOf = (key: EntityKey) => byKey.get(key)?.label ?? ''
  return (
    <table className="plain-table">
      <caption className="case-common-caption">{title}</caption>
      <thead>
        <tr>
          <th scope="col">{text.columns.name}</th>
          <th scope="col">{text.columns.kind}</th>
          {hasLinks && <th scope="col">{text.columns.links}</th>}
        </tr>
      </thead>
      <tbody>
        {keys.flatMap((key) => byKey.get(key) ?? []).map(({ key, kind, label, detail }) => (
          <tr key={key}>
            <th scope="row"><span className="case-kind"><KindMark kind={kind} /><EntityLink entity={key} label={label} /></span></th>
            <td>{`${entityKindLabel[kind]}${detail === '' ? '' : `, ${detail}`}`}</td>
            {hasLinks && (
              <td>
                {links.filter(({ from, to }) => from === key || to === key).map((link) => (
                  <p key={link.id}>{`${labelOf(link.from)} ${linkWords(link)} ${labelOf(link.to)}`} <SourceLink source={link.source} /></p>
                ))}
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
