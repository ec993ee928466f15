import { reasons } from '#shared/text/reasons.ts'
import { parseAddress } from '../normalise/address.ts'
import { addressParts, type Draft } from './draft.ts'
import { partOfField, targetColumn, type RowPlan } from './rowPlan.ts'
import { officialAddress, tidyAddress } from './tidyAddress.ts'

/** What is left to do with a row when all its cells are in. */
export type FinishStep = (draft: Draft) => void

/** Reads the parts of an address together; null when the mapping has none. */
export function addressStep(plan: RowPlan): FinishStep | null {
  const first = plan.mapped.find(({ field }) => field.type === 'address-part')
  if (!first) return null
  const slots = slotsOf(plan)
  const readTidy = plan.kind.table === 'address' ? officialAddress : tidyAddress
  return (draft) => {
    const { address, values } = draft
    const tidy = readTidy(address)
    const read = tidy ?? parseAddress(address, plan.mends)
    values[slots.street] = read.street
    values[slots.number] = read.number
    values[slots.letter] = read.letter
    values[slots.suffix] = read.suffix
    values[slots.postcode] = read.postcode
    values[slots.city] = read.city
    if ('notes' in read && read.notes.length > 0) draft.repaired(first.column, first.field.id, writtenAddress(draft), reasons.addressRead(read.notes.join('; ')))
  }
}

function slotsOf(plan: RowPlan): Record<'street' | 'number' | 'letter' | 'suffix' | 'postcode' | 'city', number> {
  const slots = { street: -1, number: -1, letter: -1, suffix: -1, postcode: -1, city: -1 }
  for (const field of plan.kind.fields) {
    const part = partOfField[field.id]
    if (part !== undefined && part !== 'line') slots[part] = plan.slot(targetColumn(plan.kind, field) ?? '')
  }
  return slots
}

/** The address as delivered, in one line. */
function writtenAddress({ address }: Draft): string {
  return addressParts.map((part) => address[part].trim()).filter((text) => text !== '').join(' | ')
}
