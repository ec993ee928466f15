/**
 * A function of a text that remembers what came out: the same streets, cities and names come back on row after row.
 * @param most so many different texts are remembered; then it begins anew, so that memory does not grow with the rows
 */
export function remembered<T extends string | object>(most: number, work: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>()
  return (text) => {
    const found = known.get(text)
    if (found !== undefined) return found
    const made = work(text)
    if (known.size >= most) known.clear()
    known.set(text, made)
    return made
  }
}
