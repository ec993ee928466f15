import { useState } from 'react'
import { Form } from 'react-aria-components/Form'
import { compartmentLabel } from '#shared/text/terms.ts'
import { purposeGate, settlePurpose } from '../lib/call.ts'
import { useAnswer, useCommand } from '../lib/engine.ts'
import { useSession, type PurposeOption } from '../lib/session.tsx'
import { useStore } from '../lib/store.ts'
import { Answered } from '../parts/Answered.tsx'
import { Button } from '../parts/Button.tsx'
import { Dialog } from '../parts/Dialog.tsx'
import { Notice } from '../parts/Notice.tsx'
import { ProblemNotice } from '../parts/ProblemNotice.tsx'
import type { Option } from '../parts/options.tsx'
import { RadioList } from '../parts/RadioList.tsx'
import { TextField } from '../parts/TextField.tsx'
import { partsText } from '../text/parts.ts'
import { purposeText } from '../text/purpose.ts'

/** Doel kiezen. Opens from the top bar, and by itself when a call was refused for want of a fitting purpose. */
export function PurposeDialog() {
  const gate = useStore(purposeGate)
  return (
    <Dialog title={purposeText.title} isOpen={gate.isOpen} onClose={() => settlePurpose(false)}>
      <Choices isRefused={gate.problem?.code === 'purpose-unfit'} />
    </Dialog>
  )
}

function Choices({ isRefused }: { isRefused: boolean }) {
  const { status } = useSession()
  const { problem } = useStore(purposeGate)
  const list = useAnswer('purpose.list', {})
  const roles = status.value?.actor?.roles ?? []
  return (
    <div className="dialog-stack">
      {isRefused && problem ? <ProblemNotice problem={problem} /> : <p className="soft">{purposeText.why}</p>}
      <Answered answer={list}>
        {(options) => {
          const fitting = options.filter((option) => option.roles.some((role) => roles.includes(role)))
          return fitting.length === 0 ? <Notice>{purposeText.none}</Notice> : <PurposeForm options={fitting} />
        }}
      </Answered>
    </div>
  )
}

/** With its ground, and what may be opened under it. */
function asChoice({ id, label, ground, compartments }: PurposeOption): Option {
  const opens = compartments.map((compartment) => compartmentLabel[compartment])
  return { id, label, description: purposeText.choiceWhy(ground, opens) }
}

function PurposeForm({ options }: { options: readonly PurposeOption[] }) {
  const { status } = useSession()
  const now = status.value?.purpose
  const [id, setId] = useState(now?.id ?? options[0]?.id ?? '')
  // a number belongs to the purpose it was given for, and does not go along to another
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>(now ? { [now.id]: now.caseNumber } : {})
  const caseNumber = typed[id] ?? ''
  const [isAsked, setAsked] = useState(false)
  const [run, state] = useCommand('purpose.set')
  const needsCaseNumber = options.find((option) => option.id === id)?.needsCaseNumber === true
  const lacksNumber = needsCaseNumber && caseNumber.trim() === ''

  async function choose() {
    setAsked(true)
    if (lacksNumber) return
    const reply = await run({ id, caseNumber: caseNumber.trim() })
    if (reply.ok) settlePurpose(true)
  }

  return (
    <Form
      className="dialog-stack"
      onSubmit={(event) => {
        event.preventDefault()
        void choose()
      }}
    >
      <RadioList label={purposeText.choice} options={options.map(asChoice)} value={id} onChange={setId} autoFocus />
      <div className="dialog-pinned">
        <TextField
          label={purposeText.caseNumber}
          description={`${needsCaseNumber ? purposeText.caseNumberNeeded : purposeText.caseNumberOptional} ${purposeText.caseNumberHidden}`}
          value={caseNumber}
          onChange={(number) => setTyped({ ...typed, [id]: number })}
          maxLength={40}
          error={isAsked && lacksNumber ? purposeText.caseNumberNeeded : undefined}
        />
        {state.problem && <ProblemNotice problem={state.problem} />}
        <div className="dialog-actions">
          <Button onPress={() => settlePurpose(false)}>{partsText.cancel}</Button>
          <Button variant="primary" type="submit" isPending={state.state === 'running'}>
            {purposeText.set}
          </Button>
        </div>
      </div>
    </Form>
  )
}
