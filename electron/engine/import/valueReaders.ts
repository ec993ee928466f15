import { z } from 'zod'
import type { FieldDefinition } from '#shared/model/source.ts'
import { reasons } from '#shared/text/reasons.ts'
import { readCadastralId } from '../normalise/cadastralId.ts'
import { choiceReader } from '../normalise/choices.ts'
import { readCoordinate } from '../normalise/coordinates.ts'
import { dateBounds, readDate } from '../normalise/dates.ts'
import { readAreaCode, readBagId, readBranchNumber, readBsn, readKvk, readRsin, readSbi, readSection, readWozObject } from '../normalise/identifiers.ts'
import { maskBsn } from '../normalise/maskBsn.ts'
import { readInteger, readMoney, readNumber, readShare, readYesNo } from '../normalise/numbers.ts'
import { readOutline } from '../normalise/outline.ts'
import { dottedInitials } from '../normalise/partyName.ts'
import { cellText, DateCell, refuse, Repaired, type Cell, type Filled, type Reading } from '../normalise/reading.ts'
import { readResource } from '../resources.ts'

/** What readers need to know of the moment and the vault. */
export interface ReadingContext {
  /** ISO day by which a date is judged that cannot lie ahead */
  today: string
  isDemo: boolean
}

export type ValueReader = (cell: Filled) => Reading<unknown>

const LONGEST_TEXT = 2000
/** Street and city take 80 each at most (BAG), the rest some twenty; what is longer is a story with perhaps an address in it. */
const LONGEST_ADDRESS_PART = 250
/** Fields that hold as much as there is to say. */
const WITHOUT_END: ReadonlySet<FieldDefinition['type']> = new Set(['geometry', 'sealed'])
const DUMMY_AREA = 999_999

/** Whether a cell holds more than a field takes. Reading takes time with the square of the length: a page of text would hold up an import. */
function isTooLong(cell: Cell): boolean {
  return typeof cell === 'string' && cell.length > LONGEST_TEXT
}

/** The same of a part of an address, which takes longest to read and needs least room. */
export function isTooLongForAddress(cell: Cell): boolean {
  return typeof cell === 'string' && cell.length > LONGEST_ADDRESS_PART
}

/** The reader of a field: a cell with something in it → a stored value, repaired or refused. */
export function readerOf(field: FieldDefinition, context: ReadingContext): ValueReader {
  const read = readerOfType(field, context)
  return WITHOUT_END.has(field.type) ? read : (cell) => (isTooLong(cell) ? refuse(reasons.tooLong) : read(cell))
}

function readerOfType(field: FieldDefinition, context: ReadingContext): ValueReader {
  switch (field.type) {
    case 'kvk': return readKvk
    case 'branch-number': return readBranchNumber
    case 'rsin': return readRsin
    case 'bsn': return (cell) => readBsn(cell, context.isDemo)
    case 'bag-id': return (cell) => readBagId(cell, field.objectTypes ?? [])
    case 'woz-object': return readWozObject
    case 'cadastral-id': return readCadastralId
    case 'sbi': return (cell) => (field.sections === true ? readSection(cell) : null) ?? readSbi(cell, isKnownSbi)
    case 'area-code': return readAreaCode
    case 'integer': return (cell) => readWhole(cell, field)
    case 'number': return (cell) => readNumber(cell, field.lowest ?? 0, field.highest ?? Number.MAX_SAFE_INTEGER)
    case 'money': return readMoney
    case 'date': return dateReader(field, context)
    case 'yesno': return readYesNo
    case 'share': return readShare
    case 'coordinate': return readCoordinate
    case 'geometry': return readOutline
    case 'choice': return choiceReader(field.choices ?? {}, field.otherwise)
    case 'sealed': return readSealed
    case 'name': return field.id === 'initials' ? (cell) => dottedInitials(cellText(cell)) : readText
    case 'text': case 'party': case 'person-name': case 'address-part': return readText
  }
}

function dateReader({ id, past }: FieldDefinition, { today }: ReadingContext): ValueReader {
  const bounds = dateBounds(today, past !== true ? 'any' : id === 'birth_date' ? 'birth' : 'past')
  return (cell) => readDate(cell, bounds)
}

function readText(cell: Filled): Reading<string> {
  const text = cellText(cell)
  return cell instanceof DateCell ? new Repaired(text, reasons.excelDate) : text
}

/** What people write may hold a BSN, and a BSN is not kept anywhere. */
function readSealed(cell: Filled): Reading<string> {
  const text = cellText(cell)
  const masked = maskBsn(text)
  return masked === text ? text : new Repaired(masked, reasons.bsnInText)
}

function readWhole(cell: Filled, { lowest = 0, highest = Infinity }: FieldDefinition): Reading<number> {
  const reading = readInteger(cell)
  if (typeof reading !== 'number') return reading
  if (reading === DUMMY_AREA) return refuse(reasons.dummyNumber)
  if (reading === 0 && lowest > 0) return null
  return reading > highest || reading < lowest ? refuse(reasons.outOfRange) : reading
}

const Branches = z.object({ codes: z.array(z.tuple([z.string(), z.string(), z.string()])) })
let sbiCodes: ReadonlySet<string> | null = null

/** Whether SBI 2008 or the divisions of SBI 2025 have this code. */
function isKnownSbi(code: string): boolean {
  sbiCodes ??= new Set(['sbi-2008.json', 'sbi-2025.json'].flatMap((file) => readResource(Branches, 'branches', file).codes.map(([one]) => one)))
  return sbiCodes.has(code)
}
