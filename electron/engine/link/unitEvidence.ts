import type { NameParts } from './nameParts.ts'
import type { PersonColumns } from './personColumns.ts'
import type { PersonEvidence } from './personEvidence.ts'
import type { PersonGroups } from './personGroups.ts'
import type { FamilyHalf, GivenHalf } from './personNames.ts'

/**
 * What the rows of a unit say together, put together anew at every asking: holding that of a million units would fill the memory.
 * @param isFiller whether a row, by place, names nobody in particular
 */
export function evidenceOfUnits(columns: PersonColumns, { starts, members, bsnOf }: PersonGroups, isFiller: (row: number) => boolean): (unit: number) => PersonEvidence {
  const { texts, given, family, date } = columns
  return (unit) => {
    const names: NameParts[] = []
    const births: string[] = []
    const places: string[] = []
    const end = starts[unit + 1] ?? 0
    for (let place = starts[unit] ?? 0; place < end; place += 1) {
      const row = members[place] ?? 0
      if (isFiller(row)) continue
      const [front, back] = [texts.givens[given[row] ?? -1], texts.families[family[row] ?? -1]]
      if (front && back) addName(names, front.parts, back.parts)
      addText(births, texts.dates[date[row] ?? -1]?.meaning)
      addText(places, texts.places[columns.place[row] ?? -1])
      for (const former of texts.formerly[columns.formerly[row] ?? -1] ?? []) addText(places, former)
    }
    return { bsn: bsnOf[unit] ?? -1, names, births, places }
  }
}

/** Evidence by the rows it was put together from. */
export type EvidenceMemory = Map<string, PersonEvidence>

/** {@link evidenceOfUnits}, put together once for units of the same rows. */
export function rememberedEvidence(memory: EvidenceMemory, columns: PersonColumns, groups: PersonGroups, isFiller: (row: number) => boolean): (unit: number) => PersonEvidence {
  const make = evidenceOfUnits(columns, groups, isFiller)
  const made: PersonEvidence[] = []
  const find = (unit: number): PersonEvidence => {
    const rows = groups.members.subarray(groups.starts[unit], groups.starts[unit + 1])
    const key = `${groups.bsnOf[unit]} ${Array.from(rows, (row) => (isFiller(row) ? '' : columns.record[row])).join(' ')}`
    const found = memory.get(key) ?? make(unit)
    memory.set(key, found)
    return found
  }
  return (unit) => (made[unit] ??= find(unit))
}

function addName(names: NameParts[], { given, initials }: GivenHalf['parts'], { family, sounds, written }: FamilyHalf['parts']): void {
  if (family.length === 0 && given.length === 0) return
  for (const one of names) if (one.written === written && one.initials === initials && areSame(one.given, given)) return
  names.push({ given, initials, family, sounds, written })
}

/** Halves are taken apart once, so that most equal names are the same arrays. */
function areSame(one: readonly string[], other: readonly string[]): boolean {
  return one === other || one.join(' ') === other.join(' ')
}

function addText(texts: string[], text = ''): void {
  if (text !== '' && !texts.includes(text)) texts.push(text)
}
