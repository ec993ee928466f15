import { useCallback, useEffect, useRef, useState } from 'react'
import type { InputOf } from '#shared/contract/index.ts'
import { WHOLE_AT_ONCE } from '#shared/picture/effort.ts'
import { startCall } from '../../lib/call.ts'
import type { Place } from './drawing.ts'
import { act, workspaceStore } from './networkStore.ts'

/** Better places for a draft, sought in a worker of the engine while the draft is worked with. */
export interface Refining {
  isRefining: boolean
  /** @param placesOf turns what the engine says into places on the table */
  refine(question: InputOf<'network.layout'>, placesOf: (found: readonly Place[]) => Place[]): Promise<void>
  stopRefining(): void
}

/** What was found comes in only as long as nothing else was done: the analyst's hand goes first. */
export function useRefining(): Refining {
  const [isRefining, setRefining] = useState(false)
  const stop = useRef<() => void>(() => undefined)
  const stopRefining = useCallback(() => stop.current(), [])
  useEffect(() => stopRefining, [stopRefining])

  const refine = useCallback(async (question: InputOf<'network.layout'>, placesOf: (found: readonly Place[]) => Place[]) => {
    stop.current()
    if (question.nodes.length <= WHOLE_AT_ONCE) return
    let isCurrent = true
    const call = startCall('network.refine', question)
    const end = (): void => {
      if (!isCurrent) return
      isCurrent = false
      setRefining(false)
    }
    stop.current = () => {
      if (isCurrent) call.cancel()
      end()
    }
    setRefining(true)
    const { at, steps } = workspaceStore.get()
    const reply = await call.reply
    const now = workspaceStore.get()
    // another job, or none to be had: the draft stays, and it is whole
    if (isCurrent && reply.ok && now.at === at && now.steps[at] === steps[at]) act({ type: 'refine', places: placesOf(reply.value) })
    end()
  }, [])
  return { isRefining, refine, stopRefining }
}
