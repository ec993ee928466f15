import { splitRecordId } from '#shared/model/recordId.ts'
import { cityKey } from '../normalise/city.ts'
import { streetKey } from '../normalise/street.ts'
import type { Reader, Value, Writer } from '../store/database.ts'
import { confirmer, recordsEndedBy, findPast, forgetPast, pastKeeper, pastReplacedBy, removeConfirmations, replacePast, type StoredRow } from '../store/history.ts'
import {
  addressColumns, addressUpserter, areaColumns, areaUpserter, findRegisterRow, isEmptyRegister, markAddressGone, NO_LONGER_DELIVERED, registerKeys,
  registerRowsOf, registerRowsUnsaid, removeEmptyStreets, removeFormerOf, removeRegisterRow, type Register,
} from '../store/registers.ts'
import { deliveryOf } from './deliveryMapping.ts'
import { kindOf } from './kinds.ts'
import { targetColumn } from './rowPlan.ts'
import type { Change } from './settle.ts'

const columnsOf: Record<Register, readonly string[]> = { address: addressColumns, area: areaColumns }

/** What a register said before and says now; `before` is null for a new entry. */
export type OnChange = (before: StoredRow | null, after: StoredRow | null) => void

/**
 * Keeps a register up to date by its own key: what a delivery says again is confirmed, what it says otherwise takes the place of what
 * stood there, which moves to the past.
 */
export class RegisterIntake {
  readonly change: Change = { added: 0, changed: 0, gone: 0, unchanged: 0 }
  readonly #writer: Writer
  readonly #register: Register
  readonly #deliveryId: number
  readonly #columns: readonly string[]
  readonly #upsert: (values: readonly Value[]) => void
  readonly #wasEmpty: boolean
  readonly #onChange: OnChange
  readonly #columnsSaid = new Map<number, ReadonlySet<string>>()

  constructor(writer: Writer, register: Register, deliveryId: number, onChange: OnChange) {
    this.#writer = writer
    this.#register = register
    this.#deliveryId = deliveryId
    this.#columns = columnsOf[register]
    this.#upsert = upserterOf(writer, register)
    this.#wasEmpty = isEmptyRegister(writer, register)
    this.#onChange = onChange
  }

  /**
   * @param values in the order of the columns of the register
   * @returns whether it is a new entry
   */
  take(values: readonly Value[]): boolean {
    const before = this.#wasEmpty ? undefined : findRegisterRow(this.#writer, this.#register, this.#keyOf(values))
    if (before && splitRecordId(Number(before['record_id'])).deliveryId !== this.#deliveryId) this.#compare(before, values)
    else {
      if (!before) this.change.added += 1
      this.#upsert(values)
    }
    return !before
  }

  /**
   * What an earlier delivery of this source said and this one, which is complete, does not. An address stays findable by what names it; an
   * area makes way for those that lie there now, as when it was split.
   */
  endUnsaid(earlier: readonly number[]): void {
    const keep = pastKeeper(this.#writer, this.#register, this.#deliveryId)
    for (const row of registerRowsUnsaid(this.#writer, this.#register, earlier, this.#deliveryId)) {
      keep(Number(row['record_id']), row, null)
      if (this.#register === 'address') markAddressGone(this.#writer, row['id'] ?? null)
      else removeRegisterRow(this.#writer, this.#register, row['code'] ?? null)
      this.change.gone += 1
      this.#onChange(row, null)
    }
  }

  #keyOf(values: readonly Value[]): Value {
    return values[this.#columns.indexOf(registerKeys[this.#register])] ?? null
  }

  #compare(before: StoredRow, values: readonly Value[]): void {
    const after = Object.fromEntries(this.#columns.map((name, i): [string, Value] => [name, values[i] ?? null]))
    const [old, fresh] = [Number(before['record_id']), Number(after['record_id'])]
    const others = this.#columns.filter((name) => name !== 'record_id' && before[name] !== after[name])
    if (others.length === 0) {
      confirmer(this.#writer)(fresh, old)
      this.change.unchanged += 1
      return
    }
    // an address that was gone already stands in the past
    if (findPast(this.#writer, old)) replacePast(this.#writer, old, fresh)
    else pastKeeper(this.#writer, this.#register, this.#deliveryId)(old, before, fresh)
    this.#upsert(values)
    if (others.every((name) => before[name] === null && !this.#said(old).has(name))) this.change.unchanged += 1
    else {
      this.change.changed += 1
      this.#onChange(before, after)
    }
  }

  /** The columns a delivery had: what another tells beside those is news to the vault, and no change of the address. */
  #said(recordId: number): ReadonlySet<string> {
    const { deliveryId } = splitRecordId(recordId)
    const known = this.#columnsSaid.get(deliveryId)
    if (known) return known
    const said = columnsOfDelivery(this.#writer, deliveryId)
    this.#columnsSaid.set(deliveryId, said)
    return said
  }
}

function columnsOfDelivery(reader: Reader, deliveryId: number): ReadonlySet<string> {
  const { kind: id, mapping } = deliveryOf(reader, deliveryId)
  const kind = kindOf(id)
  const mapped = new Set(mapping.columns.map(({ field }) => field))
  return new Set(kind.fields.filter((field) => mapped.has(field.id)).map((field) => targetColumn(kind, field) ?? ''))
}

function upserterOf(writer: Writer, register: Register): (values: readonly Value[]) => void {
  return register === 'address' ? addressUpserter(writer, { street: streetKey, city: cityKey }) : areaUpserter(writer)
}

/** Undoes the newest delivery of a register: what it said for the first time goes, what it said otherwise is as before. */
export function undoRegister(writer: Writer, register: Register, deliveryId: number): void {
  const upsert = upserterOf(writer, register)
  const put = (row: StoredRow) => upsert(columnsOf[register].map((name) => row[name] ?? null))
  for (const row of registerRowsOf(writer, register, deliveryId)) {
    const before = pastReplacedBy(writer, Number(row['record_id']))
    if (!before) removeRegisterRow(writer, register, row[registerKeys[register]] ?? null)
    else if (before.endedBy === deliveryId) {
      put(before.row)
      forgetPast(writer, before.recordId)
    } else {
      put({ ...before.row, status: NO_LONGER_DELIVERED })
      replacePast(writer, before.recordId, null)
    }
  }
  for (const gone of recordsEndedBy(writer, deliveryId)) {
    put(gone.row)
    forgetPast(writer, gone.recordId)
  }
  removeConfirmations(writer, deliveryId)
  if (register !== 'address') return
  removeFormerOf(writer, deliveryId)
  removeEmptyStreets(writer)
}
