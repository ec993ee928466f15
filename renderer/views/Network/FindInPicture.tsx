import { X } from 'lucide-react'
import { useState, type KeyboardEvent } from 'react'
import { Button } from '../../parts/Button.tsx'
import { IconButton } from '../../parts/IconButton.tsx'
import { TextField } from '../../parts/TextField.tsx'
import { networkText } from '../../text/network.ts'
import { partsText } from '../../text/parts.ts'
import { act, select } from './networkStore.ts'
import type { Visible } from './visible.ts'

/** Before the first of what was found. */
const BEFORE = -1

/** Finds nodes that are on the table; Enter goes from one to the next. */
export function FindInPicture({ visible, onFind, onClose }: { visible: Visible; onFind: (key: string) => void; onClose: () => void }) {
  const [text, setText] = useState('')
  const [at, setAt] = useState(BEFORE)
  const words = text.trim().toLowerCase()
  const found = words === '' ? [] : visible.nodes.filter(({ label, detail }) => `${label} ${detail}`.toLowerCase().includes(words))

  function goToNext() {
    const next = (at + 1) % found.length
    const node = found[next]
    if (!node) return
    setAt(next)
    select(new Set([node.key]))
    onFind(node.key)
  }

  function press(event: KeyboardEvent) {
    if (event.key === 'Escape') onClose()
    if (event.key === 'Enter') goToNext()
  }

  return (
    <div role="search" className="network-find">
      <TextField
        label={networkText.find.label}
        isLabelHidden
        placeholder={networkText.find.label}
        value={text}
        onChange={(typed) => {
          setText(typed)
          setAt(BEFORE)
        }}
        onKeyDown={press}
        autoFocus
      />
      <span className="small soft nowrap network-found" role="status">
        {words === '' ? '' : networkText.find.place(at + 1, found.length)}
      </span>
      <Button variant="quiet" isDisabled={found.length === 0} onPress={() => showOnly(visible, found)}>
        {networkText.find.only}
      </Button>
      <IconButton label={partsText.close} icon={X} onPress={onClose} />
    </div>
  )
}

/** Hides what was not found; one step back brings it back. */
function showOnly(visible: Visible, found: Visible['nodes']): void {
  const keys = new Set(found.map(({ key }) => key))
  act({ type: 'hide', keys: visible.nodes.map(({ key }) => key).filter((key) => !keys.has(key)) })
  select(keys)
}
