import type { RiskBranch } from '#shared/model/indicator.ts'
import type { Phenomenon } from '#shared/model/score.ts'

export const sbiVersions = ['2008', '2025'] as const

/** A branch as it is typed. */
export interface Typed {
  label: string
  codes: Readonly<Record<string, string>>
  phenomena: readonly Phenomenon[]
  motive: string
  source: string
}

export function typedOf(entry: RiskBranch | null): Typed {
  return {
    label: entry?.label ?? '',
    codes: Object.fromEntries(sbiVersions.map((version) => [version, (entry?.codes[version] ?? []).join(', ')])),
    phenomena: entry?.phenomena ?? [],
    motive: entry?.motive ?? '',
    source: entry?.source ?? '',
  }
}

/** The codes in a field; null when something else stands there. */
export function codesIn(words: string): string[] | null {
  const codes = words.split(/[\s,;]+/).map((word) => word.replaceAll('.', '')).filter((word) => word !== '')
  return codes.every((code) => /^\d{2,5}$/.test(code)) ? codes : null
}

/** The branch that was typed; null while something is missing or cannot be read. */
export function entryOf({ label, codes, phenomena, motive, source }: Typed): RiskBranch | null {
  const read = sbiVersions.map((version) => [version, codesIn(codes[version] ?? '')] as const)
  const given = read.flatMap(([version, starts]) => (starts && starts.length > 0 ? [[version, starts] as const] : []))
  if (label.trim().length < 3 || motive.trim() === '' || source.trim() === '' || phenomena.length === 0) return null
  if (given.length === 0 || read.some(([, starts]) => starts === null)) return null
  return { label: label.trim(), codes: Object.fromEntries(given), phenomena: [...phenomena], motive: motive.trim(), source: source.trim() }
}
