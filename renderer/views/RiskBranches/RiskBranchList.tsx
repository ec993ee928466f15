import { Plus } from 'lucide-react'
import type { RiskBranches } from '#shared/model/indicator.ts'
import { phenomenonLabel } from '#shared/text/terms.ts'
import { useSession } from '../../lib/session.tsx'
import { Button } from '../../parts/Button.tsx'
import { TextLink } from '../../parts/TextLink.tsx'
import { riskBranchesText as text } from '../../text/riskBranches.ts'
import type { Wanted } from './RiskBranchForm.tsx'
import '../../parts/PlainTable.css'

/** The list as it holds now; whoever may proposes a change of it. */
export function RiskBranchList({ list, onWant }: { list: RiskBranches; onWant: (wanted: Wanted) => void }) {
  const { may } = useSession()
  const mayPropose = may('branch.proposeRisk')
  const { columns } = text
  return (
    <div className="dialog-stack">
      <p className="small soft">
        {text.subtitle(list)}. {list.motive}
      </p>
      {mayPropose && (
        <div>
          <Button icon={Plus} onPress={() => onWant({ kind: 'add' })}>
            {text.add}
          </Button>
        </div>
      )}
      <table className="plain-table risk-branches" aria-label={text.title}>
        <thead>
          <tr>
            <th scope="col">{columns.label}</th>
            <th scope="col">{columns.phenomena}</th>
            <th scope="col">{columns.codes}</th>
            <th scope="col">{columns.motive}</th>
            {mayPropose && (
              <th scope="col">
                <span className="unseen">{columns.deeds}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {list.entries.map((entry) => (
            <tr key={entry.label}>
              <th scope="row">{entry.label}</th>
              <td>{entry.phenomena.map((one) => phenomenonLabel[one]).join(', ')}</td>
              <td>
                {Object.entries(entry.codes).map(([version, starts]) => (
                  <div key={version}>{text.codes(version, starts)}</div>
                ))}
              </td>
              <td>
                {entry.motive} <span className="soft">{entry.source}</span>
              </td>
              {mayPropose && (
                <td className="nowrap">
                  <TextLink label={text.changeOf(entry.label)} onPress={() => onWant({ kind: 'change', entry })}>
                    {text.change}
                  </TextLink>
                  <br />
                  <TextLink label={text.removeOf(entry.label)} onPress={() => onWant({ kind: 'remove', entry })}>
                    {text.remove}
                  </TextLink>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
