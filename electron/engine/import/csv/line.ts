import { neutral } from '../../normalise/neutral.ts'

/** One line of a CSV that spreadsheets here open as it is: quoted where needed, ended by CRLF, what would be a formula neutralised. */
export function csvLine(cells: readonly string[], separator: string): string {
  return `${cells.map((cell) => quoted(neutral(cell), separator)).join(separator)}\r\n`
}

function quoted(text: string, separator: string): string {
  return /["\r\n]/.test(text) || text.includes(separator) ? `"${text.replaceAll('"', '""')}"` : text
}
