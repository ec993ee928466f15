import { RiskBranch, type RiskBranches } from '#shared/model/indicator.ts'
import { dayOf } from '#shared/text/format.ts'
import type { RiskChangeRow } from '../store/riskBranches.ts'

/** The list after an approved change: the branch with that label as it is to be, or gone. */
export function withRiskChange(list: RiskBranches, { label, entry, version, decidedAt, at, name, decidedName }: RiskChangeRow): RiskBranches {
  const others = list.entries.filter((one) => one.label !== label)
  const place = list.entries.findIndex((one) => one.label === label)
  const entries = entry === null ? others : others.toSpliced(place < 0 ? others.length : place, 0, RiskBranch.parse(JSON.parse(entry)))
  return { ...list, entries, version: version ?? list.version, since: dayOf(decidedAt ?? at), owner: `${name} (voorstel), ${decidedName ?? ''} (besluit)` }
}
