const DATE = /(\d{1,2}-\d{1,2}-\d{4})/

/** A text in which no date is broken off at its hyphens. */
export function WholeDates({ text }: { text: string }) {
  // a split with one group puts the dates at the odd places
  return text.split(DATE).map((piece, place) => (place % 2 === 1 ? <span key={place} className="nowrap">{piece}</span> : piece))
}
