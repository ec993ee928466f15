/** A half-life in words: `18 maanden`, `2 jaar`, `geen`. */
export function monthsWords(months: number | null): string {
  if (months === null) return 'geen'
  return months % 12 === 0 ? `${months / 12} jaar` : `${months} maanden`
}
