import { reasons } from '#shared/text/reasons.ts'
import { normaliseHeading } from './headings.ts'
import { cellText, refuse, Repaired, type Filled, type Reading } from './reading.ts'

const SHORTEST_INSIDE = 4
const REMEMBERED = 5000
/** `geen overtreding` is not an overtreding: with a denial only a spelling that has it too counts. */
const DENIAL = /\b(geen|niet|zonder|nooit)\b/

/**
 * Makes a reader of a closed list: the text equals a stored value or a spelling, or holds exactly one of them as whole words
 * (`hennepkwekerij aangetroffen, 240 planten`). Answers are remembered, because lists repeat.
 * @param otherwise what an unlisted text becomes; without it such a text is refused
 */
export function choiceReader(choices: Record<string, readonly string[]>, otherwise: string | undefined): (cell: Filled) => Reading<string> {
  const spellings = new Map<string, string>()
  for (const [value, variants] of Object.entries(choices)) {
    for (const variant of [value, ...variants]) spellings.set(normaliseHeading(variant), value)
  }
  const longest = [...spellings.keys()].filter((key) => key.length >= SHORTEST_INSIDE).sort((a, b) => b.length - a.length)
  const remembered = new Map<string, Reading<string>>()

  const look = (text: string): Reading<string> => {
    const key = normaliseHeading(text)
    const exact = spellings.get(key)
    if (exact !== undefined) return exact
    const inside = findInside(` ${key} `, longest, spellings)
    if (inside !== null) return inside
    return otherwise === undefined ? refuse(reasons.notListed) : new Repaired(otherwise, reasons.listedAs(otherwise))
  }
  return (cell) => {
    const text = typeof cell === 'string' ? cell : cellText(cell)
    const known = remembered.get(text)
    if (known !== undefined) return known
    const found = look(text)
    if (remembered.size < REMEMBERED) remembered.set(text, found)
    return found
  }
}

/** The value of the longest spelling inside the text; null when two different ones of that length compete. */
function findInside(key: string, longest: readonly string[], spellings: ReadonlyMap<string, string>): string | null {
  const isDenied = DENIAL.test(key)
  const hits = longest.filter((spelling) => key.includes(` ${spelling} `) && (!isDenied || DENIAL.test(spelling)))
  const best = hits[0]
  if (best === undefined) return null
  const values = new Set(hits.filter((hit) => !best.includes(hit) || hit === best).map((hit) => spellings.get(hit)))
  return values.size === 1 ? (spellings.get(best) ?? null) : null
}
