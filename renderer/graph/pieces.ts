/** Work that can be left off at every `yield` and taken up again. */
export type Pieces = Generator<void, void, void>

/** as many elements make a piece; cytoscape styles and measures them in some ten milliseconds */
const PIECE = 150

/** A list, or a collection of elements, in parts of which each makes a piece. */
export function* partsOf<List extends { length: number; slice: (from: number, to: number) => List }>(list: List): Generator<List, void, void> {
  for (let start = 0; start < list.length; start += PIECE) yield list.slice(start, start + PIECE)
}

/** All of it, now. */
export function atOnce(pieces: Pieces): void {
  for (let { done } = pieces.next(); done !== true; ({ done } = pieces.next()));
}

/** A piece in every frame, so that the window hears its user in between; then what comes after all of it. @returns the way to stop */
export function frameByFrame(pieces: Pieces, after: () => void): () => void {
  let frame = requestAnimationFrame(function next() {
    if (pieces.next().done === true) after()
    else frame = requestAnimationFrame(next)
  })
  return () => cancelAnimationFrame(frame)
}
