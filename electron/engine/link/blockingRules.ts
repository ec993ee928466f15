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

/** How hashes of keys are come by. */
export function hashesBy<Evidence>(rule: BlockingRule<Evidence> | HashedRule<Evidence>): HashedRule<Evidence>['hashes'] {
  return 'hashes' in rule ? rule.hashes : (evidence) => rule.keys(evidence).map(hashOf)
}

/** A rule whose keys are each of some texts with each of others. Their hashes are found without putting them together: a run asks for millions. */
export function pairedRule<Evidence>(id: string, label: string, first: (evidence: Evidence) => readonly string[], second: (evidence: Evidence) => readonly string[]): BlockingRule<Evidence> & HashedRule<Evidence> {
  return {
    id, label,
    keys: (evidence) => product(first(evidence), second(evidence)),
    hashes: (evidence) => hashedProduct(first(evidence), second(evidence)),
  }
}

export function product(first: readonly string[], second: readonly string[]): string[] {
  const keys: string[] = []
  for (const one of first) for (const other of second) keys.push(`${one}|${other}`)
  return keys
}

function hashedProduct(first: readonly string[], second: readonly string[]): number[] {
  const hashes: number[] = []
  for (const one of first) {
    const begun = hashOn(hashOn(FNV_OFFSET, one), '|')
    for (const other of second) hashes.push(hashOn(begun, other) >>> 0)
  }
  return hashes
}

/** Rules that remember what they found, for records that are asked of more than once. */
export function rememberedRules<Evidence extends object>(rules: readonly (BlockingRule<Evidence> | HashedRule<Evidence>)[]): HashedRule<Evidence>[] {
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
  return rules.map((one, rule) => {
    const { id, label } = one
    const hashes = hashesBy(one)
    return { id, label, hashes: (evidence) => (foundOf(evidence)[rule] ??= hashes(evidence)) }
  })
}

const FNV_OFFSET = 0x811c9dc5
const FNV_PRIME = 0x01000193

/** FNV-1a over UTF-16 units, 32 bits. Two keys with one hash only cost a comparison too many. */
export function hashOf(key: string): number {
  return hashOn(FNV_OFFSET, key) >>> 0
}

/** Of what comes before a text and that text. */
function hashOn(before: number, text: string): number {
  let hash = before
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), FNV_PRIME)
  return hash
}
