import type { Archive } from '../archive.ts'
import { readXml } from '../xml.ts'

/** Built-in number formats that show a date or time (ECMA-376 part 1, 18.8.30; 27–36 and 50–58 in East Asian locales). */
const BUILT_IN = new Set([14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 45, 46, 47, 50, 51, 52, 53, 54, 55, 56, 57, 58])
/** Quoted text, escaped characters, colours, conditions and locales say nothing about dates. */
const NOISE = /"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi

/** Whether a number format shows a date or time of day; a duration such as `[h]:mm` is a number. */
export function isDateFormat(code: string): boolean {
  const bare = code.replace(NOISE, '').split(';')[0] ?? ''
  if (/\[(h+|m+|s+)\]/i.test(bare)) return false
  return /[ymdhs]/i.test(bare.replace(/general|standaard/gi, '')) && !/[0#?]/.test(bare.replace(/[.,]0+/g, ''))
}

/** Per cell style (the `s` of a cell): whether numbers under it are dates. */
export async function readDateStyles(archive: Archive, part: string | null): Promise<boolean[]> {
  const styles: boolean[] = []
  if (part === null) return styles
  const own = new Map<number, boolean>()
  let inCells = false
  await readXml(await archive.stream(part), {
    open: (name, attributes) => {
      if (name === 'numFmt') own.set(Number(attributes['numFmtId']), isDateFormat(attributes['formatCode'] ?? ''))
      else if (name === 'cellXfs') inCells = true
      else if (name === 'xf' && inCells) styles.push(isDate(Number(attributes['numFmtId'] ?? 0), own))
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false
    },
    text: () => undefined,
  })
  return styles
}

function isDate(id: number, own: ReadonlyMap<number, boolean>): boolean {
  return own.get(id) ?? BUILT_IN.has(id)
}
