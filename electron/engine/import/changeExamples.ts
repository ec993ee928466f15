import { splitRecordId } from '#shared/model/recordId.ts'
import type { RowChange } from '#shared/model/source.ts'
import type { Reader } from '../store/database.ts'
import type { StoredRow } from '../store/history.ts'
import { findRecord } from '../store/records.ts'
import type { Kind, KindField } from './kinds.ts'
import type { Pairs } from './settle.ts'
import { shownValue } from './sourceRow.ts'

/** How many of each are shown: enough to see what sort of change it is. */
const MOST = 50

/** The first rows that are new, changed or gone, with what they say and said. */
export class ChangeExamples {
  readonly #reader: Reader
  readonly #kind: Kind
  readonly #rows: Record<RowChange['what'], RowChange[]> = { changed: [], gone: [], new: [] }

  constructor(reader: Reader, kind: Kind) {
    this.#reader = reader
    this.#kind = kind
  }

  /** @param before null for a new row @param after null for one that is gone */
  add(before: StoredRow | null, after: StoredRow | null): void {
    const what = before === null ? 'new' : after === null ? 'gone' : 'changed'
    if (this.#rows[what].length >= MOST) return
    const row = splitRecordId(Number((after ?? before)?.['record_id'] ?? (after ?? before)?.['id'])).row
    this.#rows[what].push({ what, row, values: this.#valuesOf(before, after) })
  }

  /** Rows that are compared when all are in; to be called before they are moved. */
  addPairs({ changed, added, gone }: Pairs): void {
    const find = (id: number) => findRecord(this.#reader, this.#kind.table, id) ?? null
    for (const [id, old] of changed.slice(0, MOST)) this.add(find(old), find(id))
    for (const old of gone.slice(0, MOST)) this.add(find(old), null)
    for (const id of added.slice(0, MOST)) this.add(null, find(id))
  }

  list(): RowChange[] {
    return [...this.#rows.changed, ...this.#rows.gone, ...this.#rows.new]
  }

  /** Every filled field; of a changed row what differs, after what it is known by. */
  #valuesOf(before: StoredRow | null, after: StoredRow | null): RowChange['values'] {
    const shown = (field: KindField, row: StoredRow | null) => (row === null ? '' : shownValue(this.#kind, field, row))
    const known = new Set(this.#kind.keys.flat())
    return this.#fields().flatMap((field) => {
      const value = { label: field.label, before: shown(field, before), after: shown(field, after) }
      if (value.before === '' && value.after === '') return []
      const isTelling = before === null || after === null || value.before !== value.after || known.has(field.id) || field.id === 'address_line'
      return isTelling ? [value] : []
    })
  }

  /** An address and a name are shown once, in one line. */
  #fields(): readonly KindField[] {
    const isPart = new Set(['street', 'house_number', 'house_letter', 'house_suffix', 'postcode', 'city', 'given_names', 'initials', 'prefix', 'family_name', 'person_name', 'share_whole'])
    const hasPerson = this.#kind.fields.some(({ type }) => type === 'party')
    return this.#kind.fields.filter((field) => (field.type !== 'address-part' && !isPart.has(field.id)) || field.id === 'address_line' || (field.id === 'person_name' && !hasPerson))
  }
}
