import { useState } from 'react'
import type { ReferenceTerms } from '#shared/contract/referenceTerms.ts'
import type { ReferenceTermShown } from '#shared/model/referenceTerm.ts'
import { useAnswer } from '../../lib/engine.ts'
import { Answered } from '../../parts/Answered.tsx'
import { Segmented } from '../../parts/Segmented.tsx'
import { Select } from '../../parts/Select.tsx'
import { referenceTermsText as text } from '../../text/referenceTerms.ts'
import { ReferencesDue } from './ReferencesDue.tsx'
import { ReferencesToReview } from './ReferencesToReview.tsx'

const limit = 1000
const every = 'every'

/** References in no case that nobody confirmed for a while: those to be reviewed, and those to be destroyed. */
export function ReferencesTab() {
  const [shown, setShown] = useState<ReferenceTermShown>('review')
  const [department, setDepartment] = useState('')
  const answer = useAnswer('reference.terms', { shown, department, limit })
  return (
    <Answered answer={answer}>
      {(terms) => (
        <>
          <div className="account-bar">
            <Segmented label={text.show} options={shownOptions(terms)} value={shown} onChange={setShown} />
            <Select label={text.department} isLabelHidden options={departmentsOf(terms, department)} value={department === '' ? every : department} onChange={(id) => setDepartment(id === every ? '' : id)} />
          </div>
          <p className="soft">{text.why(terms.months)}</p>
          {terms.references.length < terms.total && <p className="soft">{text.more(terms.references.length, terms.total)}</p>}
          {terms.shown === 'review' ? <ReferencesToReview terms={terms} /> : <ReferencesDue terms={terms} department={department} />}
        </>
      )}
    </Answered>
  )
}

function shownOptions({ departments }: ReferenceTerms): { id: ReferenceTermShown; label: string }[] {
  const sum = (of: 'toReview' | 'due') => departments.reduce((all, one) => all + one[of], 0)
  return [
    { id: 'review', label: text.shown.review(sum('toReview')) },
    { id: 'due', label: text.shown.due(sum('due')) },
  ]
}

/** The chosen one stays in the list when nothing of it is left. */
function departmentsOf({ departments }: ReferenceTerms, chosen: string): { id: string; label: string }[] {
  const names = new Set([...departments.map(({ department }) => department), ...(chosen === '' ? [] : [chosen])])
  return [{ id: every, label: text.every }, ...[...names].map((name) => ({ id: name, label: name }))]
}
