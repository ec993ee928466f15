import { Check, CircleSlash } from 'lucide-react'
import { useState } from 'react'
import type { ReferenceTerms } from '#shared/contract/referenceTerms.ts'
import type { ReferenceOutcome } from '#shared/model/referenceTerm.ts'
import { useCommand } from '../../lib/engine.ts'
import { useSession } from '../../lib/session.tsx'
import { Button } from '../../parts/Button.tsx'
import { Card } from '../../parts/Card.tsx'
import { ProblemNotice } from '../../parts/ProblemNotice.tsx'
import { Table } from '../../parts/Table.tsx'
import { tell } from '../../parts/toasts.tsx'
import { WritingDialog } from '../../parts/WritingDialog.tsx'
import { referenceTermsText as text } from '../../text/referenceTerms.ts'
import { referenceColumns } from './referenceColumns.ts'

/** Choosing references and saying of them whether their department stands by them. */
export function ReferencesToReview({ terms: { references } }: { terms: ReferenceTerms }) {
  const { may } = useSession()
  const [review, reviewing] = useCommand('reference.review')
  const [keys, setKeys] = useState<ReadonlySet<string>>(new Set())
  const [asked, setAsked] = useState<ReferenceOutcome | null>(null)
  const chosen = references.filter(({ recordId }) => keys.has(String(recordId)))

  async function settle(outcome: ReferenceOutcome, motive: string) {
    const reply = await review({ recordIds: chosen.map(({ recordId }) => recordId), outcome, motive })
    if (!reply.ok) return
    setKeys(new Set())
    tell(text.done(reply.value.count, outcome))
  }

  return (
    <>
      {may('reference.review') && references.length > 0 && (
        <div className="account-bar">
          <Button onPress={() => setKeys(new Set(references.map(({ recordId }) => String(recordId))))}>{text.all}</Button>
          <Button icon={Check} variant="primary" onPress={() => setAsked('confirmed')} isDisabled={chosen.length === 0}>
            {text.confirm}
          </Button>
          <Button icon={CircleSlash} onPress={() => setAsked('unconfirmed')} isDisabled={chosen.length === 0}>
            {text.cannot}
          </Button>
          <span className="account-facts">{text.chosen(chosen.length)}</span>
        </div>
      )}
      {reviewing.problem && <ProblemNotice problem={reviewing.problem} />}
      <Card isFlush isTall>
        <Table label={text.title} columns={referenceColumns} rows={references} rowKey={({ recordId }) => String(recordId)} selection={{ keys, onChange: setKeys }} empty={text.none.review} />
      </Card>
      {asked && <WritingDialog form={`references ${asked} ${chosen.map(({ recordId }) => recordId).join(' ')}`} {...text.dialog[asked]} about={text.chosen(chosen.length)} shortest={20} onDone={(motive) => void settle(asked, motive)} onClose={() => setAsked(null)} />}
    </>
  )
}
