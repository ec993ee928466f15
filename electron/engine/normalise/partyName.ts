/** The parts of a person's name, each as written; initials with dots (`J.P.`). */
export interface PersonName {
  givenNames: string
  initials: string
  prefix: string
  familyName: string
}

const COMPANY_WORD =
  /\b(b\.?v\.?|n\.?v\.?|v\.?o\.?f\.?|c\.?v\.?|v\.?v\.?e\.?|ltd\.?|limited|gmbh|s\.?a\.?r\.?l\.?|inc\.?|plc|stichting|vereniging|cooperatie|coöperatie|maatschap|holding|beheer|beleggingen?|vastgoed|exploitatie|gemeente|provincie|woningstichting|woningbouwvereniging|kerkgenootschap|bedrijven|handelsonderneming|administratiekantoor|bank|groep|group|trading|services)(?![a-zà-ÿ.])/i

/** What companies are called after their trade; none of these is a family name, as Bakker, Winkel and Slager are. */
const TRADE_WORD =
  /\b([a-zà-ÿ]*bedrijf|[a-zà-ÿ]*caf[eé]|eethuis|restaurant|grillroom|pizzeria|snackbar|cafetaria|lunchroom|coffeeshop|shishalounge|hotel|bakkerij|slagerij|supermarkt|drogisterij|apotheek|kapsalon|barbershop|nagelstudio|sportschool|garage|carwash|taxicentrale|uitzendbureau|makelaardij|horeca)(?![a-zà-ÿ.])/i

/** Whether a name is that of a company: it carries a legal form or a word that only companies use. */
export function looksLikeCompany(name: string): boolean {
  return COMPANY_WORD.test(name) || TRADE_WORD.test(name)
}

const BANK = /\b(bank|rabobank|ing|abn|amro|sns|volksbank|triodos|obvion|aegon|nationale[- ]nederlanden|nibc|knab|asn|regiobank|munt hypotheken|florius|bnp|deutsche|hypotheekfonds|hypotheekbank)\b/i

/** Sort of mortgagee by its name alone: a bank, another legal entity, or by exclusion a natural person. */
export function mortgageeKind(name: string): 'bank' | 'rechtspersoon' | 'natuurlijk-persoon' {
  if (BANK.test(name)) return 'bank'
  return looksLikeCompany(name) ? 'rechtspersoon' : 'natuurlijk-persoon'
}

