import { Search as SearchIcon, Target, X } from 'lucide-react'
import { useState } from 'react'
import { Autocomplete } from 'react-aria-components/Autocomplete'
import { Button as AriaButton } from 'react-aria-components/Button'
import { Input } from 'react-aria-components/Input'
import { SearchField } from 'react-aria-components/SearchField'
import { EntityKind } from '#shared/model/entity.ts'
import { capitalise } from '#shared/text/format.ts'
import { entityKindPlural } from '#shared/text/terms.ts'
import { choosePurpose } from '../../lib/call.ts'
import { searchText, useSearch, type SearchState } from '../../lib/search.ts'
import { useSession } from '../../lib/session.tsx'
import { useStore } from '../../lib/store.ts'
import { Waiting } from '../../parts/Answered.tsx'
import { AreaFilter } from '../../parts/AreaFilter.tsx'
import { Button } from '../../parts/Button.tsx'
import { Card } from '../../parts/Card.tsx'
import { EmptyState } from '../../parts/EmptyState.tsx'
import { PageHeader } from '../../parts/PageHeader.tsx'
import { ProblemNotice } from '../../parts/ProblemNotice.tsx'
import { Segmented } from '../../parts/Segmented.tsx'
import { screenLabel } from '../../text/frame.ts'
import { searchText as words } from '../../text/search.ts'
import { Hits } from './Hits.tsx'
import './Search.css'

type KindChoice = EntityKind | 'all'

const kindOptions: readonly { id: KindChoice; label: string }[] = [
  { id: 'all', label: words.all },
  ...EntityKind.options.map((id) => ({ id, label: capitalise(entityKindPlural[id]) })),
]
const limit = 50

/** Zoeken: as you type, over addresses, companies and persons, everywhere or in one area, best first and saying how each was found. */
export function SearchView() {
  const typed = useStore(searchText)
  const [kind, setKind] = useState<KindChoice>('all')
  const [area, setArea] = useState('')
  const search = useSearch(typed, kind === 'all' ? [] : [kind], limit, area)
  return (
    <div className="page">
      <PageHeader title={screenLabel.search} facts={<Count search={search} />} />
      <div className="search-bar search-filters">
        <Segmented label={words.kinds} options={kindOptions} value={kind} onChange={setKind} />
        <AreaFilter value={area} onChange={setArea} isLabelHidden />
      </div>
      <Autocomplete inputValue={typed} onInputChange={(text) => searchText.set(text)}>
        <SearchField aria-label={words.field} className="search-field" autoFocus>
          <SearchIcon size={18} strokeWidth={1.75} aria-hidden />
          <Input className="search-input" placeholder={words.field} />
          <AriaButton className="button button-icon search-clear">
            <X size={16} strokeWidth={1.75} aria-hidden />
          </AriaButton>
        </SearchField>
        <Card isFlush isTall>
          <Results search={search} kind={kind} text={typed.trim()} isFiltered={kind !== 'all' || area !== ''} />
        </Card>
      </Autocomplete>
    </div>
  )
}

function Count({ search }: { search: SearchState }) {
  const hits = search.answer.value?.hits.length
  return <span role="status">{search.isAsking && !search.needsPurpose && hits !== undefined ? words.found(hits, hits === limit) : ''}</span>
}

function Results({ search, kind, text, isFiltered }: { search: SearchState; kind: KindChoice; text: string; isFiltered: boolean }) {
  const { openEntity } = useSession()
  const { answer } = search
  const choose = (
    <Button variant="primary" icon={Target} onPress={choosePurpose}>
      {words.choosePurpose}
    </Button>
  )
  if (search.lacksPersons && kind === 'person') {
    return (
      <EmptyState icon={Target} title={words.noPersons} action={choose}>
        {words.noPersonsWhy}
      </EmptyState>
    )
  }
  if (search.needsPurpose) {
    return (
      <EmptyState icon={Target} title={words.needsPurpose} action={choose}>
        {words.needsPurposeWhy}
      </EmptyState>
    )
  }
  if (!search.isAsking) {
    return (
      <EmptyState icon={SearchIcon} title={words.start}>
        {words.startWhy}
      </EmptyState>
    )
  }
  if (answer.state === 'failed') return <div className="search-waiting"><ProblemNotice problem={answer.problem} onRetry={answer.ask} /></div>
  if (answer.value === undefined) return <div className="search-waiting"><Waiting lines={6} /></div>
  if (answer.value.hits.length === 0 && answer.state === 'ready') {
    return (
      <EmptyState icon={SearchIcon} title={words.none(text)} {...(search.lacksPersons ? { action: choose } : {})}>
        {search.lacksPersons ? words.withoutPersons : isFiltered ? words.noneFiltered : words.noneWhy}
      </EmptyState>
    )
  }
  return (
    <>
      {search.lacksPersons && <p className="search-note small soft">{words.withoutPersons}</p>}
      <Hits hits={answer.value.hits} text={text} isCurrent={search.isCurrent} onOpen={openEntity} />
    </>
  )
}
