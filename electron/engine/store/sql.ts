const NAME = /^[a-z][a-z0-9_]*$/

/** A table or column name for use inside a statement; names come from the schema and from resources, never from a user. */
export function identifier(name: string): string {
  if (!NAME.test(name)) throw new Error('not a name of a table or column')
  return `"${name}"`
}

/** Column names for a list: `"a", "b"`. */
export function identifiers(names: readonly string[]): string {
  return names.map(identifier).join(', ')
}

/** As many `?` as there are columns. */
export function placeholders(count: number): string {
  return Array.from({ length: count }, () => '?').join(', ')
}

/** A `?` for each column that is bound, and what stands for nothing in the others: `?, '', NULL`. */
export function boundOrBlank(columns: readonly { isBound: boolean; blank: '' | null }[]): string {
  return columns.map(({ isBound, blank }) => (isBound ? '?' : blank === null ? 'NULL' : "''")).join(', ')
}

/** `"a" = excluded."a", …` for the update half of an upsert. */
export function fromExcluded(names: readonly string[]): string {
  return names.map((name) => `${identifier(name)} = excluded.${identifier(name)}`).join(', ')
}
