import type { AttentionClass, AttentionScore } from '#shared/model/score.ts'

/** A section, division or group, with what lies under it. */
export interface Branch {
  code: string
  name: string
  /** null for a section, which has no score of its own */
  class: AttentionClass | null
  level: 'section' | 'division' | 'group'
  locations: number
  children: Branch[]
}

/** Sections with their divisions with their groups, in order of code. */
export function branchTree(divisions: readonly AttentionScore[], groups: readonly AttentionScore[], withoutSection: string): Branch[] {
  const sections = new Map<string, Branch>()
  for (const division of divisions.toSorted(byCode)) {
    const { code, name } = division.parent ?? { code: '', name: withoutSection }
    const section = sections.get(code) ?? { code, name, class: null, level: 'section' as const, locations: 0, children: [] }
    section.children.push(branchOf(division, 'division', groups.filter(({ parent }) => parent?.code === division.code).toSorted(byCode)))
    section.locations += division.exposure
    sections.set(code, section)
  }
  return [...sections.values()].toSorted(byCode)
}

function branchOf(row: AttentionScore, level: 'division' | 'group', groups: readonly AttentionScore[]): Branch {
  return { code: row.code, name: row.name, class: row.class, level, locations: row.exposure, children: groups.map((group) => branchOf(group, 'group', [])) }
}

function byCode(a: { code: string }, b: { code: string }): number {
  return a.code < b.code ? -1 : 1
}
