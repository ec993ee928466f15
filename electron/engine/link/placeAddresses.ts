import { listOutlines, pageOfPlaced, saveArea } from '../store/areas.ts'
import type { Writer } from '../store/database.ts'
import { readStage } from '../store/linkStages.ts'
import { makeAreaFinder } from './areaFinder.ts'
import type { Pace } from './pace.ts'

const PAGE = 10_000

/** Gives every address with coordinates the buurt it lies in; since the last run nothing moved when that still stands. */
export function placeAddresses(writer: Writer, pace: Pace): void {
  if (readStage(writer, 'addresses')) return
  const areas = listOutlines(writer, 'buurt')
  const find = areas.length > 0 ? makeAreaFinder(areas) : () => null
  const save = saveArea(writer)
  pace.start('Adressen in buurten plaatsen')
  for (let page = pageOfPlaced(writer, 0, PAGE); page.length > 0; page = pageOfPlaced(writer, page.at(-1)?.id ?? 0, PAGE)) {
    for (const { id, x, y, areaId } of page) {
      const found = find(x, y)
      if (found !== areaId) save(id, found)
    }
    pace.advance(page.length)
  }
}
