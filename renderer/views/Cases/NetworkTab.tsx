import type { CaseFile } from '#shared/contract/dossier.ts'
import type { NetworkLink } from '#shared/model/network.ts'
import { plainView } from '#shared/model/networkView.ts'
import { formatPeriod } from '#shared/text/format.ts'
import { linkWords } from '#shared/text/links.ts'
import { linkStrengthLabel } from '#shared/text/terms.ts'
import { useSession } from '../../lib/session.tsx'
import { Button } from '../../parts/Button.tsx'
import { Card } from '../../parts/Card.tsx'
import { byText, type Column } from '../../parts/columns.ts'
import { NetworkFigure } from '../../parts/NetworkFigure.tsx'
import { SourceLink } from '../../parts/SourceLink.tsx'
import { Table } from '../../parts/Table.tsx'
import { casesText } from '../../text/cases.ts'
import { ViewsCard } from './ViewsCard.tsx'

const text = casesText.network

/** The picture as it was left on the table, and its table twin. */
export function NetworkTab({ file: { id, title, status, picture } }: { file: CaseFile }) {
  const { openViewInNetwork } = useSession()
  const renew = () => openViewInNetwork({ caseId: id, name: title, content: plainView(title, picture), renews: true })
  const labels = new Map(picture.nodes.map(({ key, label }) => [key, label]))
  return (
    <div className="case-network">
      <div className="case-pictures">
        <Card title={text.title} {...(picture.nodes.length > 0 && status !== 'closed' ? { aside: <Button variant="quiet" onPress={renew}>{text.renew}</Button> } : {})}>
          {picture.nodes.length === 0 ? <p className="soft">{text.none}</p> : <NetworkFigure picture={picture} label={text.label(picture.nodes.length, picture.links.length)} />}
        </Card>
        <ViewsCard caseId={id} isClosed={status === 'closed'} />
      </div>
      <Card title={text.table} isFlush isTall>
        <Table label={text.table} columns={columnsWith((link) => labels.get(link.from) ?? '', (link) => labels.get(link.to) ?? '')} rows={picture.links} rowKey={(link) => String(link.id)} />
      </Card>
    </div>
  )
}

function columnsWith(from: (link: NetworkLink) => string, to: (link: NetworkLink) => string): readonly Column<NetworkLink>[] {
  const { columns } = text
  return [
    { id: 'from', heading: columns.from, text: from, grow: 2, width: 130, compare: byText(from) },
    { id: 'relation', heading: columns.relation, text: linkWords, grow: 2, width: 130, compare: byText(linkWords) },
    { id: 'to', heading: columns.to, text: to, grow: 2, width: 130, compare: byText(to) },
    { id: 'period', heading: columns.period, text: (link) => formatPeriod(link.start, link.end), compare: byText((link) => link.start ?? '') },
    { id: 'strength', heading: columns.strength, text: (link) => linkStrengthLabel[link.strength], compare: byText((link) => linkStrengthLabel[link.strength]) },
    { id: 'source', heading: columns.source, text: (link) => `${link.source.file} ${link.source.row}`, cell: (link) => <SourceLink source={link.source} />, grow: 3, width: 230 },
  ]
}
