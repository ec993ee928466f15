import type { NameParts } from './nameParts.ts'
import type { PersonColumns } from './personColumns.ts'
import type { PersonEvidence } from './personEvidence.ts'
import type { PersonGroups } from './personGroups.ts'

/**
 * What the rows of a unit say together, put together anew at every asking: holding that of a million units would fill the memory.
 * @param isFiller whether a row, by place, names nobody in particular
 */
export function evidenceOfUnits(columns: PersonColumns, { starts, members, bsnOf }: PersonGroups, isFiller: (row: number) => boolean): (unit: number) => PersonEvidence {
  const { texts, given, family, date, place } = columns
  return (unit) => {
    const names: NameParts[] = []
    const births: string[] = []
    const places: string[] = []
    for (const row of members.subarray(starts[unit], starts[unit + 1])) {
      if (isFiller(row)) continue
      const [front, back] = [texts.givens[given[row] ?? -1], texts.families[family[row] ?? -1]]
      if (front && back) addName(names, { ...front.parts, ...back.parts })
      addText(births, texts.dates[date[row] ?? -1]?.meaning)
      addText(places, texts.places[place[row] ?? -1])
    }
    return { bsn: bsnOf[unit] ?? -1, names, births, places }
  }
}

function addName(names: NameParts[], name: NameParts): void {
  if (name.family.length === 0 && name.given.length === 0) return
  if (!names.some((one) => isSame(one, name))) names.push(name)
}

/** Halves are taken apart once, so that most equal names are the same arrays. */
function isSame(one: NameParts, other: NameParts): boolean {
  return one.written === other.written && one.initials === other.initials && (one.given === other.given || one.given.join(' ') === other.given.join(' '))
}

function addText(texts: string[], text = ''): void {
  if (text !== '' && !texts.includes(text)) texts.push(text)
}
