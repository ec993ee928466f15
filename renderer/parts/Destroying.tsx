import { useState } from 'react'
import type { Problem, Reply } from '#shared/contract/problem.ts'
import type { Destruction } from '#shared/model/destruction.ts'
import { destroyingText as text, type DestroyingWords } from '../text/destruction.ts'
import { Button } from './Button.tsx'
import { Dialog } from './Dialog.tsx'
import { DialogFoot } from './DialogFoot.tsx'
import { ProblemNotice } from './ProblemNotice.tsx'
import { tell } from './toasts.tsx'
import { WritingDialog } from './WritingDialog.tsx'
import './Destroying.css'

export interface DestroyingProps {
  /** what it is about, part by part: names what is typed, as for `useDraft` */
  about: string
  words: DestroyingWords
  /** what was asked and not yet decided on */
  asked: Destruction | undefined
  mayDecide: boolean
  problem: Problem | undefined
  onAsk: (motive: string) => void
  /** destroys what was asked, or refuses to; what was destroyed is told here */
  decide: (decision: { id: number; approve: boolean }) => Promise<Reply<null>>
  onDestroyed?: () => void
}

/** Asking that something be destroyed, and deciding on it: never the same person. */
export function Destroying({ about, words, asked, mayDecide, problem, onAsk, decide, onDestroyed }: DestroyingProps) {
  const [isAsking, setAsking] = useState(false)

  async function settle({ subjectId, number }: Destruction, approve: boolean) {
    const reply = await decide({ id: subjectId, approve })
    if (!reply.ok || !approve) return
    tell(text.destroyed(number))
    onDestroyed?.()
  }

  return (
    <div className="dialog-stack">
      {asked ? (
        <Asked words={words} asked={asked} mayDecide={mayDecide} onDecide={(approve) => void settle(asked, approve)} />
      ) : (
        <div>
          <Button onPress={() => setAsking(true)}>{words.ask}</Button>
        </div>
      )}
      {problem && <ProblemNotice problem={problem} />}
      {isAsking && <WritingDialog form={`${about} destruction`} {...words.dialog} shortest={20} onDone={onAsk} onClose={() => setAsking(false)} />}
    </div>
  )
}

interface AskedProps extends Pick<DestroyingProps, 'words'> {
  asked: Destruction
  mayDecide: boolean
  onDecide: (approve: boolean) => void
}

function Asked({ words, asked, mayDecide, onDecide }: AskedProps) {
  const [isSure, setSure] = useState(false)
  const destroy = () => {
    setSure(false)
    onDecide(true)
  }
  return (
    <>
      <p>{text.asked(asked)}</p>
      <p className="soft">{asked.motive}</p>
      {mayDecide ? (
        <div className="destroying-actions">
          <Button onPress={() => onDecide(false)}>{text.refuse}</Button>
          <Button variant="primary" onPress={() => setSure(true)}>
            {words.destroy}
          </Button>
        </div>
      ) : (
        <p className="soft">{text.another}</p>
      )}
      <Dialog title={text.confirm.title(asked.number)} isOpen={isSure} onClose={() => setSure(false)} width="small" isFirm footer={<DialogFoot label={text.confirm.done} onDo={destroy} onCancel={() => setSure(false)} />}>
        {words.sure}
      </Dialog>
    </>
  )
}
