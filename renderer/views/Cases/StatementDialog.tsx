import { useState } from 'react'
import type { CaseFile, Statement } from '#shared/contract/dossier.ts'
import { useDraft } from '../../lib/drafts.ts'
import { useFormCommand } from '../../lib/formCommand.ts'
import { FormDialog } from '../../parts/FormDialog.tsx'
import { PickList } from '../../parts/PickList.tsx'
import { TextField } from '../../parts/TextField.tsx'
import { casesText } from '../../text/cases.ts'
import { partsText } from '../../text/parts.ts'
import { caseForm } from './caseForms.ts'
import { matching, sourcesOf } from './caseSources.ts'

const text = casesText.statements
const shortest = 3
const longest = 4000
const mostSources = 50
const sourcesShown = 60

/** A statement before it is made; what it was taken from is filled in already. */
export interface StatementDraft {
  type: Statement['type']
  text: string
  sources: readonly number[]
}

/** Begins a statement; null in a case that was closed. */
export type OnState = ((draft: StatementDraft) => void) | null

/** Where a human states a fact with its sources, or a hypothesis. */
export function StatementDialog({ file, first, onClose }: { file: CaseFile; first: StatementDraft; onClose: () => void }) {
  const { type } = first
  const draft = useDraft(caseForm(file.id, 'statements', type, ...first.sources.map(String), first.text), { words: first.text, sources: first.sources })
  const { words, sources } = draft.typed
  const { run, isAsked, isRunning, problem } = useFormCommand('case.addStatement', draft)
  const chosen = new Set(sources)
  const isWorded = words.trim().length >= shortest
  const isSourced = type === 'hypothesis' || chosen.size > 0
  const save = () => run(isWorded && isSourced ? { id: file.id, type, text: words, sources: [...chosen] } : null, onClose)

  return (
    <FormDialog title={text.dialog[type]} done={text.add} onDo={save} onClose={onClose} draft={draft} isDisabled={isRunning} problem={problem} width="large">
      <TextField label={text.text[type]} value={words} onChange={(typed) => draft.change({ words: typed })} rows={3} maxLength={longest} autoFocus error={isAsked && !isWorded ? text.textError : undefined} />
      <Sources file={file} type={type} chosen={chosen} onChange={(next) => draft.change({ sources: [...next] })} error={isAsked && !isSourced ? text.sourceError : undefined} />
    </FormDialog>
  )
}

interface SourcesProps {
  file: CaseFile
  type: Statement['type']
  chosen: ReadonlySet<number>
  onChange: (chosen: ReadonlySet<number>) => void
  error: string | undefined
}

/** The source rows of the case to choose from; the chosen ones stand first. */
function Sources({ file, type, chosen, onChange, error }: SourcesProps) {
  const [typed, setTyped] = useState('')
  const [first] = useState(chosen)
  const all = sourcesOf(file).toSorted((a, b) => Number(first.has(b.source.recordId)) - Number(first.has(a.source.recordId)))
  const found = matching(all, typed)
  const options = found.slice(0, sourcesShown).map(({ source, text: words }) => ({ id: `${source.recordId}`, label: words, description: partsText.source.place(source.file, source.sheet, source.row) }))
  return (
    <fieldset className="case-sources">
      <legend className="field-label">{text.sources}</legend>
      <p className="field-description">{text.sourcesHelp[type]}</p>
      <TextField label={text.findSource} isLabelHidden placeholder={text.findSource} value={typed} onChange={setTyped} />
      <PickList
        label={text.sources}
        options={options}
        chosen={new Set([...chosen].map(String))}
        onChange={(ids) => onChange(new Set([...ids].slice(0, mostSources).map(Number)))}
        empty={text.noSources}
      />
      {found.length > sourcesShown && <p className="small soft">{text.firstSources(sourcesShown, found.length)}</p>}
      <p className="small soft" role="status">
        {text.chosen(chosen.size, chosen.size === mostSources)}
      </p>
      {error !== undefined && (
        <p className="field-error" role="alert">
          {error}
        </p>
      )}
    </fieldset>
  )
}
