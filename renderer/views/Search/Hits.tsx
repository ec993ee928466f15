import { Header, ListBox, ListBoxItem, ListBoxSection } from 'react-aria-components/ListBox'
import type { SearchHit } from '#shared/contract/catalogue.ts'
import type { EntityKey } from '#shared/model/entity.ts'
import { entityKindLabel } from '#shared/text/terms.ts'
import { Highlight } from '../../parts/Highlight.tsx'
import { KindMark } from '../../parts/KindMark.tsx'
import { searchText } from '../../text/search.ts'

const tiers = ['exact', 'normalised', 'fuzzy'] as const

interface HitsProps {
  hits: readonly SearchHit[]
  /** what was searched for, to mark */
  text: string
  /** false while hits for what was typed since are on their way: these stay in sight, and cannot be opened */
  isCurrent: boolean
  onOpen: (key: EntityKey) => void
}

/** Hits under the way in which they were found. Arrow keys in the search field move through them. */
export function Hits({ hits, text, isCurrent, onOpen }: HitsProps) {
  const groups = tiers.map((tier) => ({ tier, hits: hits.filter((hit) => hit.tier === tier) })).filter((group) => group.hits.length > 0)
  return (
    <ListBox
      className="search-hits"
      aria-label={searchText.results}
      data-stale={isCurrent ? undefined : true}
      onAction={(key) => isCurrent && onOpen(String(key))}
      selectionMode="none"
      dependencies={[isCurrent]}
    >
      {groups.map((group) => (
        <ListBoxSection key={group.tier} id={group.tier}>
          <Header className="search-tier">{searchText.tiers[group.tier]}</Header>
          {group.hits.map((hit) => (
            <ListBoxItem key={hit.key} id={hit.key} textValue={`${hit.title}, ${hit.subtitle}`} className="search-hit">
              <KindMark kind={hit.kind} />
              <span className="search-title ellipsis">
                <Highlight text={hit.title} search={text} />
              </span>
              <span className="search-subtitle ellipsis">
                <Highlight text={hit.subtitle} search={text} />
              </span>
              <span className="search-kind">{entityKindLabel[hit.kind]}</span>
            </ListBoxItem>
          ))}
        </ListBoxSection>
      ))}
    </ListBox>
  )
}
