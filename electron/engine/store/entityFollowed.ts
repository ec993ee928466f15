import type { Reader } from './database.ts'

const KEY = /"((?:company|person):\d+)"/g

/** Keys of entities that were joined to others since, with the key they go by now; those that still stand are left out. */
export function followedKeys(reader: Reader, keys: readonly string[]): Map<string, string> {
  const rows = reader.all<{ former: string; current: string }>(
    `SELECT j.value AS former, f.kind || ':' || f.current AS current
       FROM json_each(?) j JOIN entity_followed f ON f.kind = substr(j.value, 1, instr(j.value, ':') - 1) AND f.former = CAST(substr(j.value, instr(j.value, ':') + 1) AS INTEGER)`,
    JSON.stringify(keys),
  )
  return new Map(rows.map(({ former, current }) => [former, current]))
}

/** JSON in which every key of an entity is the one it goes by now. */
export function withFollowedKeys(reader: Reader, json: string): string {
  const followed = followedKeys(reader, [...new Set(Array.from(json.matchAll(KEY), ([, key = '']) => key))])
  return followed.size === 0 ? json : json.replace(KEY, (_text, key: string) => JSON.stringify(followed.get(key) ?? key))
}
