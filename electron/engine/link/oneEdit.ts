/**
 * Whether one typing mistake makes the one text the other: a letter too many, too few, another letter, or two neighbours swapped
 * (optimal string alignment distance ≤ 1). Digits never differ: another number is another street.
 */
export function isOneEdit(first: string, second: string): boolean {
  const [short, long] = first.length <= second.length ? [first, second] : [second, first]
  if (long.length - short.length > 1) return false
  let start = 0
  while (start < short.length && short[start] === long[start]) start += 1
  let end = 0
  while (end < short.length - start && short[short.length - 1 - end] === long[long.length - 1 - end]) end += 1
  const left = short.slice(start, short.length - end)
  const right = long.slice(start, long.length - end)
  if (/\d/.test(left + right)) return false
  return right.length <= 1 || (right.length === 2 && left === `${right[1]}${right[0]}`)
}

/** The text itself and the text without each of its letters; two texts that are one edit apart share one of these. */
export function deletions(text: string): string[] {
  const found = new Set([text])
  for (let i = 0; i < text.length; i += 1) found.add(text.slice(0, i) + text.slice(i + 1))
  return [...found]
}
