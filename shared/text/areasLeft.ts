import { formatCount } from './format.ts'

const SHOWN = 3

/**
 * What is said of areas that a delivery of areas does not have: nothing where there are none.
 * @param remedy what to do when the delivery is all there is
 */
export function areasLeftLines(names: readonly string[], remedy: string): string[] {
  if (names.length === 0) return []
  const rest = names.length > SHOWN ? ` en nog ${names.length - SHOWN}` : ''
  return [`${formatCount(names.length, 'gebied dat niet in dit bestand staat, blijft', 'gebieden die niet in dit bestand staan, blijven')} bestaan: ${names.slice(0, SHOWN).join(', ')}${rest}. ${remedy}`]
}
