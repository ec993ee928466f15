import type { CompanyEvidence } from './companyEvidence.ts'
import type { PersonColumns } from './personColumns.ts'
import type { PersonGroups } from './personGroups.ts'

/** More units than this on one key is a filler, not twins. */
const MOST = 60

/**
 * Pairs of persons with the same full name and birth date but a BSN each. Nothing compares two BSNs, because they are never one; these
 * are what would have been linked without them, and are told of as refused.
 * @returns pairs of units, the lower first
 */
export function personTwins({ count, births, nameAndBirth }: PersonColumns, { groupOf, bsnOf }: PersonGroups): [number, number][] {
  const first = new Int32Array(births).fill(-1)
  const shared = new Map<number, Set<number>>()
  for (let row = 0; row < count; row += 1) {
    const [birth = -1, unit = -1] = [nameAndBirth[row], groupOf[row]]
    if (birth === -1 || unit === -1 || bsnOf[unit] === -1) continue
    const known = first[birth] ?? -1
    if (known === -1) first[birth] = unit
    else if (known !== unit) shared.set(birth, (shared.get(birth) ?? new Set([known])).add(unit))
  }
  return pairsIn(shared.values())
}

/** Pairs of companies with the same name, legal form and address but a KVK number each. @returns pairs of units, the lower first */
export function companyTwins(evidence: readonly CompanyEvidence[]): [number, number][] {
  const shared = new Map<string, Set<number>>()
  for (const [unit, { kvk, names, forms, places }] of evidence.entries()) {
    if (kvk === null) continue
    for (const { key } of names) {
      for (const place of places) {
        const twin = `${key}|${forms.join(' ')}|${place}`
        shared.set(twin, (shared.get(twin) ?? new Set()).add(unit))
      }
    }
  }
  return pairsIn(shared.values())
}

function pairsIn(groups: Iterable<ReadonlySet<number>>): [number, number][] {
  const found = new Map<string, [number, number]>()
  for (const group of groups) {
    if (group.size > MOST) continue
    const units = [...group].sort((one, other) => one - other)
    for (const [i, left] of units.entries()) for (const right of units.slice(i + 1)) found.set(`${left} ${right}`, [left, right])
  }
  return [...found.values()]
}
