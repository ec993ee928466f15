import type { SourceDate } from '../model/entity.ts'

const locale = 'nl-NL'
const timeZone = 'Europe/Amsterdam'
const numberFormats = new Map<number, Intl.NumberFormat>()

function numberFormat(decimals: number): Intl.NumberFormat {
  const known = numberFormats.get(decimals)
  if (known) return known
  const made = new Intl.NumberFormat(locale, { minimumFractionDigits: decimals, maximumFractionDigits: decimals })
  numberFormats.set(decimals, made)
  return made
}

const minus = '−'

/** `1.234,56`; the minus is a real one, so that columns of figures line up. */
export function formatNumber(value: number, decimals = 0): string {
  const text = numberFormat(decimals).format(value)
  // what rounds to nothing has no sign
  return /[1-9]/.test(text) ? text.replace('-', minus) : text.replace('-', '')
}

/** With its sign always in sight: `+0,62`, `−0,18`; zero has none. */
export function formatSigned(value: number, decimals: number): string {
  const text = formatNumber(Math.abs(value), decimals)
  if (text === formatNumber(0, decimals)) return text
  return value < 0 ? minus + text : `+${text}`
}

/** A share 0…1 as `35 %`, with the space Dutch rules want. */
export function formatPercent(share: number, decimals = 0): string {
  return `${formatNumber(share * 100, decimals)} %`
}

/** `2024-05-01` → `01-05-2024`; an incomplete date keeps what it knows: `05-2024`, `2024`. */
export function formatDate(date: SourceDate): string {
  return date.split('-').reverse().join('-')
}

/** `01-05-2021 – heden`; without any date `periode onbekend`. */
export function formatPeriod(start: SourceDate | null, end: SourceDate | null): string {
  if (start === null && end === null) return 'periode onbekend'
  if (start === null && end !== null) return `tot ${formatDate(end)}`
  if (start === null) return 'periode onbekend'
  return start === end ? formatDate(start) : `${formatDate(start)} – ${end === null ? 'heden' : formatDate(end)}`
}

const momentFormat = new Intl.DateTimeFormat(locale, { timeZone, day: '2-digit', month: '2-digit', year: 'numeric', hour: '2-digit', minute: '2-digit' })
const secondFormat = new Intl.DateTimeFormat(locale, { timeZone, hour: '2-digit', minute: '2-digit', second: '2-digit' })
const dayFormat = new Intl.DateTimeFormat(locale, { timeZone, day: '2-digit', month: '2-digit', year: 'numeric' })

/** A moment (ISO 8601) as `18-11-2026 08:12`, Dutch time. */
export function formatMoment(moment: string): string {
  return momentFormat.format(new Date(moment)).replace(',', '')
}

/** The same with seconds, for the log. */
export function formatMomentExact(moment: string): string {
  return `${formatDay(moment)} ${secondFormat.format(new Date(moment))}`
}

/** The day of a moment: `18-11-2026`. */
export function formatDay(moment: string): string {
  return dayFormat.format(new Date(moment))
}

/** The same as ISO day. The first characters of a moment are no day: until two in the night they say that of yesterday. */
export function dayOf(moment: string): string {
  return formatDay(moment).split('-').toReversed().join('-')
}

/** `3,4 MB`, in thousands as file managers count. */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return `${formatNumber(bytes)} bytes`
  if (bytes < 1_000_000) return `${formatNumber(bytes / 1000)} kB`
  return `${formatNumber(bytes / 1_000_000, 1)} MB`
}

/** `1 adres`, `2.104 adressen`, `geen adressen`. */
export function formatCount(count: number, one: string, many: string): string {
  if (count === 0) return `geen ${many}`
  return count === 1 ? `1 ${one}` : `${formatNumber(count)} ${many}`
}

/** A word of a closed list at the beginning of a heading or sentence: `buurten` → `Buurten`. */
export function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

const conjunction = new Intl.ListFormat('nl', { type: 'conjunction' })
const disjunction = new Intl.ListFormat('nl', { type: 'disjunction' })

/** `A, B en C` */
export function enumerated(words: readonly string[]): string {
  return conjunction.format(words)
}

/** `A, B of C` */
export function anyOf(words: readonly string[]): string {
  return disjunction.format(words)
}
