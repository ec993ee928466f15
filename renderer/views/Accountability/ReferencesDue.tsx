import type { ReferenceTerms } from '#shared/contract/referenceTerms.ts'
import { useCommand } from '../../lib/engine.ts'
import { useSession } from '../../lib/session.tsx'
import { Card } from '../../parts/Card.tsx'
import { Destroying } from '../../parts/Destroying.tsx'
import { Table } from '../../parts/Table.tsx'
import { referencesDestroyingText as words, referenceTermsText as text } from '../../text/referenceTerms.ts'
import { referenceColumns } from './referenceColumns.ts'

/** What nobody confirmed in time, per department asked for and decided on together. @param department '' for all */
export function ReferencesDue({ terms, department }: { terms: ReferenceTerms; department: string }) {
  const waiting = terms.asked.map((one) => one.department)
  const names = [...new Set([...terms.departments.filter(({ due }) => due > 0).map((one) => one.department), ...waiting])].filter((name) => department === '' || name === department)
  return (
    <div className="account-columns">
      <div className="dialog-stack">
        {names.length === 0 && <p className="soft">{text.noneDue}</p>}
        {names.map((name) => (
          <DepartmentDue key={name} department={name} terms={terms} />
        ))}
      </div>
      <Card isFlush isTall>
        <Table label={text.title} columns={referenceColumns} rows={terms.references} rowKey={({ recordId }) => String(recordId)} empty={text.none.due} />
      </Card>
    </div>
  )
}

function DepartmentDue({ department, terms }: { department: string; terms: ReferenceTerms }) {
  const { may } = useSession()
  const [ask, asking] = useCommand('reference.askDestruction')
  const [decide, deciding] = useCommand('reference.decideDestruction')
  const asked = terms.asked.find((one) => one.department === department)

  return (
    <Card title={text.perDepartment(department, terms.departments.find((one) => one.department === department)?.due ?? 0)}>
      <div className="dialog-stack">
        {asked && <p className="small soft">{text.waiting(asked.count)}</p>}
        <Destroying
          about={`references ${department}`}
          words={words}
          asked={asked}
          mayDecide={may('reference.decideDestruction')}
          problem={asking.problem ?? deciding.problem}
          onAsk={(motive) => void ask({ department, motive })}
          decide={decide}
        />
      </div>
    </Card>
  )
}
