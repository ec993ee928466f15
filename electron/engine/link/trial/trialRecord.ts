import { compareCodes, compareTexts } from '../compareTexts.ts'
import { compareDates } from '../compareDates.ts'
import { compareNames } from '../compareNames.ts'
import type { NameParts } from '../nameParts.ts'
import type { Say } from '../scorePair.ts'
import { jaroWinkler } from '../similarity.ts'

/** A record of a reference set: a name, a birth date, and the further columns of that set. */
export interface TrialRecord {
  name: NameParts
  birth: string
  /** two lines of an address, of which the order was not always kept; empty where the set has none */
  lines: readonly [string, string]
  /** words or lines by the id of their comparison */
  texts: Readonly<Record<string, string>>
  /** numbers and codes likewise */
  codes: Readonly<Record<string, string>>
}

/** The same comparers the application uses, on the columns of a reference set. */
export function compareTrialRecords(left: TrialRecord, right: TrialRecord, say: Say): void {
  compareNames(left.name, right.name, say)
  const dates = compareDates(left.birth, right.birth)
  if (dates !== null) say('birth-date', dates, left.birth, right.birth)
  compareLines(left.lines, right.lines, say)
  for (const [id, text] of Object.entries(left.texts)) {
    const level = compareTexts(text, right.texts[id] ?? '')
    if (level !== null) say(id, level, text, right.texts[id] ?? '')
  }
  for (const [id, code] of Object.entries(left.codes)) {
    const level = compareCodes(code, right.codes[id] ?? '')
    if (level !== null) say(id, level, code, right.codes[id] ?? '')
  }
}

/** In the order that reads better. */
function compareLines(left: TrialRecord['lines'], right: TrialRecord['lines'], say: Say): void {
  const turned: TrialRecord['lines'] = [right[1], right[0]]
  const isTurned = likeness(left, turned) > likeness(left, right)
  const other = isTurned ? turned : right
  for (const [i, id] of ['address-1', 'address-2'].entries()) {
    const level = compareTexts(left[i] ?? '', other[i] ?? '')
    if (level !== null) say(id, level, left[i] ?? '', other[i] ?? '')
  }
}

function likeness(left: TrialRecord['lines'], right: TrialRecord['lines']): number {
  return jaroWinkler(left[0], right[0]) + jaroWinkler(left[1], right[1])
}
