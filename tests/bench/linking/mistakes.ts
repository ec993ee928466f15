import type { Random } from '../../../electron/engine/demo/world/random.ts'

/** Some texts of a row as a file in a character set without letters with marks writes them. */
export function withoutMarks<Field extends string>(row: Readonly<Record<Field, string>>, fields: readonly Field[]): Record<string, string> {
  return Object.fromEntries(fields.map((field) => [field, row[field].normalize('NFC').replace(/[^\x20-\x7e]/gu, '?')]))
}

/** One letter more, less, other, or two swapped. */
export function mistype(text: string, random: Random): string {
  if (text.length < 3) return text
  const place = random.between(1, text.length - 2)
  const [before, letter, behind] = [text.slice(0, place), text.slice(place, place + 1), text.slice(place + 1)]
  const other = random.pick([...'aeinorst'])
  return random.pick([before + behind, before + letter + letter + behind, before + other + behind, before + behind.slice(0, 1) + letter + behind.slice(1)])
}
