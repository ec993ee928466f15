import { parseArgs, type ParseArgsConfig } from 'node:util'
import { UsageError } from './io.ts'

type Options = NonNullable<ParseArgsConfig['options']>

/** Options every command on a vault has. */
export const vaultOptions = {
  json: { type: 'boolean', default: false },
  doel: { type: 'string' },
  zaak: { type: 'string' },
} as const satisfies Options

/** Options of commands without a vault. */
export const plainOptions = { json: { type: 'boolean', default: false } } as const satisfies Options

/**
 * Reads the words behind a command.
 * @param most how many words without an option belong there; as a rule only the vault
 * @throws UsageError in Dutch, naming the word that does not fit
 */
export function readOptions<O extends Options>(words: readonly string[], options: O, most = 1) {
  const parsed = parse(words, options)
  const extra = parsed.positionals[most]
  if (extra === undefined) return parsed
  throw new UsageError(`‘${extra}’ hoort hier niet; zet woorden die bij elkaar horen tussen aanhalingstekens.`)
}

function parse<O extends Options>(words: readonly string[], options: O) {
  try {
    return parseArgs({ args: [...words], options, allowPositionals: true, strict: true })
  } catch (error) {
    throw new UsageError(sentenceOf(error))
  }
}

/** Which word Node complains about stands between quotes in its message. */
function sentenceOf(error: unknown): string {
  const message = error instanceof Error ? error.message : ''
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const word = /'([^']+)'/.exec(message)?.[1]?.replace(/ <value>$/, '') ?? ''
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return `De optie ${word} bestaat niet.`
  if (code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE') return `De optie ${word} is niet goed gebruikt.`
  return 'De opdracht is niet te begrijpen.'
}

/** @throws UsageError when the number is missing or out of range */
export function wholeNumber(text: string, name: string, lowest: number, highest: number): number {
  const value = Number(text)
  if (/^\d+$/.test(text) && value >= lowest && value <= highest) return value
  throw new UsageError(`Bij ${name} hoort een heel getal van ${lowest} tot en met ${highest}.`)
}

const ISO_DAY = /^(\d{4})-(\d{1,2})-(\d{1,2})$/
const DUTCH_DAY = /^(\d{1,2})-(\d{1,2})-(\d{4})$/

/** A day as `2024-05-01`, typed so or as `01-05-2024`. @throws UsageError when it is neither or not in the calendar */
export function dayWritten(text: string, name: string): string {
  const [iso, dutch] = [ISO_DAY.exec(text.trim()), DUTCH_DAY.exec(text.trim())]
  const [year, month, day] = (iso ? [iso[1], iso[2], iso[3]] : [dutch?.[3], dutch?.[2], dutch?.[1]]).map(Number)
  const found = new Date(Date.UTC(year ?? 0, (month ?? 0) - 1, day ?? 0))
  if (found.getUTCFullYear() === year && found.getUTCMonth() + 1 === month && found.getUTCDate() === day) return found.toISOString().slice(0, 10)
  throw new UsageError(`Bij ${name} hoort een dag als 31-12-2025 of 2025-12-31.`)
}

/** The key behind a Dutch word. @throws UsageError naming the words that may be used */
export function choose<T extends string>(text: string, name: string, words: Readonly<Record<T, string>>): T {
  const found = keysOf(words).find((key) => words[key].toLowerCase() === text.toLowerCase() || key === text)
  if (found !== undefined) return found
  throw new UsageError(`Bij ${name} kan: ${Object.values(words).join(', ')}.`)
}

function keysOf<T extends string>(words: Readonly<Record<T, string>>): T[] {
  const isKey = (key: string): key is T => Object.hasOwn(words, key)
  return Object.keys(words).filter(isKey)
}

/** @throws UsageError when the text is not there, too short or too long */
export function textOf(text: string | undefined, name: string, shortest: number, longest: number): string {
  const found = required(text, name).trim()
  if (found.length >= shortest && found.length <= longest) return found
  throw new UsageError(`Bij ${name} hoort een tekst van ${shortest} tot en met ${longest} tekens.`)
}

/** @throws UsageError when the word is not there */
export function required(value: string | undefined, what: string): string {
  if (value === undefined || value.trim() === '') throw new UsageError(`${what} ontbreekt.`)
  return value
}
