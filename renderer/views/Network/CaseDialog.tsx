import { useState } from 'react'
import { Phenomenon } from '#shared/model/score.ts'
import { phenomenonLabel } from '#shared/text/terms.ts'
import { useDraft } from '../../lib/drafts.ts'
import { useFormCommand } from '../../lib/formCommand.ts'
import { useSession } from '../../lib/session.tsx'
import { FormDialog } from '../../parts/FormDialog.tsx'
import { Select } from '../../parts/Select.tsx'
import { TextField } from '../../parts/TextField.tsx'
import { tell } from '../../parts/toasts.tsx'
import { networkText } from '../../text/network.ts'
import type { Drawing } from './drawing.ts'
import type { Selection } from './selection.ts'
import { partOfPicture } from './visible.ts'

const text = networkText.case
const phenomena = Phenomenon.options.map((id) => ({ id, label: phenomenonLabel[id] }))
const SHORTEST_TITLE = 3

const blank: { phenomenon: Phenomenon | null; occasion: string; goal: string } = { phenomenon: null, occasion: '', goal: '' }
const scopes = ['all', 'chosen'] as const

/** Makes a case that begins with the picture as it is shown, or with what is chosen in it, and goes there. */
export function CaseDialog({ drawing, selection, onClose }: { drawing: Drawing; selection: Selection; onClose: () => void }) {
  const { go } = useSession()
  const chosen = partOfPicture(drawing, selection)
  const [scope, setScope] = useState<(typeof scopes)[number]>(chosen.nodes.length > 1 ? 'chosen' : 'all')
  const draft = useDraft('network case', { ...blank, title: drawing.title })
  const { title, phenomenon, occasion, goal } = draft.typed
  const { run, isAsked, isRunning, problem } = useFormCommand('case.create', draft)
  const isTitled = title.trim().length >= SHORTEST_TITLE

  function make() {
    const picture = scope === 'chosen' ? chosen : partOfPicture(drawing, null)
    run(isTitled && phenomenon !== null ? { title, phenomenon, occasion, goal, picture } : null, ({ id, number }) => {
      onClose()
      go({ screen: 'cases', subject: String(id) })
      tell(text.made(number))
    })
  }

  return (
    <FormDialog title={text.dialog} done={text.create} onDo={make} onClose={onClose} draft={draft} isDisabled={isRunning} problem={problem}>
      <p className="soft">{text.why}</p>
      <TextField label={text.title} value={title} onChange={(typed) => draft.change({ title: typed })} maxLength={120} autoFocus isProposed={title === drawing.title} error={isAsked && !isTitled ? text.titleError : undefined} />
      <Select label={text.scope} options={scopes.map((id) => ({ id, label: text.scopes[id](chosen.nodes.length) }))} value={scope} onChange={setScope} isDisabled={chosen.nodes.length === 0} />
      <Select label={text.phenomenon} options={phenomena} value={phenomenon} onChange={(one) => draft.change({ phenomenon: one })} error={isAsked && phenomenon === null ? text.phenomenonError : undefined} />
      <TextField label={text.occasion} value={occasion} onChange={(typed) => draft.change({ occasion: typed })} rows={3} maxLength={4000} />
      <TextField label={text.goal} value={goal} onChange={(typed) => draft.change({ goal: typed })} rows={2} maxLength={4000} />
    </FormDialog>
  )
}
