import { useState } from 'react'
import type { TriageFile } from '#shared/contract/triage.ts'
import { Weighing, type MadeWeighing } from '#shared/model/triage.ts'
import { criterionLabel } from '#shared/text/triage.ts'
import { Button } from '../../parts/Button.tsx'
import { Pill } from '../../parts/Pill.tsx'
import { triageText as text } from '../../text/triage.ts'
import { WeighDialog } from './WeighDialog.tsx'

/** The five weighings: what was judged, and which can be made now. */
export function Weighings({ file, id }: { file: TriageFile; id: number }) {
  const [open, setOpen] = useState<Weighing | null>(null)
  return (
    <>
      <ol className="triage-weighings">
        {Weighing.options.map((weighing) => (
          <One key={weighing} weighing={weighing} made={file.weighings.find((one) => one.weighing === weighing)} isOpen={file.openWeighings.includes(weighing)} onWeigh={() => setOpen(weighing)} />
        ))}
      </ol>
      {open && <WeighDialog id={id} weighing={open} made={file.weighings.find(({ weighing }) => weighing === open)} onClose={() => setOpen(null)} />}
    </>
  )
}

interface OneProps {
  weighing: Weighing
  made: MadeWeighing | undefined
  isOpen: boolean
  onWeigh: () => void
}

function One({ weighing, made, isOpen, onWeigh }: OneProps) {
  const { title } = text.weigh[weighing]
  return (
    <li className="triage-weighing">
      <div>
        <p className={made || isOpen ? '' : 'soft'}>{title}</p>
        {made && made.criteria.length > 0 && <p className="small soft">{made.criteria.map((one) => criterionLabel[one]).join('; ')}</p>}
      </div>
      {made ? <Pill tone={made.isPositive ? 'fine' : 'neutral'}>{made.isPositive ? text.yes : text.no}</Pill> : <span className="small soft">{isOpen ? text.toMake : text.notYet}</span>}
      {isOpen ? (
        <Button variant={made ? 'quiet' : 'primary'} aria-label={text.weighThis(title, made !== undefined)} onPress={onWeigh}>
          {made ? text.weighAgain : text.weighNow}
        </Button>
      ) : (
        <span />
      )}
    </li>
  )
}
