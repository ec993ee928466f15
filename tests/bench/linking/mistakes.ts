import type { Random } from '../../../electron/engine/demo/world/random.ts'

/** One letter more, less, other, or two swapped. */
export function mistype(text: string, random: Random): string {
  if (text.length < 3) return text
  const place = random.between(1, text.length - 2)
  const [before, letter, behind] = [text.slice(0, place), text.slice(place, place + 1), text.slice(place + 1)]
  const other = random.pick([...'aeinorst'])
  return random.pick([before + behind, before + letter + letter + behind, before + other + behind, before + behind.slice(0, 1) + letter + behind.slice(1)])
}
