import { useState } from 'react'
import type { CaseSummary } from '#shared/contract/dossier.ts'
import { startCall } from '../../lib/call.ts'
import { useAnswer, useCommand } from '../../lib/engine.ts'
import { useFormCommand } from '../../lib/formCommand.ts'
import { useStore } from '../../lib/store.ts'
import { Answered } from '../../parts/Answered.tsx'
import { Checkbox } from '../../parts/Checkbox.tsx'
import { FormDialog } from '../../parts/FormDialog.tsx'
import { Select } from '../../parts/Select.tsx'
import { TextField } from '../../parts/TextField.tsx'
import { tell } from '../../parts/toasts.tsx'
import { viewsText as text } from '../../text/networkViews.ts'
import type { Drawing } from './drawing.ts'
import { viewHome } from './networkStore.ts'
import { contentOf } from './savedView.ts'
import { pictureOf } from './visible.ts'

const LONGEST_NAME = 80

/** Keeps what lies on the table with a case, under a name; the same name again is a next version. */
export function SaveViewDialog({ drawing, onClose }: { drawing: Drawing; onClose: () => void }) {
  const cases = useAnswer('case.list', {})
  return <Answered answer={cases}>{(list) => <SaveForm cases={list.filter(({ status }) => status !== 'closed')} drawing={drawing} onClose={onClose} />}</Answered>
}

function SaveForm({ cases, drawing, onClose }: { cases: readonly CaseSummary[]; drawing: Drawing; onClose: () => void }) {
  const home = useStore(viewHome)
  const { run, isAsked, isRunning, problem } = useFormCommand('view.save', null)
  const [savePicture] = useCommand('case.savePicture')
  const [caseId, setCase] = useState<string | null>(home === null ? null : String(home.caseId))
  const [name, setName] = useState((home?.name ?? drawing.title).slice(0, LONGEST_NAME))
  const [isCasePicture, setCasePicture] = useState(home?.isPicture ?? false)
  const known = useAnswer('view.list', { caseId: Number(caseId) }, { enabled: caseId !== null })
  const newest = known.value?.find((view) => view.name === name.trim())?.versions[0]?.version

  function save() {
    const id = Number(caseId)
    run(caseId === null || name.trim() === '' ? null : { caseId: id, name, content: contentOf(drawing) }, ({ version }) => {
      viewHome.set({ caseId: id, name: name.trim(), isPicture: isCasePicture })
      onClose()
      tell(text.saved(name.trim(), version))
      if (isCasePicture) void replacePicture(id)
    })
  }

  /** The picture the case had stays at hand for as long as the message stands. */
  async function replacePicture(id: number) {
    const before = await startCall('case.get', { id }).reply
    const done = before.ok && (await savePicture({ id, picture: pictureOf(drawing) }))
    if (before.ok && done !== false && done.ok) tell(text.replaced(before.value.number), async () => (await savePicture({ id, picture: before.value.picture })).ok)
    else tell(text.notReplaced)
  }

  return (
    <FormDialog title={text.dialog} done={text.done} onDo={save} onClose={onClose} isDisabled={cases.length === 0 || isRunning} problem={problem}>
      <p className="soft">{cases.length === 0 ? text.noCases : text.why}</p>
      <Select label={text.case} options={cases.map(({ id, number, title }) => ({ id: String(id), label: `${number} ${title}` }))} value={caseId} onChange={setCase} error={isAsked && caseId === null ? text.caseError : undefined} isDisabled={cases.length === 0} />
      <TextField label={text.name} value={name} onChange={setName} maxLength={LONGEST_NAME} error={isAsked && name.trim() === '' ? text.nameError : undefined} />
      <Checkbox isSelected={isCasePicture} onChange={setCasePicture} description={text.casePictureWhy}>
        {text.casePicture}
      </Checkbox>
      {newest !== undefined && <p role="status" className="small">{text.next(newest + 1)}</p>}
    </FormDialog>
  )
}
