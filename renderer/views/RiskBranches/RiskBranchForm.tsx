import type { RiskBranch } from '#shared/model/indicator.ts'
import { Phenomenon } from '#shared/model/score.ts'
import { phenomenonLabel } from '#shared/text/terms.ts'
import { useDraft } from '../../lib/drafts.ts'
import { useFormCommand } from '../../lib/formCommand.ts'
import { Checkbox } from '../../parts/Checkbox.tsx'
import { DialogFoot } from '../../parts/DialogFoot.tsx'
import { ProblemNotice } from '../../parts/ProblemNotice.tsx'
import { TextField } from '../../parts/TextField.tsx'
import { tell } from '../../parts/toasts.tsx'
import { TypedBefore } from '../../parts/Unsaved.tsx'
import { riskBranchesText } from '../../text/riskBranches.ts'
import { LEAST_MOTIVE } from '../Scores/DecideForm.tsx'
import { codesIn, entryOf, sbiVersions, typedOf, type Typed } from './riskEntry.ts'

const text = riskBranchesText.form

/** What somebody wants of the list. */
export type Wanted = { kind: 'add' } | { kind: 'change' | 'remove'; entry: RiskBranch }

/** A change of the list with its motive, handed to a second person. */
export function RiskBranchForm({ wanted, onDone, onClose }: { wanted: Wanted; onDone: () => void; onClose: () => void }) {
  const draft = useDraft(['risk branch', wanted.kind, ...(wanted.kind === 'add' ? [] : [wanted.entry.label])].join(' '), { entry: typedOf(wanted.kind === 'add' ? null : wanted.entry), motive: '' })
  const { entry: typed, motive } = draft.typed
  const { run, isAsked, isRunning, problem } = useFormCommand('branch.proposeRisk', draft)
  const isShort = motive.trim().length < LEAST_MOTIVE
  const isRemoval = wanted.kind === 'remove'

  function send() {
    const entry = isRemoval ? null : entryOf(typed)
    const isFit = !isShort && (isRemoval || entry !== null)
    run(isFit ? { label: entry?.label ?? typed.label, entry, motive: motive.trim() } : null, () => {
      tell(text.sent)
      onDone()
    })
  }

  return (
    <div className="dialog-stack">
      <h3>{wanted.kind === 'remove' ? text.titles.remove(wanted.entry.label) : text.titles[wanted.kind]}</h3>
      <p className="soft">{text.why}</p>
      <TypedBefore draft={draft} />
      {!isRemoval && <Fields typed={typed} isNew={wanted.kind === 'add'} isAsked={isAsked} onChange={(part) => draft.change({ entry: { ...typed, ...part } })} />}
      <TextField label={text.motive} value={motive} onChange={(next) => draft.change({ motive: next })} rows={3} maxLength={2000} error={isAsked && isShort ? text.tooShort : undefined} />
      {problem && <ProblemNotice problem={problem} />}
      <div className="what-if-actions">
        <DialogFoot label={text.send} onDo={send} onCancel={onClose} draft={draft} isDisabled={isRunning} />
      </div>
    </div>
  )
}

/** The branch itself; its name is what it stands on the list by, and stays. */
function Fields({ typed, isNew, isAsked, onChange }: { typed: Typed; isNew: boolean; isAsked: boolean; onChange: (part: Partial<Typed>) => void }) {
  const missing = (value: string) => (isAsked && value.trim() === '' ? text.missing : undefined)
  const hasCodes = sbiVersions.some((version) => (typed.codes[version] ?? '').trim() !== '')
  return (
    <>
      {isNew && <TextField label={text.label} value={typed.label} onChange={(label) => onChange({ label })} maxLength={80} error={missing(typed.label)} autoFocus />}
      <div className="risk-codes">
        {sbiVersions.map((version) => (
          <TextField
            key={version}
            label={text.codes(version)}
            value={typed.codes[version] ?? ''}
            onChange={(words) => onChange({ codes: { ...typed.codes, [version]: words } })}
            maxLength={120}
            error={codesIn(typed.codes[version] ?? '') === null ? text.unread : isAsked && !hasCodes ? text.missing : undefined}
          />
        ))}
      </div>
      <p className="small soft">{text.codesHint}</p>
      <fieldset className="risk-phenomena">
        <legend className="field-label">{text.phenomena}</legend>
        {Phenomenon.options.map((one) => (
          <Checkbox
            key={one}
            isSelected={typed.phenomena.includes(one)}
            onChange={(isOn) => onChange({ phenomena: Phenomenon.options.filter((each) => (each === one ? isOn : typed.phenomena.includes(each))) })}
          >
            {phenomenonLabel[one]}
          </Checkbox>
        ))}
      </fieldset>
      {isAsked && typed.phenomena.length === 0 && <p className="field-error">{text.noPhenomenon}</p>}
      <TextField label={text.entryMotive} value={typed.motive} onChange={(motive) => onChange({ motive })} rows={2} maxLength={1000} error={missing(typed.motive)} />
      <TextField label={text.source} value={typed.source} onChange={(source) => onChange({ source })} maxLength={300} error={missing(typed.source)} />
    </>
  )
}
