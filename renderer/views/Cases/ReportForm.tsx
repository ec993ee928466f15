import type { SavedReport } from '#shared/contract/policeReport.ts'
import type { EntityKey } from '#shared/model/entity.ts'
import { Advice13b, applies13b, CriminalGround, Minors, openQuestions, ReportQuestion, type PoliceAdminReport } from '#shared/model/policeReport.ts'
import { adviceLabel, criminalGroundLabel, minorsLabel, reportQuestionLabel } from '#shared/text/policeReport.ts'
import { dateOf } from '../../lib/dates.ts'
import { useDraft } from '../../lib/drafts.ts'
import { useCommand } from '../../lib/engine.ts'
import { Button } from '../../parts/Button.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { ProblemNotice } from '../../parts/ProblemNotice.tsx'
import { Select } from '../../parts/Select.tsx'
import { TextField } from '../../parts/TextField.tsx'
import { tell } from '../../parts/toasts.tsx'
import { UnsavedMark } from '../../parts/Unsaved.tsx'
import { reportText as text } from '../../text/policeReport.ts'
import { caseForm } from './caseForms.ts'
import { Completeness } from './Completeness.tsx'

const OPEN = 'open'
const grounds = [{ id: OPEN, label: text.criminalGroundOpen }, ...CriminalGround.options.map((id) => ({ id, label: criminalGroundLabel[id] }))]
const minorsOptions = [{ id: OPEN, label: text.minorsOpen }, ...Minors.options.map((id) => ({ id, label: minorsLabel[id] }))]
const advices = [{ id: OPEN, label: text.noAdvice }, ...Advice13b.options.map((id) => ({ id, label: adviceLabel[id] }))]
const withoutProportion = ReportQuestion.options.filter((question) => question !== 'minors' && question !== 'living')

/** A report as it is typed: the day as text. */
type Typed = Omit<PoliceAdminReport, 'address' | 'received'> & { received: string }

interface ReportFormProps {
  id: number
  address: EntityKey
  saved: SavedReport | undefined
  isClosed: boolean
}

export function ReportForm({ id, address, saved, isClosed: isReadOnly }: ReportFormProps) {
  const before = typedFrom(saved)
  const draft = useDraft(caseForm(id, 'report', address), before, saved?.changedAt)
  // of a case that was closed meanwhile one reads what was saved
  const typed = isReadOnly ? before : draft.typed
  const [keep, keeping] = useCommand('case.saveReport')
  const answer = (question: ReportQuestion) => ({ value: typed.answers[question], onChange: (value: string) => draft.change({ answers: { ...typed.answers, [question]: value } }), rows: 2, maxLength: 2000, isReadOnly })
  const { criminalGround, reference, received, minors, advice, motive } = typed
  // the notice stands beside the button, the field a long form higher up
  const lacksGround = keeping.problem?.code === 'report-ground' && criminalGround === null
  const isWrongDay = received.trim() !== '' && dateOf(received) === null

  async function save() {
    if (isWrongDay) return
    const reply = await keep({ id, report: { ...typed, address, received: dateOf(received) } })
    if (!reply.ok) return
    draft.settle()
    tell(text.saved)
  }

  return (
    <div className="case-report">
      <div className="dialog-stack">
        <p className="soft">{text.why}</p>
        <div className="case-report-pair">
          <TextField label={text.reference} value={reference} onChange={(value) => draft.change({ reference: value })} maxLength={80} isReadOnly={isReadOnly} />
          <TextField label={text.received} value={received} onChange={(value) => draft.change({ received: value })} placeholder="dd-mm-jjjj" maxLength={10} isReadOnly={isReadOnly} error={isWrongDay ? text.dayError : undefined} />
        </div>
        <Select label={text.criminalGround} options={grounds} value={criminalGround ?? OPEN} isDisabled={isReadOnly} error={lacksGround ? text.criminalGroundError : undefined} onChange={(chosen) => draft.change({ criminalGround: CriminalGround.safeParse(chosen).data ?? null })} />
        <p className="small soft">{text.criminalGroundHelp}</p>
        <h3>{text.questions}</h3>
        {withoutProportion.map((question) => (
          <TextField key={question} label={reportQuestionLabel[question]} {...answer(question)} />
        ))}
        <h3>{text.proportion}</h3>
        <Select label={text.minorsPresence} options={minorsOptions} value={minors ?? OPEN} isDisabled={isReadOnly} onChange={(chosen) => draft.change({ minors: Minors.safeParse(chosen).data ?? null })} />
        <TextField label={reportQuestionLabel.minors} description={text.minorsHelp} {...answer('minors')} />
        <TextField label={reportQuestionLabel.living} description={text.livingHelp} {...answer('living')} />
        <h3>{text.advice}</h3>
        {minors === null && <Notice>{text.adviceBlocked}</Notice>}
        <Select label={text.advice} options={advices.filter((one) => minors !== null || !applies13b(Advice13b.safeParse(one.id).data ?? null))} value={advice ?? OPEN} isDisabled={isReadOnly} onChange={(chosen) => draft.change({ advice: Advice13b.safeParse(chosen).data ?? null })} />
        <TextField label={text.motive} description={text.motiveHelp} value={motive} onChange={(value) => draft.change({ motive: value })} rows={4} maxLength={4000} isReadOnly={isReadOnly} />
        {keeping.problem && <ProblemNotice problem={keeping.problem} />}
        <div className="case-actions">
          {!isReadOnly && <UnsavedMark draft={draft} />}
          <Button variant="primary" onPress={() => void save()} isDisabled={isReadOnly || isWrongDay || keeping.state === 'running'}>
            {text.save}
          </Button>
        </div>
      </div>
      <Completeness title={text.completeness} counted={text.answered} total={ReportQuestion.options.length} openTitle={text.open} open={openQuestions(typed).map((question) => reportQuestionLabel[question])} changed={saved ? text.changed(saved.changedAt, saved.changedBy) : null} />
    </div>
  )
}

function typedFrom(saved: SavedReport | undefined): Typed {
  if (!saved) return { criminalGround: null, reference: '', received: '', answers: noAnswers, minors: null, advice: null, motive: '' }
  const { address: _address, received, ...report } = saved.report
  return { ...report, received: text.shownDay(received) }
}

const noAnswers: PoliceAdminReport['answers'] = {
  occasion: '', quantity: '', substance: '', goods: '', weapons: '', nuisance: '', antecedents: '', relations: '', danger: '', publicOrder: '', minors: '', living: '',
}
