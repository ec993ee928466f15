import type { Writer } from '../store/database.ts'
import { forgetLinkDone } from '../store/linkIndex.ts'
import { readStage } from '../store/linkStages.ts'
import { haveUnplacedPersons } from '../store/pastAddress.ts'

/**
 * Whether streets, addresses or what was decided on them may be others than at the last run. What was kept of persons says where they stood
 * before, by the addresses there were: where that can be another now, it is forgotten. To be asked before anything that was kept is read.
 */
export function heedAddresses(writer: Writer): boolean {
  const haveChanged = readStage(writer, 'addresses') === undefined
  if (haveChanged && haveUnplacedPersons(writer)) forgetLinkDone(writer, 'person')
  return haveChanged
}