const TITLE = /^(dhr|mevr|mw|de heer|mevrouw|hr|drs|dr|mr|ing|ir|prof)\.?\s+/i
/** Prefixes of Dutch names (tussenvoegsels), longest first. */
const PREFIX = /^(van de|van den|van der|van het|van 't|in 't|in de|in den|op de|op den|op 't|uit de|uit den|voor de|aan de|aan den|von der|de la|v\. ?d\.|v\.d\.|v\/d|van|von|der|den|de|du|le|la|el|al|ten|ter|te|'t|d'|op|ben|bin)\s+/i
const TRAILING_PREFIX = / (van de|van den|van der|van het|van 't|in 't|in de|op de|op den|uit de|von der|de la|v\.?d\.?|v\/d|van|von|der|den|de|du|le|la|el|al|ten|ter|te|'t)$/i
const INITIALS = /^((?:[A-ZÀ-Þ]|Th|Ch|Ph|Chr|IJ|Tj|Sj)\.? ?)+$/
const LONGEST_BARE = 5
const LONGEST_BARE_SHOUTED = 2

/** `P.A.`, `Th.J.`, `PA`; in a name all in capitals a word of three letters without dots is a given name. */
function isInitials(text: string, shouted: boolean): boolean {
  return INITIALS.test(text) && (text.includes('.') || text.length <= (shouted ? LONGEST_BARE_SHOUTED : LONGEST_BARE))
}

function isShouted(text: string): boolean {
  return text === text.toUpperCase()
}

/**
 * Splits a name in one cell: `Jansen, P.A. van`, `P.A. van Jansen`, `van Jansen, Piet`, `Piet van Jansen`.
 * @returns null when no family name can be told apart (one word only, or none)
 */
export function splitPersonName(text: string): PersonName | null {
  const bare = behindComma(unglued(stripTitles(text)))
  const comma = bare.indexOf(',')
  return comma > 0 ? splitAtComma(bare.slice(0, comma).trim(), bare.slice(comma + 1).trim()) : splitInOrder(bare)
}

/** `J.P.de Vries`, `J.P.Vries` and `Vries,J.P.de` with the spaces they lack; `Th.J.` and `v.d.` have none to lack. */
function unglued(text: string): string {
  return text.replace(/(?<=\p{Lu}\p{Ll}{0,2}\.)(?=(?:van|von|de|den|der|ten|ter|te|\p{Lu}\p{Ll}{2,})(?![\p{L}.]))/gu, ' ')
}

const PREFIX_WORDS = /^(?:van|von|de|den|der|het|'t|in|op|aan|uit|voor|ten|ter|te|v\.?\s?d\.?|v\.)(?:\s(?:de|den|der|het|'t|la))?$/i

/** `Vries, de, J.P.` and `Vries J.P. de` as `Vries, J.P. de`. */
function behindComma(text: string): string {
  const [family = '', second = '', third] = text.split(/\s*,\s*/)
  if (third !== undefined && PREFIX_WORDS.test(second)) return `${family}, ${third} ${second}`
  const [, name, initials, prefix = ''] = /^(\p{Lu}[\p{L}'-]+) ((?:\p{Lu}\p{Ll}{0,2}\. ?)+) (.+)$/u.exec(text) ?? []
  return name !== undefined && PREFIX_WORDS.test(prefix) ? `${name}, ${initials} ${prefix}` : text
}

function stripTitles(text: string): string {
  const stripped = text.replace(TITLE, '')
  return stripped === text ? text.trim() : stripTitles(stripped)
}

function splitAtComma(before: string, after: string): PersonName | null {
  if (after === '') return splitInOrder(before)
  const given = stripTitles(after)
  const behind = TRAILING_PREFIX.exec(` ${given}`)
  const first = behind ? ` ${given}`.slice(0, behind.index).trim() : given
  const ahead = PREFIX.exec(before)
  const prefix = behind?.[1] ?? ahead?.[1] ?? ''
  const family = ahead && !behind ? before.slice(ahead[0].length) : before
  return { ...splitGiven(first, isShouted(`${before} ${after}`)), prefix: prefix.toLowerCase(), familyName: family }
}

/** A prefix that can open a name; `Ben` or `Al` in front is a given name. */
const OPENING_PREFIX = /^(van|de|den|der|'t|te|ten|ter|in|op de|aan de|uit)\s/i

function splitInOrder(text: string): PersonName | null {
  const opening = OPENING_PREFIX.test(text) ? PREFIX.exec(text) : null
  if (opening) return { givenNames: '', initials: '', prefix: (opening[1] ?? '').toLowerCase(), familyName: text.slice(opening[0].length) }
  const words = text.split(' ')
  const start = firstFamilyWord(words)
  if (start === null) return null
  const rest = words.slice(start).join(' ')
  const prefix = PREFIX.exec(rest)
  return {
    ...splitGiven(words.slice(0, start).join(' '), isShouted(text)),
    prefix: (prefix?.[1] ?? '').toLowerCase(),
    familyName: prefix ? rest.slice(prefix[0].length) : rest,
  }
}

/** The family name begins behind the initials, or at the first prefix, or at the last word. */
function firstFamilyWord(words: readonly string[]): number | null {
  if (words.length < 2) return null
  const shouted = isShouted(words.join(' '))
  const afterInitials = words.findIndex((word) => !isInitials(word, shouted))
  if (afterInitials > 0) return afterInitials
  const atPrefix = words.findIndex((word, i) => i > 0 && PREFIX.test(`${word} `))
  return atPrefix > 0 && atPrefix < words.length - 1 ? atPrefix : words.length - 1
}

function splitGiven(text: string, shouted: boolean): Pick<PersonName, 'givenNames' | 'initials'> {
  if (text === '') return { givenNames: '', initials: '' }
  return isInitials(text, shouted) ? { givenNames: '', initials: dottedInitials(text) } : { givenNames: text, initials: '' }
}

const BARE_INITIALS = /^[A-ZÀ-Þ]{1,5}$/

/** `P. A.`, `p.a.`, `PA` → `P.A.`; `Th.J.` stays. A word that is no initials comes back as it is. */
export function dottedInitials(text: string): string {
  if (BARE_INITIALS.test(text)) return `${Array.from(text).join('.')}.`
  if (!text.includes('.') && !/^(\S )*\S$/.test(text)) return text
  const parts = text.split(/[. ]+/).filter((part) => part !== '')
  return parts.map((part) => `${part.charAt(0).toUpperCase()}${part.slice(1)}.`).join('')
}
