import { useState } from 'react'
import type { QueuedPair } from '#shared/contract/review.ts'
import type { AskedPair } from './subject.ts'

export interface PairInHand {
  /** null when nothing is left */
  pair: AskedPair | null
  /** place in the queue: of the pair itself, or the one it stands before */
  at: number
  isBeforeQueue: boolean
  /** to another place in the queue */
  move(to: number): void
  /** a step on in the queue, or back with −1 */
  step(by: 1 | -1): void
  /** the pair is decided: the next one takes its place */
  leave(): void
  /** takes a pair in hand that may not stand in the queue */
  hold(pair: AskedPair): void
}

/**
 * Which pair of the queue is in hand. One that was asked for, or came back by undoing, stands before the queue until it is decided or left.
 * @param asked the pair it begins with, if another than the first
 */
export function usePairInHand(pairs: readonly QueuedPair[], asked: AskedPair | null): PairInHand {
  const [place, setPlace] = useState(0)
  const [held, setHeld] = useState<AskedPair | null>(asked)
  const heldAt = held === null ? -1 : pairs.findIndex(({ left, right }) => left.recordId === held.left && right.recordId === held.right)
  const isBeforeQueue = held !== null && heldAt === -1
  const at = heldAt === -1 ? Math.min(place, Math.max(0, pairs.length - 1)) : heldAt
  const queued = pairs[at]

  function move(to: number): void {
    setHeld(null)
    setPlace(Math.max(0, Math.min(to, pairs.length - 1)))
  }

  return {
    pair: held ?? (queued ? { left: queued.left.recordId, right: queued.right.recordId } : null),
    at,
    isBeforeQueue,
    move,
    // from before the queue one comes to the place one left
    step: (by) => move(isBeforeQueue ? at : at + by),
    leave: () => {
      setHeld(null)
      setPlace(at)
    },
    hold: setHeld,
  }
}
