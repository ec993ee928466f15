import { Scale, Search as SearchIcon } from 'lucide-react'
import { useState } from 'react'
import { Autocomplete } from 'react-aria-components/Autocomplete'
import { Input } from 'react-aria-components/Input'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { SearchField } from 'react-aria-components/SearchField'
import type { SearchHit } from '#shared/contract/catalogue.ts'
import { entityKindLabel } from '#shared/text/terms.ts'
import { choosePurpose } from '../../lib/call.ts'
import { useSearch } from '../../lib/search.ts'
import { useSession } from '../../lib/session.tsx'
import { Button } from '../../parts/Button.tsx'
import { Card } from '../../parts/Card.tsx'
import { EmptyState } from '../../parts/EmptyState.tsx'
import { KindMark } from '../../parts/KindMark.tsx'
import { PageHeader } from '../../parts/PageHeader.tsx'
import { ProblemNotice } from '../../parts/ProblemNotice.tsx'
import { bibobText as text } from '../../text/bibob.ts'
import { screenLabel } from '../../text/frame.ts'
import { partsText } from '../../text/parts.ts'
import { DossiersDue } from './DossiersDue.tsx'

const hitsShown = 20

/** Finds the applicant: a company or a person. */
export function ApplicantSearch() {
  const [typed, setTyped] = useState('')
  const search = useSearch(typed, ['company', 'person'], hitsShown)
  const { answer } = search
  const { may } = useSession()
  return (
    <div className="page">
      <PageHeader title={screenLabel.bibob} />
      <Autocomplete inputValue={typed} onInputChange={setTyped}>
        <SearchField aria-label={text.field} className="bibob-field" autoFocus>
          <SearchIcon size={18} strokeWidth={1.75} aria-hidden />
          <Input className="bibob-input" placeholder={text.field} />
        </SearchField>
        <Card isFlush isTall>
          {search.needsPurpose ? (
            <Start needsPurpose />
          ) : answer.state === 'failed' ? (
            <ProblemNotice problem={answer.problem} onRetry={answer.ask} />
          ) : !search.isAsking || answer.value === undefined ? (
            <Start />
          ) : (
            <Hits hits={answer.value.hits} isCurrent={search.isCurrent} />
          )}
        </Card>
      </Autocomplete>
      <div className="bibob-due">{may('bibob.terms') && <DossiersDue isReminder />}</div>
    </div>
  )
}

function Start({ needsPurpose = false }: { needsPurpose?: boolean }) {
  const choose = (
    <Button variant="primary" onPress={choosePurpose}>
      {partsText.choosePurpose}
    </Button>
  )
  return (
    <EmptyState icon={Scale} title={text.start} {...(needsPurpose ? { action: choose } : {})}>
      {text.startWhy}
    </EmptyState>
  )
}

function Hits({ hits, isCurrent }: { hits: readonly SearchHit[]; isCurrent: boolean }) {
  const { go } = useSession()
  return (
    <ListBox className="bibob-hits" aria-label={text.results} selectionMode="none" onAction={(key) => isCurrent && go({ screen: 'bibob', subject: String(key) })} renderEmptyState={() => <p className="bibob-none">{partsText.nothingFound}</p>}>
      {hits.map((hit) => (
        <ListBoxItem key={hit.key} id={hit.key} textValue={`${hit.title}, ${hit.subtitle}`} className="bibob-hit">
          <KindMark kind={hit.kind} />
          <span className="ellipsis">{hit.title}</span>
          <span className="soft ellipsis">{hit.subtitle}</span>
          <span className="small faint">{entityKindLabel[hit.kind]}</span>
        </ListBoxItem>
      ))}
    </ListBox>
  )
}
