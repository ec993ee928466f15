import { useMemo } from 'react'
import { Party, type QueuedPair } from '#shared/contract/review.ts'
import { splitKey, type EntityKey } from '#shared/model/entity.ts'
import type { SceneLine } from '../../graph/scene.ts'
import { useAnswer } from '../../lib/engine.ts'
import { useSession } from '../../lib/session.tsx'
import { createStore, useStore } from '../../lib/store.ts'
import { networkText } from '../../text/network.ts'
import type { Visible } from './visible.ts'

/** Whether pairs that may be the same are drawn; off until somebody asks for them, because each time is a look-up. */
export const proposalStore = createStore(false)

const MOST_ASKED = 2000
/** keeps the line off the facts between the same two */
const BEND = 60

/** Two entities in the picture that may be one; what is drawn of it is no part of the drawing, and so of no export, path or measure. */
export interface Proposal {
  id: string
  pair: QueuedPair
}

export interface Proposals {
  /** whether the user may see them at all */
  isAllowed: boolean
  isOn: boolean
  /** those of which both are in sight */
  shown: readonly Proposal[]
  /** entities that may be the same as one in sight and are not on the table */
  outside: readonly EntityKey[]
}

/** What may be the same as what is in sight, asked only while it is shown. */
export function useProposals(visible: Visible): Proposals {
  const { may } = useSession()
  const isOn = useStore(proposalStore)
  const isAllowed = may('review.near')
  const keys = useMemo(
    () => visible.nodes.map(({ key }) => key).filter((key) => Party.safeParse(splitKey(key).kind).success).sort().slice(0, MOST_ASKED),
    [visible.nodes],
  )
  const answer = useAnswer('review.near', { keys }, { enabled: isAllowed && isOn && keys.length > 0 })
  const pairs = isOn && keys.length > 0 ? answer.value?.pairs : undefined
  return useMemo(() => {
    const inSight = new Set(keys)
    const shown = (pairs ?? []).filter(({ left, right }) => inSight.has(left.entity) && inSight.has(right.entity))
    const met = (pairs ?? []).flatMap(({ left, right }) => [left.entity, right.entity])
    return { isAllowed, isOn, shown: shown.map((pair) => ({ id: `proposal:${pair.left.entity}|${pair.right.entity}`, pair })), outside: [...new Set(met)].filter((key) => !inSight.has(key)) }
  }, [isAllowed, isOn, keys, pairs])
}

/** Dashed, and said to be no fact. */
export function proposalLine({ id, pair }: Proposal): SceneLine {
  return {
    id, from: pair.left.entity, to: pair.right.entity, words: [networkText.proposals.line], bend: BEND,
    strength: 'suspected', isDirected: false, isFaded: false, isMarked: false, isSupposed: false, change: null,
  }
}
