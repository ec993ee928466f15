import type { KnownDate } from './nameColumns.ts'
import type { NameParts } from './nameParts.ts'
import type { PersonColumns } from './personColumns.ts'
import type { PersonEvidence } from './personEvidence.ts'
import { firstRow, type PersonGroups } from './personGroups.ts'
import type { FamilyHalf, GivenHalf } from './personNames.ts'

/** What of the rows is looked at to know what they say. */
export interface EvidenceColumns extends Pick<PersonColumns, 'given' | 'family' | 'date' | 'place' | 'formerly'> {
  texts: {
    givens: readonly Pick<GivenHalf, 'parts'>[]
    families: readonly Pick<FamilyHalf, 'parts'>[]
    dates: readonly Pick<KnownDate, 'meaning'>[]
    places: readonly string[]
    formerly: readonly (readonly string[])[]
  }
}

/** Which rows are a unit, and its BSN. */
export type UnitRows = Pick<PersonGroups, 'starts' | 'members' | 'bsnOf'>

/**
 * What the rows of a unit say together, put together anew at every asking: holding that of a million units would fill the memory.
 * @param isFiller whether a row, by place, names nobody in particular
 */
export function evidenceOfUnits(columns: EvidenceColumns, { starts, members, bsnOf }: UnitRows, isFiller: (row: number) => boolean): (unit: number) => PersonEvidence {
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

/** Evidence by the first record of its unit. */
export type EvidenceMemory = Map<number, PersonEvidence>

/**
 * {@link evidenceOfUnits}, put together once for sets of rows that each hold whoever is one by hard key with one of theirs: a unit that begins with a
 * record is of the same rows in all of them.
 */
export function rememberedEvidence(memory: EvidenceMemory, columns: PersonColumns, groups: PersonGroups, isFiller: (row: number) => boolean): (unit: number) => PersonEvidence {
  const make = evidenceOfUnits(columns, groups, isFiller)
  const take = (unit: number): PersonEvidence => {
    const first = columns.record[firstRow(groups, unit)] ?? 0
    const known = memory.get(first) ?? make(unit)
    memory.set(first, known)
    return known
  }
  // asked for many times each
  const taken: PersonEvidence[] = []
  return (unit) => (taken[unit] ??= take(unit))
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
