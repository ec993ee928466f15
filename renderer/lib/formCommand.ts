import { useState } from 'react'
import type { InputOf, NameOfKind, OutputOf } from '#shared/contract/index.ts'
import type { Problem } from '#shared/contract/problem.ts'
import type { Unsaved } from './drafts.ts'
import { useCommand } from './engine.ts'

export interface FormCommand<N extends NameOfKind<'command'>> {
  /**
   * Hands the form in. Once it is taken, what was typed is no draft any more, and `onDone` follows.
   * @param input null while something is missing: nothing is sent, and from now on the fields say what is
   */
  run(input: InputOf<N> | null, onDone: (value: OutputOf<N>) => void): void
  /** whether it was handed in before: only then a field says that it is missing */
  isAsked: boolean
  isRunning: boolean
  problem: Problem | undefined
}

/** What a form is for, done once. @param draft null for a form whose words are not kept */
export function useFormCommand<N extends NameOfKind<'command'>>(name: N, draft: Unsaved | null): FormCommand<N> {
  const [send, { state, problem }] = useCommand(name)
  const [isAsked, setAsked] = useState(false)

  async function handIn(input: InputOf<N>, onDone: (value: OutputOf<N>) => void) {
    const reply = await send(input)
    if (!reply.ok) return
    draft?.discard()
    onDone(reply.value)
  }

  return {
    run: (input, onDone) => {
      setAsked(true)
      if (input !== null) void handIn(input, onDone)
    },
    isAsked,
    isRunning: state === 'running',
    problem,
  }
}
