import { placesOf, type Places } from './places.ts'
import { drawRoom, type DrawRoom, type Draws, type DrawSize } from './simulate.ts'

/** Who does what takes long of one topic: this thread alone, or two in memory they share (beside/sharedTopic.ts). */
export interface Hands {
  room(size: DrawSize): DrawRoom
  /** the units to draw here, by their place in the list; ends when all of so many are drawn */
  undrawn(units: number): Iterable<number>
  /** the places of all units, which were drawn */
  places(draws: readonly Draws[]): Places
}

/** @param checkCancelled called before every unit, which takes a few milliseconds at most */
export function alone(checkCancelled: () => void): Hands {
  return {
    room: (size) => drawRoom(size),
    *undrawn(units) {
      for (let unit = 0; unit < units; unit += 1) {
        checkCancelled()
        yield unit
      }
    },
    places: placesOf,
  }
}
