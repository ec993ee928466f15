import { countingText, countPremises, countRows, LOCATIONS } from '../store/counting.ts'
import type { Reader } from '../store/database.ts'
import { premisesByArea } from '../store/measures.ts'
import { keepCounts, recallCounts, type CountMemory } from './countMemory.ts'
import { addRows, emptyCounts, type Counts } from './counts.ts'

/** What areas and branches consist of. */
export interface Population {
  /** per buurt: dwellings, and all addresses in use */
  premises: Counts['areas']
  /** vestigingen, per buurt and per SBI code */
  locations: Counts
}

/** @param day last day that counts */
export function readPopulation(reader: Reader, day: string, memory: CountMemory): Population {
  const given = { first: day, day }
  const premises = recallCounts(memory, premisesByArea, given) ?? countedPremises(reader)
  keepCounts(memory, premisesByArea, given, premises)
  const text = countingText(LOCATIONS, 'areaAndBranch')
  const locations = recallCounts(memory, text, given) ?? addRows(emptyCounts(), countRows(reader, LOCATIONS, 'areaAndBranch', given))
  keepCounts(memory, text, given, locations)
  return { premises: premises.areas, locations }
}

function countedPremises(reader: Reader): Counts {
  return addRows(emptyCounts(), countPremises(reader).map(({ area, addresses, dwellings }) => ({ area, events: dwellings, exposure: addresses })))
}
