import { reasons } from '#shared/text/reasons.ts'
import { passesElfproef } from './elfproef.ts'
import { DateCell, refuse, Repaired, type Filled, type Reading } from './reading.ts'

const DIGITS = /^\d+$/
const SCIENTIFIC = /^\d([.,]\d+)?[eE]\+?\d+$/
/** Excel keeps 15 significant digits of a number. */
const EXCEL_DIGITS = 15
const DECORATION = /[\s.\-_/'‘’]/g
const DECIMALS = /^(\d+)[.,]0+$/
/** 0 and 1 as a typist or a scanner may have left them. */
const LOOKALIKES: Record<string, string> = { o: '0', O: '0', l: '1', I: '1', i: '1' }
const LOOKALIKE = /[oOlIi]/g
const MOSTLY_DIGITS = /^[\doOlIi]+$/

interface Digits {
  text: string
  isRepaired: boolean
}

/**
 * The digits of a number as written, without dots, spaces and labels before it.
 * @returns a refusal where Excel has spoilt the number beyond repair
 */
function digitsOf(cell: Filled, label: RegExp | null): Digits | Reading<never> {
  if (cell instanceof DateCell) return refuse(reasons.excelDate)
  if (typeof cell === 'boolean') return refuse(reasons.notANumber)
  if (typeof cell === 'number') return digitsOfNumber(cell)
  if (DIGITS.test(cell)) return isZero(cell) ? null : { text: cell, isRepaired: false }
  if (SCIENTIFIC.test(cell)) return refuse(reasons.scientific)
  const bare = (label ? cell.replace(label, '') : cell).trim().replace(DECIMALS, '$1').replace(DECORATION, '')
  if (DIGITS.test(bare)) return isZero(bare) ? null : { text: bare, isRepaired: false }
  if (!MOSTLY_DIGITS.test(bare) || (bare.match(LOOKALIKE)?.length ?? 0) > 2) return refuse(reasons.notANumber)
  return { text: bare.replace(LOOKALIKE, (letter) => LOOKALIKES[letter] ?? letter), isRepaired: true }
}

function digitsOfNumber(value: number): Digits | Reading<never> {
  if (value === 0) return null
  if (!Number.isInteger(value) || value < 0) return refuse(reasons.notANumber)
  const text = value.toFixed(0)
  return text.length > EXCEL_DIGITS ? refuse(reasons.digitsLost) : { text, isRepaired: false }
}

function isZero(text: string): boolean {
  return text.charCodeAt(0) === 48 && /^0+$/.test(text)
}

function isDigits(found: Digits | Reading<never>): found is Digits {
  return found !== null && 'text' in found
}

const KVK_LABEL = /^(kvk|k\.v\.k\.|kvknr|kvknummer|kvk-nummer|nr|no)[\s.:#-]*(nr|nummer|no)?[\s.:#]*/i

/** KVK number: eight digits, as a number. Seven have lost a leading zero; twelve are something else and never guessed. */
export function readKvk(cell: Filled): Reading<number> {
  const found = digitsOf(cell, KVK_LABEL)
  if (!isDigits(found)) return found
  if (found.text.length === 12) return refuse(reasons.kvkIsBranch)
  return padded(found, 8, 6, reasons.notKvk)
}

const BRANCH_LABEL = /^(vestigingsnummer|vestiging|vest|nr)[\s.:#-]*(nr|nummer)?[\s.:#]*/i

/** Vestigingsnummer: twelve digits, as a number. Eight may be all that Excel left of 000037178598. */
export function readBranchNumber(cell: Filled): Reading<number> {
  const found = digitsOf(cell, BRANCH_LABEL)
  return isDigits(found) ? padded(found, 12, 7, reasons.notBranch) : found
}

const RSIN_LABEL = /^(rsin|fin|nl)[\s.:#]*(nr|nummer)?[\s.:#]*/i
const VAT_TAIL = /B\d\d$/i

/** RSIN: nine digits that pass the elfproef, as a number; a VAT number (NL…B01) holds it. */
export function readRsin(cell: Filled): Reading<number> {
  const found = digitsOf(typeof cell === 'string' ? cell.replace(VAT_TAIL, '') : cell, RSIN_LABEL)
  if (!isDigits(found)) return found
  const reading = padded(found, 9, 7, reasons.notRsin)
  return passesElfproef(found.text.padStart(9, '0')) ? reading : refuse(reasons.notRsin)
}

/** What stands for the digits of a BSN that was given back masked. */
const MASK = '•••'
const BSN_LABEL = /^(bsn|sofi|burgerservicenummer)[\s.:#-]*(nr|nummer)?[\s.:#]*/i

/**
 * BSN as nine digits; only ever to be hashed.
 * @param isDemo a demo vault takes the reverse: numbers that fail the elfproef, so that no real one can stand in it
 */
export function readBsn(cell: Filled, isDemo: boolean): Reading<string> {
  if (typeof cell === 'string' && cell.startsWith(MASK)) return refuse(reasons.maskedBsn)
  const found = digitsOf(cell, BSN_LABEL)
  if (!isDigits(found)) return found
  if (found.text.length > 9 || found.text.length < 7) return refuse(reasons.notBsn)
  const digits = found.text.padStart(9, '0')
  if (passesElfproef(digits) === isDemo) return refuse(isDemo ? reasons.realBsnInDemo : reasons.notBsn)
  return found.isRepaired || found.text.length < 9 ? new Repaired(digits, found.isRepaired ? reasons.lettersForDigits : reasons.zerosRestored) : digits
}

/**
 * BAG number: sixteen digits, as a number (below 2^53). Almere's begin with 00, so fourteen have lost their zeros.
 * @param types the object types allowed, digits 5 and 6: 01 verblijfsobject, 02 ligplaats, 03 standplaats, 10 pand, 20 nummeraanduiding
 */
export function readBagId(cell: Filled, types: readonly string[]): Reading<number> {
  const found = digitsOf(cell, null)
  if (!isDigits(found)) return found
  const reading = padded(found, 16, 13, reasons.notBag)
  if (reading !== null && typeof reading === 'object' && !(reading instanceof Repaired)) return reading
  return types.includes(found.text.padStart(16, '0').slice(4, 6)) ? reading : refuse(reasons.wrongBagType)
}

/** WOZ object number: twelve digits, as a number; the first four are the municipality, whose zeros are easily lost. */
export function readWozObject(cell: Filled): Reading<number> {
  const found = digitsOf(cell, null)
  return isDigits(found) ? padded(found, 12, 9, reasons.notWozObject) : found
}

function padded(found: Digits, length: number, shortest: number, reason: string): Reading<number> {
  const { text } = found
  if (text.length > length || text.length < shortest) return refuse(reason)
  const value = Number(text)
  if (found.isRepaired) return new Repaired(value, reasons.lettersForDigits)
  return text.length < length ? new Repaired(value, reasons.zerosRestored) : value
}

const SBI = /^\d{2,5}$/
const SEVERAL_SBI = /^(\d[\d.]*)(?:\s*[;,|/]\s*\d[\d.]*)+$/
const SBI_WRITING = /^(?:sbi[\s.:-]*)?(\d[\d.]*)(?:\s*[-–: ].*)?$/i

/**
 * SBI code without dots, two to five digits. A code that does not exist as it stands but does with a zero before it gets it back;
 * where both exist (1411 is clothing, 01411 is cattle) it stays as delivered.
 * @param isKnown whether the classification has this code
 */
export function readSbi(cell: Filled, isKnown: (code: string) => boolean): Reading<string> {
  if (cell instanceof DateCell) return refuse(reasons.excelDate)
  const first = typeof cell === 'string' ? SEVERAL_SBI.exec(cell)?.[1] : undefined
  if (first !== undefined) return firstOf(readSbi(first, isKnown))
  const text = typeof cell === 'string' ? SBI_WRITING.exec(cell)?.[1]?.replaceAll('.', '') : String(cell)
  if (text === undefined) return refuse(reasons.notSbi)
  if (/^0+$/.test(text)) return null
  if (!isKnown(text) && isKnown(`0${text}`)) return new Repaired(`0${text}`, reasons.sbiZero)
  return SBI.test(text) ? text : refuse(reasons.notSbi)
}

/** The letter of a section of the SBI, A to V; null for anything else. */
export function readSection(cell: Filled): string | null {
  return typeof cell === 'string' && /^[A-V]$/i.test(cell) ? cell.toUpperCase() : null
}

/** The first of several codes is the main activity. */
function firstOf(reading: Reading<string>): Reading<string> {
  if (reading instanceof Repaired) return new Repaired(reading.value, reasons.severalSbi)
  return typeof reading === 'string' ? new Repaired(reading, reasons.severalSbi) : reading
}

const AREA_CODE = /^(BU\d{2}[0-9A-Z]{6}|WK\d{2}[0-9A-Z]{4}|GM\d{4})$/
const YEAR_BEFORE = /^\d{4}(?=(BU|WK|GM))/
const BARE = /^\d{8}$|^\d{6}$|^\d{4}$/

/** CBS code of a buurt (BU + 8), wijk (WK + 6) or gemeente (GM + 4). */
export function readAreaCode(cell: Filled): Reading<string> {
  if (typeof cell !== 'string') return refuse(reasons.notAreaCode)
  const code = cell.toUpperCase().replace(/\s/g, '').replace(YEAR_BEFORE, '')
  if (AREA_CODE.test(code)) return code
  if (!BARE.test(code)) return refuse(reasons.notAreaCode)
  const prefix = code.length === 8 ? 'BU' : code.length === 6 ? 'WK' : 'GM'
  return new Repaired(prefix + code, reasons.areaCodePrefix)
}
