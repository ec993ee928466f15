import { reasons } from '#shared/text/reasons.ts'
import { parseAddress } from '../normalise/address.ts'
import { addressParts, type Draft } from './draft.ts'
import { partOfField, targetColumn, type RowPlan } from './rowPlan.ts'

/** Reads the address of a draft once all its cells are in. */
export type FinishStep = (draft: Draft) => void

const NUMBER = /^[1-9]\d{0,4}$/
const LETTER = /^[A-Z]?$/
const SUFFIX = /^([1-9]\d{0,3})?$/
const POSTCODE_LENGTH = 6
const POSTCODE = /^([1-9]\d{3}[A-Z]{2})?$/
/** Names without digits, brackets or doubtful spaces. */
const NAME = /^\p{L}[\p{L}'’.-]*( [\p{L}'’.-]+)*$/u
/** A register writes letters and suffixes as they officially are. */
const ANY_LETTER = /^[A-Za-z]?$/
const ANY_SUFFIX = /^[0-9A-Za-z]{0,4}$/

/** null when the mapping has no part of an address. */
export function addressStep(plan: RowPlan): FinishStep | null {
  const mapped = plan.mapped.filter(({ field }) => Object.hasOwn(partOfField, field.id) && field.type === 'address-part')
  const first = mapped[0]
  if (!first) return null
  const slots = Object.fromEntries(
    plan.kind.fields.flatMap((field) => (Object.hasOwn(partOfField, field.id) ? [[field.id, plan.slot(targetColumn(plan.kind, field) ?? '')]] : [])),
  )
  const place = {
    street: slots['street'] ?? -1, number: slots['house_number'] ?? -1, letter: slots['house_letter'] ?? -1, suffix: slots['house_suffix'] ?? -1,
    postcode: slots['postcode'] ?? -1, city: slots['city'] ?? -1,
  }
  const isRegister = plan.kind.table === 'address'
  return (draft) => {
    const { address, values } = draft
    if (isRegister && address.postcode.length !== POSTCODE_LENGTH) address.postcode = address.postcode.replace(/\s/g, '').toUpperCase()
    const isClean = isRegister ? isOfficial(draft) : isTidy(draft)
    if (isClean) {
      values[place.street] = address.street
      values[place.number] = Number(address.number)
      values[place.letter] = address.letter
      values[place.suffix] = address.suffix
      values[place.postcode] = address.postcode
      values[place.city] = address.city
      return
    }
    const parsed = parseAddress(address)
    values[place.street] = parsed.street
    values[place.number] = parsed.number
    values[place.letter] = parsed.letter
    values[place.suffix] = parsed.suffix
    values[place.postcode] = parsed.postcode
    values[place.city] = parsed.city
    if (parsed.notes.length > 0) draft.repaired(first.column, first.field.id, writtenAddress(draft), reasons.addressRead(parsed.notes.join('; ')))
  }
}

/** Parts that the parser would give back as they are; most rows of a good delivery. */
function isTidy({ address }: Draft): boolean {
  return address.line === '' && NUMBER.test(address.number) && LETTER.test(address.letter) && SUFFIX.test(address.suffix)
    && POSTCODE.test(address.postcode) && NAME.test(address.street) && (address.city === '' || NAME.test(address.city))
}

function isOfficial({ address }: Draft): boolean {
  return address.line === '' && NUMBER.test(address.number) && ANY_LETTER.test(address.letter) && ANY_SUFFIX.test(address.suffix)
    && POSTCODE.test(address.postcode) && address.street !== ''
}

/** The address as delivered, in one line. */
function writtenAddress({ address }: Draft): string {
  return addressParts.map((part) => address[part].trim()).filter((text) => text !== '').join(' | ')
}
