/** The one whose text comes first; the first of equals, null of none. For choosing without regard to the order in which things are given. */
export function lesser<One>(all: readonly One[], textOf: (one: One) => string): One | null {
  let chosen: One | null = null
  let least = ''
  for (const one of all) {
    const text = textOf(one)
    if (chosen !== null && text >= least) continue
    chosen = one
    least = text
  }
  return chosen
}
