/**
 * The next free number of a year: `C-2026-0001`.
 * @param last the highest number given out that begins with a prefix, or null
 */
export function nextNumber(letter: string, today: string, last: (prefix: string) => string | null): string {
  const prefix = `${letter}-${today.slice(0, 4)}-`
  return prefix + String(Number(last(prefix)?.slice(prefix.length) ?? '0') + 1).padStart(4, '0')
}
