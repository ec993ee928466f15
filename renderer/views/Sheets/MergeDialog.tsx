import { useState } from 'react'
import type { EntitySheet } from '#shared/contract/catalogue.ts'
import type { Problem } from '#shared/contract/problem.ts'
import type { Party } from '#shared/contract/review.ts'
import type { EntityKey } from '#shared/model/entity.ts'
import { startCall } from '../../lib/call.ts'
import { useSearch } from '../../lib/search.ts'
import { useSession } from '../../lib/session.tsx'
import { Button } from '../../parts/Button.tsx'
import { Dialog } from '../../parts/Dialog.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { ProblemNotice } from '../../parts/ProblemNotice.tsx'
import { TextField } from '../../parts/TextField.tsx'
import { reviewText } from '../../text/review.ts'
import { searchText } from '../../text/search.ts'
import { subjectOf } from '../Review/subject.ts'

const text = reviewText.sheet
const hitsShown = 8

/** Finds the other entity and lays both beside each other; nothing changes before somebody decides there. */
export function MergeDialog({ party, sheet, onClose }: { party: Party; sheet: EntitySheet; onClose: () => void }) {
  const { go } = useSession()
  const [typed, setTyped] = useState('')
  const [problem, setProblem] = useState<Problem | null>(null)
  const { answer, isAsking, lacksPersons } = useSearch(typed, [party], hitsShown)
  const hits = isAsking ? (answer.value?.hits ?? []).filter(({ key }) => key !== sheet.key) : []
  const choose = async (key: EntityKey): Promise<void> => {
    const reply = await startCall(party === 'person' ? 'person.get' : 'company.get', { key }).reply
    if (!reply.ok) return setProblem(reply.problem)
    const [left, right] = [sheet.records[0]?.recordId, reply.value.records[0]?.recordId]
    if (left === undefined || right === undefined) return
    onClose()
    go({ screen: 'review', subject: subjectOf(party, { left, right }) })
  }
  return (
    <Dialog title={text.mergeTitle} isOpen onClose={onClose}>
      <p className="soft">{text.mergeWhy}</p>
      {lacksPersons && <Notice>{searchText.noPersonsWhy}</Notice>}
      <TextField label={text.mergeField} value={typed} onChange={setTyped} autoFocus />
      {problem && <ProblemNotice problem={problem} />}
      {answer.state === 'failed' && <ProblemNotice problem={answer.problem} onRetry={answer.ask} />}
      <ul className="sheet-near" aria-label={text.mergeHits}>
        {hits.map((hit) => (
          <li key={hit.key}>
            <span>
              {hit.title} <span className="small soft">{hit.subtitle}</span>
            </span>
            <Button onPress={() => void choose(hit.key)}>{text.compare}</Button>
          </li>
        ))}
      </ul>
      {isAsking && answer.state === 'ready' && hits.length === 0 && <p className="soft">{text.mergeNone}</p>}
    </Dialog>
  )
}
