import { Lock, Search, Target, type LucideIcon } from 'lucide-react'
import { useState } from 'react'
import { Autocomplete } from 'react-aria-components/Autocomplete'
import { Dialog } from 'react-aria-components/Dialog'
import { Input } from 'react-aria-components/Input'
import { Header, ListBox, ListBoxItem, ListBoxSection } from 'react-aria-components/ListBox'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { Text } from 'react-aria-components/Text'
import { TextField } from 'react-aria-components/TextField'
import { entityKindLabel, searchTierLabel } from '#shared/text/terms.ts'
import { choosePurpose } from '../lib/call.ts'
import { searchText, useSearch } from '../lib/search.ts'
import { useSession } from '../lib/session.tsx'
import { KeyHint } from '../parts/KeyHint.tsx'
import { railGroups, screens } from '../screens.ts'
import { frameText, screenLabel } from '../text/frame.ts'
import './Palette.css'

interface Entry {
  id: string
  label: string
  detail?: string
  keys?: string
  icon: LucideIcon
  run: () => void
}

interface Group {
  title: string
  entries: readonly Entry[]
}

const text = frameText.palette
const hitsShown = 8

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
  const groups = useEntries(typed)
  const run = (id: string) => {
    const entry = groups.flatMap((group) => group.entries).find((each) => each.id === id)
    onClose()
    entry?.run()
  }
  return (
    <Autocomplete inputValue={typed} onInputChange={setTyped}>
      <TextField aria-label={text.placeholder} className="palette-field" autoFocus>
        <Search size={18} strokeWidth={1.75} aria-hidden />
        <Input className="palette-input" placeholder={text.placeholder} />
      </TextField>
      <ListBox className="palette-list" aria-label={text.title} onAction={(id) => run(String(id))} selectionMode="none">
        {groups.map((group) => (
          <ListBoxSection key={group.title} id={group.title}>
            <Header className="palette-heading">{group.title}</Header>
            {group.entries.map((entry) => (
              <EntryItem key={entry.id} {...entry} />
            ))}
          </ListBoxSection>
        ))}
      </ListBox>
      <p className="palette-foot">{text.foot}</p>
    </Autocomplete>
  )
}

function EntryItem({ id, label, detail, keys, icon: Icon }: Entry) {
  return (
    <ListBoxItem id={id} textValue={label} className="option palette-option">
      <Icon size={16} strokeWidth={1.75} aria-hidden />
      <Text slot="label" className="ellipsis">
        {label}
      </Text>
      {detail !== undefined && (
        <Text slot="description" className="palette-detail">
          {detail}
        </Text>
      )}
      {keys !== undefined && <KeyHint keys={keys} />}
    </ListBoxItem>
  )
}

/** Hits first, then the screens and deeds whose name fits what was typed. */
function useEntries(typed: string): readonly Group[] {
  const session = useSession()
  const { answer, isAsking, needsPurpose } = useSearch(typed, [], hitsShown)
  const words = typed.trim().toLowerCase()
  const fits = (entry: Entry) => words === '' || entry.label.toLowerCase().includes(words)
  const maySearch = session.may('search.suggest')

  const hits = (isAsking && maySearch ? (answer.value?.hits ?? []) : []).map<Entry>((hit) => ({
    id: hit.key,
    label: hit.title,
    detail: `${hit.subtitle} · ${entityKindLabel[hit.kind]}${hit.tier === 'exact' ? '' : ` · ${searchTierLabel[hit.tier]}`}`,
    icon: screens[hit.kind]?.icon ?? Search,
    run: () => session.openEntity(hit.key),
  }))
  const searchAll: Entry = {
    id: 'search-all',
    label: text.all(typed.trim()),
    icon: Search,
    run: () => {
      searchText.set(typed.trim())
      session.go({ screen: 'search', subject: '' })
    },
  }
  const purpose: Entry = { id: 'purpose', label: needsPurpose ? text.needsPurpose : frameText.purpose.change, icon: Target, keys: 'Ctrl D', run: choosePurpose }
  const results = !isAsking || !maySearch ? [] : needsPurpose ? [purpose] : [...hits, searchAll]
  const places = railGroups.flat().flatMap<Entry>((name) => {
    const screen = screens[name]
    return screen && session.may(screen.needs) ? [{ id: name, label: screenLabel[name], icon: screen.icon, run: () => session.go({ screen: name, subject: '' }) }] : []
  })
  const deeds: Entry[] = [
    ...(isAsking && needsPurpose ? [] : [purpose]),
    { id: 'lock', label: frameText.keys.lock, icon: Lock, keys: 'Ctrl L', run: session.lock },
  ]
  return [
    { title: text.results, entries: results },
    { title: text.screens, entries: places.filter(fits) },
    { title: text.actions, entries: deeds.filter(fits) },
  ].filter((group) => group.entries.length > 0)
}
