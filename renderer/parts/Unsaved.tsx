import { useState } from 'react'
import type { Unsaved } from '../lib/drafts.ts'
import { partsText } from '../text/parts.ts'
import { TextLink } from './TextLink.tsx'
import './Unsaved.css'

const text = partsText.draft

/** Beside the button of a form: that it is not saved yet, with the way to throw it away. */
export function UnsavedMark({ draft }: { draft: Unsaved }) {
  return (
    <span className="unsaved">
      <ThrowAway draft={draft} words={text.unsaved} />
    </span>
  )
}

/** At the head of a form that is opened again: that what stands in it was typed before. */
export function TypedBefore({ draft }: { draft: Unsaved }) {
  const [wasThere] = useState(draft.isChanged)
  if (!wasThere) return null
  return (
    <p className="notice unsaved">
      <ThrowAway draft={draft} words={text.before} />
    </p>
  )
}

/** What was thrown away can be had back as long as the form stands there. */
function ThrowAway({ draft, words }: { draft: Unsaved; words: string }) {
  const [putBack, setPutBack] = useState<() => void>()
  if (!draft.isChanged && putBack === undefined) return null
  const throwAway = () => setPutBack(() => draft.discard())
  const undo = () => {
    putBack?.()
    setPutBack(undefined)
  }
  return (
    <>
      <span className="small">{draft.isChanged ? words : text.thrown}</span>
      <TextLink onPress={draft.isChanged ? throwAway : undo}>{draft.isChanged ? text.throwAway : partsText.undo}</TextLink>
    </>
  )
}
