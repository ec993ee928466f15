import { Search } from 'lucide-react'
import { useState } from 'react'
import { Autocomplete } from 'react-aria-components/Autocomplete'
import { Input } from 'react-aria-components/Input'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { TextField } from 'react-aria-components/TextField'
import { entityKindLabel, searchTierLabel } from '#shared/text/terms.ts'
import type { EntityKey } from '#shared/model/entity.ts'
import { useEnter } from '../../lib/enter.ts'
import { useSearch } from '../../lib/search.ts'
import { KindMark } from '../../parts/KindMark.tsx'
import { ProblemNotice } from '../../parts/ProblemNotice.tsx'
import { networkText } from '../../text/network.ts'
import { searchText } from '../../text/search.ts'

const LIMIT = 12

interface EntityFinderProps {
  onChoose: (key: EntityKey) => void
  shown: ReadonlyMap<EntityKey, unknown>
  autoFocus?: boolean
}

/** Finds an address, company or person in the vault and hands over which was chosen. */
export function EntityFinder({ onChoose, shown, autoFocus = true }: EntityFinderProps) {
  const [text, setText] = useState('')
  const { answer, isAsking, needsPurpose, lacksPersons, isPending } = useSearch(text, [], LIMIT)
  const hits = isAsking && !needsPurpose && answer.state !== 'failed' ? (answer.value?.hits ?? []) : []
  const choices = hits.map(({ key, tier }) => ({ id: key, isStale: isPending, isUnsure: tier === 'fuzzy', run: () => onChoose(key) }))
  const enter = useEnter({ typed: text, choices, isPending, isFirstPending: isPending, run: (choice) => choice.run() })
  const type = (next: string) => {
    setText(next)
    enter.forget()
  }
  return (
    <div className="finder">
      <Autocomplete inputValue={text} onInputChange={type}>
        <TextField aria-label={networkText.start.field} className="finder-field" autoFocus={autoFocus}>
          <Search size={18} strokeWidth={1.75} aria-hidden />
          <Input className="finder-input" placeholder={networkText.start.field} onKeyDownCapture={enter.onKey} />
        </TextField>
        <ListBox
          className="finder-list"
          aria-label={networkText.start.results}
          items={hits.map((hit) => ({ ...hit, id: hit.key }))}
          onAction={(key) => enter.open(String(key))}
          selectionMode="none"
          dependencies={[shown, enter.firstId]}
        >
          {(hit) => (
            <ListBoxItem id={hit.id} textValue={hit.title} className={hit.id === enter.firstId ? 'option finder-hit finder-first' : 'option finder-hit'}>
              <KindMark kind={hit.kind} />
              <span className="option-words">
                <span>{hit.title}</span>
                <span className="option-description">{[hit.subtitle, ...(hit.tier === 'exact' ? [] : [searchTierLabel[hit.tier]])].join(' · ')}</span>
              </span>
              <span className="small soft nowrap">{shown.has(hit.key) ? networkText.start.isShown : entityKindLabel[hit.kind]}</span>
            </ListBoxItem>
          )}
        </ListBox>
      </Autocomplete>
      {enter.isWaiting && <p className="soft small" role="status">{networkText.start.waiting}</p>}
      {needsPurpose && isAsking && <p className="soft small">{networkText.start.needsPurpose}</p>}
      {answer.state === 'failed' && !needsPurpose && isAsking && <ProblemNotice problem={answer.problem} onRetry={answer.ask} />}
      {lacksPersons && isAsking && <p className="soft small">{searchText.withoutPersons}</p>}
      {answer.state === 'ready' && isAsking && hits.length === 0 && <p className="soft small">{networkText.start.none}</p>}
    </div>
  )
}
