import { weighingRules, type Criterion, type MadeWeighing, type Weighing } from '#shared/model/triage.ts'
import { capitalise } from '#shared/text/format.ts'
import { criterionLabel } from '#shared/text/triage.ts'
import { useDraft } from '../../lib/drafts.ts'
import { useFormCommand } from '../../lib/formCommand.ts'
import { Checkbox } from '../../parts/Checkbox.tsx'
import { FormDialog } from '../../parts/FormDialog.tsx'
import { RadioList } from '../../parts/RadioList.tsx'
import { triageText as text } from '../../text/triage.ts'
import { isMotive, MotiveField } from './MotiveField.tsx'

const verdicts = [
  { id: 'yes', label: text.yes },
  { id: 'no', label: text.no },
] as const
type Verdict = (typeof verdicts)[number]['id'] | ''
const blank: { criteria: readonly Criterion[]; verdict: Verdict; motive: string } = { criteria: [], verdict: '', motive: '' }

interface WeighDialogProps {
  id: number
  weighing: Weighing
  /** as it was made before */
  made: MadeWeighing | undefined
  onClose: () => void
}

/** One weighing: what applies, the judgement, and why. The judgement is never filled in beforehand. */
export function WeighDialog({ id, weighing, made, onClose }: WeighDialogProps) {
  const { title, groups: names } = text.weigh[weighing]
  const { groups } = weighingRules[weighing]
  const draft = useDraft(`triage ${id} ${weighing}`, { ...blank, criteria: made?.criteria ?? blank.criteria })
  const { verdict, motive } = draft.typed
  const { run, isAsked, isRunning, problem } = useFormCommand('triage.weigh', draft)
  const criteria = new Set(draft.typed.criteria)
  const isBorne = verdict !== 'yes' || groups.every((group) => group.some((one) => criteria.has(one)))
  const toggle = (one: Criterion, isOn: boolean) => draft.change({ criteria: isOn ? [...criteria, one] : [...criteria].filter((other) => other !== one) })

  const isFit = verdict !== '' && isBorne && isMotive(motive)
  const save = () => run(isFit ? { id, weighing, isPositive: verdict === 'yes', criteria: [...criteria], motive } : null, onClose)

  return (
    <FormDialog title={title} done={text.save} onDo={save} onClose={onClose} draft={draft} isDisabled={isRunning} problem={problem}>
      {groups.map((group, place) => (
        <fieldset key={group[0]} className="triage-criteria">
          <legend className="field-label">{names[place]}</legend>
          {group.map((one) => (
            <Checkbox key={one} isSelected={criteria.has(one)} onChange={(isOn) => toggle(one, isOn)}>
              {capitalise(criterionLabel[one])}
            </Checkbox>
          ))}
        </fieldset>
      ))}
      <div>
        <p className="field-label">{text.verdict}</p>
        <RadioList<Verdict> label={text.verdict} options={verdicts} value={verdict} onChange={(chosen) => draft.change({ verdict: chosen })} />
        {isAsked && verdict === '' && <Wanting>{text.verdictNeeded}</Wanting>}
        {isAsked && !isBorne && <Wanting>{text.criteriaNeeded}</Wanting>}
      </div>
      <MotiveField value={motive} onChange={(typed) => draft.change({ motive: typed })} isAsked={isAsked} />
    </FormDialog>
  )
}

function Wanting({ children }: { children: string }) {
  return (
    <p className="field-error" role="alert">
      {children}
    </p>
  )
}
