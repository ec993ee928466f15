/** Records by their place. */
export interface Records<Evidence> {
  count: number
  at(place: number): Evidence
}

/** Records that share a key of a rule are compared. */
export interface BlockingRule<Evidence> {
  id: string
  /** what the rule looks at, in Dutch */
  label: string
  /** none, one or several keys; no key for what is not known */
  keys(evidence: Evidence): readonly string[]
}

/** A rule that gives the hashes of its keys. */
export interface HashedRule<Evidence> extends Pick<BlockingRule<Evidence>, 'id' | 'label'> {
  hashes(evidence: Evidence): readonly number[]
}

/** Rules that remember what they found, for records that are asked of more than once. */
export function rememberedRules<Evidence extends object>(rules: readonly BlockingRule<Evidence>[]): HashedRule<Evidence>[] {
  const known = new Map<Evidence, (readonly number[])[]>()
  let last: Evidence | undefined
  let found: (readonly number[])[] = []
  // several rules ask of one record after another
  const foundOf = (evidence: Evidence): (readonly number[])[] => {
    if (evidence !== last) {
      found = known.get(evidence) ?? []
      if (found.length === 0) known.set(evidence, found)
      last = evidence
    }
    return found
  }
  return rules.map(({ id, label, keys }, rule) => ({ id, label, hashes: (evidence) => (foundOf(evidence)[rule] ??= keys(evidence).map(hashOf)) }))
}

const FNV_OFFSET = 0x811c9dc5
const FNV_PRIME = 0x01000193

/** FNV-1a over UTF-16 units, 32 bits. Two keys with one hash only cost a comparison too many. */
export function hashOf(key: string): number {
  let hash = FNV_OFFSET
  for (let i = 0; i < key.length; i += 1) hash = Math.imul(hash ^ key.charCodeAt(i), FNV_PRIME)
  return hash >>> 0
}
