const COMMON = [';', '\t', '|', ',']
/** Only where none of the common ones divides every line alike, because these also stand inside times and texts. */
const RARE = ['\x1f', '~', '^', '\x1e', '\x1c', '\x1d', '¦', '§', ':']
const LINES = 50
const HINT = /^\ufeff?"?sep=(.)"?\r?\n?$/i

/** The separator Excel was told to use in a first line `sep=;`, else null. */
export function hintedSeparator(firstLine: string): string | null {
  return HINT.exec(firstLine)?.[1] ?? null
}

/**
 * The separator that splits the most lines in the same number of cells. Quoted parts do not count; on a tie the order
 * `;` tab `|` `,` decides, because a comma also stands inside Dutch numbers and addresses. Rare ones only count when they split every
 * line alike and no common one does.
 */
export function detectSeparator(sample: string, quote: string): string {
  const lines = logicalLines(sample, quote)
  const common = COMMON.map((separator) => ({ separator, ...splits(lines, separator) }))
  const best = common.reduce((a, b) => (scoreOf(b) > scoreOf(a) ? b : a))
  if (best.share === 1) return best.separator
  const rare = RARE.map((separator) => ({ separator, ...splits(lines, separator) })).find(({ share }) => share === 1 && lines.length > 1)
  return rare?.separator ?? (best.share > 0 ? best.separator : ';')
}

interface Splits {
  /** of the lines, how many it splits alike */
  share: number
  /** in so many separators */
  most: number
}

function scoreOf({ share, most }: Splits): number {
  return share * Math.min(most, 5)
}

function splits(lines: readonly string[], separator: string): Splits {
  const counts = lines.map((line) => line.split(separator).length - 1).filter((count) => count > 0)
  if (counts.length === 0) return { share: 0, most: 0 }
  const most = mode(counts)
  return { share: counts.filter((count) => count === most).length / lines.length, most }
}

function mode(counts: readonly number[]): number {
  const tally = new Map<number, number>()
  for (const count of counts) tally.set(count, (tally.get(count) ?? 0) + 1)
  return [...tally].reduce((a, b) => (b[1] > a[1] ? b : a))[0]
}

/** The first lines with their quoted parts emptied, so that separators inside quotes do not count. The last line may be cut off. */
function logicalLines(sample: string, quote: string): string[] {
  const quoted = quote === "'" ? /'(?:[^']|'')*'/g : /"(?:[^"]|"")*"/g
  return sample
    .replace(quoted, 'x')
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trim() !== '')
    .slice(0, LINES)
}
