import { Lock, Search, Target, type LucideIcon } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { Autocomplete } from 'react-aria-components/Autocomplete'
import { Dialog } from 'react-aria-components/Dialog'
import { Input } from 'react-aria-components/Input'
import { Header, ListBox, ListBoxItem, ListBoxSection } from 'react-aria-components/ListBox'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { TextField } from 'react-aria-components/TextField'
import { entityKindLabel, searchTierLabel } from '#shared/text/terms.ts'
import { choosePurpose } from '../lib/call.ts'
import { useEnter, type Choice } from '../lib/enter.ts'
import { searchText, useSearch } from '../lib/search.ts'
import { useSession } from '../lib/session.tsx'
import { KeyHint } from '../parts/KeyHint.tsx'
import { KindMark } from '../parts/KindMark.tsx'
import { isOpenTo, railGroups, screens } from '../screens.ts'
import { frameText, screenLabel } from '../text/frame.ts'
import { searchText as searchWords } from '../text/search.ts'
import './Palette.css'

interface Entry extends Choice {
  label: string
  detail?: string
  keys?: string
  mark: ReactNode
}

interface Group {
  title: string
  entries: readonly Entry[]
}

const text = frameText.palette
const hitsShown = 8
/** letters from which on what is typed may be the name of a screen */
const NAME = 4

/** Ctrl+K: finds anything and goes anywhere. */
export function Palette({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  return (
    <ModalOverlay className="scrim" isOpen={isOpen} onOpenChange={(open) => !open && onClose()} isDismissable>
      <Modal className="dialog-frame palette">
        <Dialog className="dialog" aria-label={text.title}>
          <Finder onClose={onClose} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

function Finder({ onClose }: { onClose: () => void }) {
  const [typed, setTyped] = useState('')
  const { groups, isPending, isFirstPending, lacksPersons } = useEntries(typed)
  const run = (choice: Choice) => {
    onClose()
    choice.run()
  }
  const enter = useEnter({ typed, choices: groups.flatMap((group) => group.entries), isPending, isFirstPending, run })
  const type = (next: string) => {
    setTyped(next)
    enter.forget()
  }
  return (
    <Autocomplete inputValue={typed} onInputChange={type}>
      <TextField aria-label={text.placeholder} className="palette-field" autoFocus>
        <Search size={18} strokeWidth={1.75} aria-hidden />
        <Input className="palette-input" placeholder={text.placeholder} onKeyDownCapture={enter.onKey} />
      </TextField>
      <ListBox className="palette-list" aria-label={text.title} onAction={(id) => enter.open(String(id))} selectionMode="none">
        {groups.map((group) => (
          <ListBoxSection key={group.title} id={group.title}>
            <Header className="palette-heading">{group.title}</Header>
            {group.entries.map((entry) => (
              <EntryItem key={entry.id} {...entry} isFirst={entry.id === enter.firstId} />
            ))}
          </ListBoxSection>
        ))}
      </ListBox>
      <p className="palette-foot" role="status">
        {enter.isWaiting ? text.waiting : lacksPersons ? searchWords.withoutPersons : text.foot}
      </p>
    </Autocomplete>
  )
}

function EntryItem({ id, label, detail, keys, mark, isFirst }: Entry & { isFirst: boolean }) {
  return (
    <ListBoxItem id={id} textValue={label} className={isFirst ? 'option palette-option palette-first' : 'option palette-option'}>
      {mark}
      <span className="palette-label ellipsis">{label}</span>
      {detail !== undefined && <span className="palette-detail">{detail}</span>}
      {keys !== undefined && <KeyHint keys={keys} />}
    </ListBoxItem>
  )
}

function iconMark(Icon: LucideIcon): ReactNode {
  return <Icon size={16} strokeWidth={1.75} aria-hidden />
}

/** What the list shows, and whether it is complete; see `useEnter`. */
interface Entries {
  groups: readonly Group[]
  isPending: boolean
  isFirstPending: boolean
  lacksPersons: boolean
}

/** Hits first, then the screens and deeds whose name fits what was typed. */
function useEntries(typed: string): Entries {
  const session = useSession()
  const { answer, isAsking, needsPurpose, lacksPersons, isPending: isSought } = useSearch(typed, [], hitsShown)
  const words = typed.trim().toLowerCase()
  const fits = (entry: Entry) => words === '' || entry.label.toLowerCase().includes(words)
  const maySearch = session.may('search.suggest')
  const isPending = maySearch && isSought

  const hits = (isAsking && maySearch && answer.state !== 'failed' ? (answer.value?.hits ?? []) : []).map<Entry>((hit) => ({
    id: hit.key,
    label: hit.title,
    detail: `${hit.subtitle} · ${entityKindLabel[hit.kind]}${hit.tier === 'exact' ? '' : ` · ${searchTierLabel[hit.tier]}`}`,
    mark: <KindMark kind={hit.kind} />,
    isStale: isPending,
    isUnsure: hit.tier === 'fuzzy',
    run: () => session.openEntity(hit.key),
  }))
  const searchAll: Entry = {
    id: 'search-all',
    label: text.all(typed.trim()),
    mark: iconMark(Search),
    run: () => {
      searchText.set(typed.trim())
      session.go({ screen: 'search', subject: '' })
    },
  }
  const purpose: Entry = { id: 'purpose', label: needsPurpose ? text.needsPurpose : frameText.purpose.change, mark: iconMark(Target), keys: 'Ctrl D', run: choosePurpose }
  const results = !isAsking || !maySearch ? [] : needsPurpose ? [purpose] : [...hits, searchAll]
  const places = railGroups.flat().flatMap<Entry>((name) => {
    const screen = screens[name]
    return screen && isOpenTo(screen, session.may) ? [{ id: name, label: screenLabel[name], mark: iconMark(screen.icon), run: () => session.go({ screen: name, subject: '' }) }] : []
  })
  const deeds: Entry[] = [
    ...(isAsking && needsPurpose ? [] : [purpose]),
    { id: 'lock', label: frameText.keys.lock, mark: iconMark(Lock), keys: 'Ctrl L', run: session.lock },
  ]
  const found = { title: text.results, entries: results }
  const named = { title: text.screens, entries: places.filter(fits) }
  // who types the name of a screen means to go there
  const isName = words.length >= NAME && places.some(({ label }) => label.toLowerCase().startsWith(words))
  const groups = [...(isName ? [named, found] : [found, named]), { title: text.actions, entries: deeds.filter(fits) }]
  const shown = groups.filter((group) => group.entries.length > 0)
  return { groups: shown, isPending, isFirstPending: isPending && !isName, lacksPersons: lacksPersons && isAsking && maySearch }
}
