import { newState, type VaultFile } from '../../beside/messages.ts'
import type { ReadingAhead } from '../ahead/readAhead.ts'
import type { NameColumns } from '../nameColumns.ts'
import { along } from './thread.ts'

/**
 * Starts reading who the rows of a vault name, while addresses are matched: it stands in the vault as the last transaction left it.
 * To be called first thing in a transaction that writes, so that nobody does meanwhile. @param today ISO day @param state tells how far it is
 */
export function readNamesAhead(vault: VaultFile, today: string, state = newState()): ReadingAhead<NameColumns> {
  const number = along.order({ type: 'read', vault, today, state })
  return {
    take: (onWait) => {
      const answer = along.answerTo(number, state, onWait)
      // what it holds besides would stand in memory until the end
      void along.end()
      return answer && 'names' in answer ? answer.names : null
    },
    stop: along.end,
  }
}
