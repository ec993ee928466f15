import { useEffect, useEffectEvent, useState, type KeyboardEvent } from 'react'

/** Whatever stands first, as long as no arrow key chose another. */
const FIRST = Symbol('first')
const moves: ReadonlySet<string> = new Set(['ArrowDown', 'ArrowUp', 'Home', 'End', 'PageDown', 'PageUp'])

export interface Choice {
  id: string
  /** found for what stood in the field before: in sight, but not to be opened */
  isStale?: boolean
  /** only resembles what was typed: nobody opens it without having seen it */
  isUnsure?: boolean
  run: () => void
}

interface Enter {
  /** the entry that Enter opens when no arrow key was used, also of a pasted word; null when nothing was typed */
  firstId: string | null
  /** whether Enter was pressed and what is to be opened is still looked for */
  isWaiting: boolean
  onKey: (event: KeyboardEvent) => void
  /** opens an entry, once what was typed has been looked for */
  open: (id: string) => void
  /** what was typed has changed: what was chosen for the text before counts no more */
  forget: () => void
}

interface EnterOptions {
  typed: string
  choices: readonly Choice[]
  /** whether what was typed is still looked for */
  isPending: boolean
  /** whether what is found may still come to stand first */
  isFirstPending: boolean
  /** closes the list and does what the choice is for */
  run: (choice: Choice) => void
}

/** Enter in a field above a list that follows what is typed in it. It acts on what belongs to the text: pressed before that is there, it waits. */
export function useEnter({ typed, choices, isPending, isFirstPending, run }: EnterOptions): Enter {
  const [hasMoved, setMoved] = useState(false)
  const [wanted, setWanted] = useState<string | typeof FIRST | null>(null)
  const isFirst = !hasMoved && typed.trim() !== ''
  const first = choices[0]

  const isDue = wanted !== null && !isPending
  const due = wanted === FIRST ? choices.find(({ isUnsure }) => !isUnsure) : choices.find(({ id }) => id === wanted)
  // what is found later for the same text opens nothing by itself
  if (isDue && !due) setWanted(null)
  const openDue = useEffectEvent(() => {
    if (due) run(due)
  })
  useEffect(() => {
    if (isDue) openDue()
  }, [isDue])

  return {
    firstId: isFirst ? (first?.id ?? null) : null,
    isWaiting: wanted !== null && isPending,
    onKey: (event) => {
      if (moves.has(event.key)) setMoved(true)
      if (event.key !== 'Enter' || event.nativeEvent.isComposing || !isFirst) return
      // the list itself would open nothing after a text was pasted, and what stands there of an earlier one
      event.preventDefault()
      event.stopPropagation()
      if (isFirstPending) setWanted(FIRST)
      else if (first) run(first)
    },
    open: (id) => {
      const choice = choices.find((each) => each.id === id)
      if (choice?.isStale) setWanted(id)
      else if (choice) run(choice)
    },
    forget: () => {
      setMoved(false)
      setWanted(null)
    },
  }
}
