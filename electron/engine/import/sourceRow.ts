import type { OutputOf } from '#shared/contract/index.ts'
import type { FieldDefinition } from '#shared/model/source.ts'
import { splitRecordId } from '#shared/model/recordId.ts'
import { dayOf, formatDate, formatNumber } from '#shared/text/format.ts'
import { ProblemError } from '../problem.ts'
import type { Reader, Value } from '../store/database.ts'
import { findStanding, issuesOfRow } from '../store/deliveries.ts'
import { findPast } from '../store/history.ts'
import { findRecord } from '../store/records.ts'
import { deliveryOf } from './deliveryMapping.ts'
import { kindOf, type Kind } from './kinds.ts'
import { targetColumn } from './rowPlan.ts'

type SourceRow = OutputOf<'sources.row'>
const SEALED = '(verzegeld)'
const HASHED = '(alleen als kenmerk bewaard)'

/**
 * One accepted row as it stands in the vault: each value under the heading it came from, with what was delivered where it was repaired.
 * Sealed content is not shown here, and a BSN is not known any more.
 * @throws ProblemError `not-found`
 */
export function readSourceRow(reader: Reader, recordId: number): SourceRow {
  const { deliveryId, row } = splitRecordId(recordId)
  const delivery = deliveryOf(reader, deliveryId)
  const kind = kindOf(delivery.kind)
  if (delivery.withdrawnAt !== null) throw new ProblemError('delivery-withdrawn')
  const past = findPast(reader, recordId)
  const record = past?.row ?? findRecord(reader, kind.table, recordId)
  if (!record) throw new ProblemError('not-found', { what: 'De bronrij' })
  const issues = new Map(issuesOfRow(reader, deliveryId, row).map((issue) => [issue.columnIndex, issue]))
  const values = delivery.mapping.columns.flatMap(({ column, heading, field: id }) => {
    const field = kind.fields.find((one) => one.id === id)
    if (!field) return []
    const value = shownValue(kind, field, record)
    return [{ heading, label: field.label, value, original: issues.get(column)?.value ?? null }]
  })
  const { file, sheet, supplier, referenceDate } = delivery
  return { source: { recordId, deliveryId, file, sheet, row, supplier, referenceDate }, kindLabel: kind.label, validFrom: deliveryDay(reader, deliveryId), validTo: past ? deliveryDay(reader, past.endedBy) : null, values }
}

/** The day a delivery speaks of, else the day it came in. */
function deliveryDay(reader: Reader, deliveryId: number): string {
  const delivery = findStanding(reader, deliveryId)
  return delivery?.referenceDate ?? (delivery ? dayOf(delivery.at) : '')
}

const DIGITS: Partial<Record<FieldDefinition['type'], number>> = { kvk: 8, 'branch-number': 12, rsin: 9, 'bag-id': 16, 'woz-object': 12 }

/** A value as the window shows it; sealed text and a BSN are never shown. */
export function shownValue(kind: Kind, field: FieldDefinition, record: Record<string, Value>): string {
  if (field.type === 'sealed') return SEALED
  if (field.type === 'bsn') return record['bsn_hash'] === null ? '' : HASHED
  if (field.type === 'geometry') return ''
  if (field.id === 'address_line') return addressOf(record)
  if (field.type === 'person-name' || field.type === 'party') return nameOf(field, record)
  if (field.type === 'share') return shareOf(record)
  return textOf(field, record[targetColumn(kind, field) ?? ''] ?? null)
}

function shareOf({ share_part: part, share_whole: whole }: Record<string, Value>): string {
  return typeof part === 'number' && typeof whole === 'number' ? `${part}/${whole}` : ''
}

function textOf(field: FieldDefinition, value: Value): string {
  if (value === null || value instanceof Uint8Array) return ''
  const digits = DIGITS[field.type]
  if (digits !== undefined) return String(value).padStart(digits, '0')
  if (field.type === 'number') return String(value).replace('.', ',')
  if (field.type === 'yesno') return value === 1 ? 'ja' : 'nee'
  if (field.type === 'money' && typeof value === 'number') return `€ ${formatNumber(value)}`
  return field.type === 'date' && typeof value === 'string' ? formatDate(value) : String(value)
}

function addressOf(record: Record<string, Value>): string {
  const part = (name: string) => String(record[`given_${name}`] ?? record[name] ?? '')
  return [part('street'), part('number'), part('letter'), part('suffix'), part('postcode'), part('city')].filter((text) => text !== '').join(' ')
}

function nameOf(field: FieldDefinition, record: Record<string, Value>): string {
  const company = field.type === 'party' ? String(record[field.id] ?? '') : ''
  if (company !== '') return company
  return ['given_names', 'initials', 'prefix', 'family_name'].map((name) => String(record[name] ?? '')).filter((text) => text !== '').join(' ')
}
