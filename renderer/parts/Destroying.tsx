import { useState } from 'react'
import type { Problem } from '#shared/contract/problem.ts'
import type { Destruction } from '#shared/model/destruction.ts'
import { destroyingText as text, type DestroyingWords } from '../text/destruction.ts'
import { Button } from './Button.tsx'
import { Dialog } from './Dialog.tsx'
import { DialogFoot } from './DialogFoot.tsx'
import { ProblemNotice } from './ProblemNotice.tsx'
import { WritingDialog } from './WritingDialog.tsx'
import './Destroying.css'

export interface DestroyingProps {
  /** what it is about, part by part: names what is typed, as for `useDraft` */
  about: string
  words: DestroyingWords
  /** what was asked and not yet decided on */
  asked: Destruction | undefined
  mayDecide: boolean
  problem: Problem | null | undefined
  onAsk: (motive: string) => void
  onDecide: (approve: boolean) => void
}

/** Asking that something be destroyed, and deciding on it: never the same person. */
export function Destroying({ about, words, asked, mayDecide, problem, onAsk, onDecide }: DestroyingProps) {
  const [isAsking, setAsking] = useState(false)
  return (
    <div className="dialog-stack">
      {asked ? (
        <Asked words={words} asked={asked} mayDecide={mayDecide} onDecide={onDecide} />
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

function Asked({ words, asked, mayDecide, onDecide }: Pick<DestroyingProps, 'words' | 'mayDecide' | 'onDecide'> & { asked: Destruction }) {
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
