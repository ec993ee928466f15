import { readStreetPart, type StreetPart } from './addressLine.ts'
import { addressNote, type AddressNote } from './addressNote.ts'
import { readExtra, readHouseNumber, type HouseNumber } from './addressNumber.ts'
import { postcodeInLine, postcodeOfCell } from './addressPostcode.ts'
import type { FoundPlace } from './addressTail.ts'
import { cleanCell } from './addressText.ts'
import type { GivenAddress } from './given.ts'
import { streetKey } from './street.ts'

/** An address split into its parts, as written but mended: street and city are not abbreviated or spelled out. */
export interface ParsedAddress {
  street: string
  number: number | null
  /** end of a range of house numbers; the suffix then reads `t/m 16`, or `7 en 9` for a list */
  numberTo: number | null
  /** upper case */
  letter: string
  suffix: string
  /** `1315AB`, or empty */
  postcode: string
  city: string
  /** what was repaired or left out, in words */
  notes: AddressNote[]
}

type Cells = Record<keyof GivenAddress, string>

/**
 * Reads an address from whatever cells it stood in: each part in its own cell, all in one line, or anything between.
 * Never guesses a part that is not there, and never drops a letter or suffix: `1`, `1A` and `1A-1` stay three addresses.
 * @param mends whether letters such as Ã« are restored
 */
export function parseAddress(given: GivenAddress, mends = true): ParsedAddress {
  const notes: AddressNote[] = []
  const cells = cleanCells(given, mends, notes)
  const where = readPostcode(cells, notes)
  const place = { hasPostcode: where.postcode !== '', hasCity: where.city !== '' }
  const line = readStreetPart(where.line, place)
  const cell = readStreetCell({ ...cells, street: where.street }, place, notes)
  const beside = readNumberCell(cells.number, cell.street || line.street, notes)
  const house = addExtra(beside?.house ?? cell.house ?? line.house, cells, notes)
  if (house?.isFromDate) notes.push(addressNote.excelDate)
  if (house?.numberTo) notes.push(addressNote.range)
  return {
    street: cell.street || line.street || (beside?.street ?? ''),
    number: house?.number ?? null,
    numberTo: house?.numberTo ?? null,
    letter: house?.letter ?? '',
    suffix: house?.suffix ?? '',
    postcode: where.postcode,
    city: where.city || cell.city || line.city,
    notes: [...new Set(notes)],
  }
}

function cleanCells(given: GivenAddress, mends: boolean, notes: AddressNote[]): Cells {
  const clean = (value: string | undefined): string => {
    const { text, isMended } = cleanCell(value, mends)
    if (isMended) notes.push(addressNote.mended)
    return text
  }
  return {
    line: clean(given.line), street: clean(given.street), number: clean(given.number), letter: clean(given.letter),
    suffix: clean(given.suffix), postcode: clean(given.postcode), city: clean(given.city),
  }
}

/** The postcode from its own cell, else from the cell of the city, the line or the street; and what is left of those. */
function readPostcode(cells: Cells, notes: AddressNote[]): { postcode: string; city: string; line: string; street: string } {
  const own = postcodeOfCell(cells.postcode)
  const inCity = postcodeInLine(cells.city)
  const inLine = postcodeInLine(cells.line)
  const inStreet = postcodeInLine(cells.street)
  const found = own ?? inCity ?? inLine ?? inStreet
  if (cells.postcode !== '' && !own) notes.push(addressNote.postcodeInvalid)
  if (found?.isRepaired) notes.push(addressNote.postcodeSwapped)
  if (found && !own && cells.line === '') notes.push(addressNote.postcodeMoved)
  const behind = inLine ? splitBehind(inLine.before, inLine.after) : { line: cells.line, city: '' }
  const beside = inStreet ? splitBehind(inStreet.before, inStreet.after) : { line: cells.street, city: '' }
  const inCityCell = inCity ? [inCity.before, inCity.after].filter((part) => part !== '').join(' ') : cells.city
  return {
    postcode: found?.postcode ?? '',
    city: tidyCity(inCityCell) || tidyCity(own?.after ?? '') || tidyCity(behind.city) || tidyCity(beside.city),
    line: behind.line,
    street: beside.line,
  }
}

/** Behind a postcode stands the city; where nothing stands before it, `1315 AB 12`, `1315 AB Kerkstraat 12` or `1315 AB Almere, Kerkstraat 12`. */
function splitBehind(before: string, after: string): { line: string; city: string } {
  if (before !== '') return { line: before, city: after }
  const [city = '', ...rest] = after.split(/\s*[,;]\s*/)
  return /\d/.test(city) ? { line: after, city: '' } : { line: rest.join(', '), city }
}

/** Without country and brackets; digits are never part of a city. */
function tidyCity(text: string): string {
  const city = text.replace(/[\s,;]+(?:nederland|the netherlands|netherlands|nl)\.?$/i, '').replace(/^[\s,;.-]+|[\s,;.]+$/g, '')
  return /\d/.test(city) ? '' : city
}

/** The street cell; when there is no cell for the number, the number stands here too. */
function readStreetCell(cells: Cells, place: FoundPlace, notes: AddressNote[]): StreetPart {
  const street = cells.street.replace(/[\s,;]+$/, '')
  if (street === '' || cells.number !== '') return { street, house: null, city: '' }
  const read = readStreetPart(street, place)
  if (read.house) notes.push(addressNote.numberMoved)
  return read
}

/** What stands before a number and says no more than that one comes. */
const NUMBER_LABEL = /^(?:huis|hs)?[\s.-]*(?:nummer|nr|no)?[\s.:#]*$/i

/**
 * The number in its own cell. Words before it that are no label and not the street again stay with it as a suffix, because `tegenover 12` and
 * `unit 12` are not number 12; where there is no street they are the street.
 */
function readNumberCell(text: string, street: string, notes: AddressNote[]): Pick<StreetPart, 'street' | 'house'> | null {
  if (text === '') return null
  const plain = readHouseNumber(text)
  if (plain) return { street: '', house: plain }
  const { street: words, house } = readStreetPart(text, { hasPostcode: true, hasCity: true })
  if (!house) {
    notes.push(addressNote.numberInvalid)
    return null
  }
  if (street === '' || NUMBER_LABEL.test(words) || streetKey(words) === streetKey(street)) return { street: NUMBER_LABEL.test(words) ? '' : words, house }
  notes.push(addressNote.numberWords)
  return { street: '', house: { ...house, suffix: `${words} ${house.suffix}`.trim() } }
}

/** Adds the cells for letter and suffix; the same thing twice counts once. */
function addExtra(house: HouseNumber | null, cells: Cells, notes: AddressNote[]): HouseNumber | null {
  const given = cells.letter + (cells.letter !== '' && cells.suffix !== '' ? ' ' : '') + cells.suffix
  if (!house || given === '') return house
  const own = house.letter + house.suffix
  const extra = own === '' && cells.letter === '' && /^[a-z]$/i.test(given) ? { letter: '', suffix: given } : readExtra(given)
  if (own === '') return { ...house, ...extra }
  if (bare(own) === bare(given)) return house
  if (house.suffix === '' && (extra.letter === '' || extra.letter === house.letter)) return { ...house, suffix: extra.suffix }
  notes.push(addressNote.extraConflict)
  return { ...house, suffix: `${house.suffix} ${given}`.trim() }
}

function bare(extra: string): string {
  return extra.toLowerCase().replace(/[^a-z\d]/g, '')
}
