import type { SearchHit } from '#shared/contract/catalogue.ts'
import type { EntityKind } from '#shared/model/entity.ts'
import { useAnswer, type Answer } from './engine.ts'
import { useSession } from './session.tsx'
import { useSettled } from './settled.ts'
import { createStore } from './store.ts'

/** What stands in the search screen; kept while one looks at a result, and never part of the address of a screen. */
export const searchText = createStore('')

const shortest = 2
/** ms without a key before the engine is asked: each search is a line in the log */
const pause = 160

export interface SearchState {
  /** whether there is enough to search for */
  isAsking: boolean
  needsPurpose: boolean
  /** whether persons were to be searched and the purpose does not open them */
  lacksPersons: boolean
  answer: Answer<{ hits: SearchHit[] }>
  /** whether what stands in the field is still looked for: the engine has neither answered nor refused it */
  isPending: boolean
  /** whether the hits in sight are those of what stands in the field; while they are not, none may be opened */
  isCurrent: boolean
}

/** As-you-type search, everywhere or in the buurt or wijk with this code. Without a purpose nothing is asked, so that typing does not raise the purpose dialog. */
export function useSearch(text: string, kinds: readonly EntityKind[], limit: number, area = ''): SearchState {
  const { status } = useSession()
  const words = text.trim()
  const settled = useSettled(words, pause)
  const { purpose } = status.value ?? {}
  const hasPurpose = purpose != null
  const wantsPersons = kinds.length === 0 || kinds.includes('person')
  const lacksPersons = hasPurpose && wantsPersons && !purpose.compartments.includes('person')
  const isForPersonsAlone = kinds.length > 0 && kinds.every((kind) => kind === 'person')
  const enabled = hasPurpose && !(lacksPersons && isForPersonsAlone) && settled.length >= shortest && words.length >= shortest
  const answer = useAnswer('search.suggest', { text: settled, kinds: [...kinds], limit, area }, { enabled })
  const isAsking = words.length >= shortest
  const isSettled = settled === words && answer.state !== 'loading'
  return { isAsking, needsPurpose: !hasPurpose, lacksPersons, answer, isPending: isAsking && hasPurpose && !isSettled, isCurrent: isSettled && answer.state === 'ready' }
}
