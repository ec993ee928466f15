import type { Blocklist, Indicator } from '#shared/model/indicator.ts'
import type { Measure } from '../store/measures.ts'

/**
 * Refuses an indicator that reads or names what may never count (nationality, birthplace, a person's name, sex, age, family,
 * benefits, debts, health, number plate). Looked at are the columns it declares, its parameters and the SQL of its measure.
 * @throws Error naming indicator, word and ground: the application does not start with such an indicator
 */
export function requireAllowed(indicator: Pick<Indicator, 'id' | 'attributes' | 'parameters'>, measure: Measure, blocklist: Blocklist): void {
  const names = [
    ...indicator.attributes,
    ...Object.entries(indicator.parameters).flatMap(([name, value]) => [name, ...[value].flat().map(String)]),
    ...identifiersOf([measure.events, measure.area, measure.branch].map((rows) => rows?.sql ?? '').join(' ')),
  ]
  for (const entry of blocklist.entries) {
    for (const word of entry.words) {
      const found = names.find((name) => holds(name, word))
      if (found !== undefined) throw new Error(`indicator ${indicator.id} uses ${found}: ${entry.attribute} may not count (${entry.ground})`)
    }
  }
}

/** Every word of an SQL text that could be a table or column. */
export function identifiersOf(sql: string): string[] {
  return [...new Set(sql.match(/[a-z_][a-z0-9_.]*/gi) ?? [])]
}

/** Whole words only: `age` is in `owner_age` and not in `mortgage`. A word with a dot means that very column. */
function holds(name: string, word: string): boolean {
  const lower = name.toLowerCase()
  if (word.includes('.')) return lower === word
  return `_${lower.replaceAll(/[.\-\s]/g, '_')}_`.includes(`_${word}_`)
}
