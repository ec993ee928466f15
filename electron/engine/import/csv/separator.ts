/** Separators seen in practice, by name. */
export const separatorLabel: Record<string, string> = { ';': 'puntkomma', ',': 'komma', '\t': 'tab', '|': 'staande streep' }

const CANDIDATES = [';', '\t', '|', ',']
const LINES = 50
const HINT = /^\ufeff?"?sep=(.)"?\r?\n?$/i

/** The separator Excel was told to use in a first line `sep=;`, else null. */
export function hintedSeparator(firstLine: string): string | null {
  return HINT.exec(firstLine)?.[1] ?? null
}

/**
 * The separator that splits the most lines in the same number of cells. Quoted parts do not count; on a tie the order
 * `;` tab `|` `,` decides, because a comma also stands inside Dutch numbers and addresses.
 */
export function detectSeparator(sample: string): string {
  const lines = logicalLines(sample)
  const scored = CANDIDATES.map((separator) => ({ separator, score: score(lines, separator) }))
  const best = scored.reduce((a, b) => (b.score > a.score ? b : a))
  return best.score > 0 ? best.separator : ';'
}

function score(lines: readonly string[], separator: string): number {
  const counts = lines.map((line) => line.split(separator).length - 1).filter((count) => count > 0)
  if (counts.length === 0) return 0
  const most = mode(counts)
  const agreeing = counts.filter((count) => count === most).length
  return (agreeing / lines.length) * Math.min(most, 5)
}

function mode(counts: readonly number[]): number {
  const tally = new Map<number, number>()
  for (const count of counts) tally.set(count, (tally.get(count) ?? 0) + 1)
  return [...tally].reduce((a, b) => (b[1] > a[1] ? b : a))[0]
}

/** The first lines with their quoted parts emptied, so that separators inside quotes do not count. */
function logicalLines(sample: string): string[] {
  return sample
    .replace(/"(?:[^"]|"")*"/g, '""')
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trim() !== '')
    .slice(0, LINES)
}
