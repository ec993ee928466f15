import type { Party, ReviewPair } from '#shared/contract/review.ts'
import { entityKey, type EntityKey, type EntityKind } from '#shared/model/entity.ts'
import type { CallContext } from '../../context.ts'
import { ProblemError } from '../../problem.ts'
import type { Reader } from '../../store/database.ts'
import { recordsOfEntity, sizeOfEntity } from '../../store/entities.ts'
import { entityOfRecord, findWeighed, neighboursOf, type WeighedRow } from '../../store/reviewPairs.ts'
import { sourceRef } from '../../store/provenance.ts'
import { companySide, personSide, type CompanySideRow, type PersonSideRow } from '../../store/reviewRows.ts'
import { todayOf } from '../../today.ts'
import { keyOfRecord } from '../recordKey.ts'
import { describe, effectOf } from './effect.ts'
import { companyFields, compareFields, personFields, type Places, type SaidField } from './fields.ts'
import { forbiddenWhy } from './forbidden.ts'
import { deedOn, rowLabel } from './ledger.ts'
import { nameEntities, nameOf, type Name } from './names.ts'
import { tierOf } from './queue.ts'
import { spelledCompany, spelledPerson, type Spelled } from './spelled.ts'
import { carriedByField, fieldlessParts, type RowsOfSide } from './weights.ts'

/** Two rows side by side, and what joining them would bring together. @throws ProblemError `not-found` */
export function readPair({ store, now }: Pick<CallContext, 'store' | 'now'>, { party, left, right }: { party: Party; left: number; right: number }): ReviewPair {
  const [leftEntity, rightEntity] = [entityOf(store, party, left), entityOf(store, party, right)]
  const weighed = findWeighed(store, party, left, right)
  const compared = party === 'person' ? comparePersons(store, left, right, weighed) : compareCompanies(store, left, right, weighed)
  const isOneEntity = leftEntity === rightEntity
  const keys = [left, right].map((record) => keyOfRecord(store, party, record)?.toString('hex') ?? '')
  return {
    party,
    left: sideOf(store, party, left, leftEntity),
    right: sideOf(store, party, right, rightEntity),
    weighed: weighed ? { weight: weighed.weight, completeness: weighed.completeness, tier: tierOf[weighed.tier], modelVersion: weighed.modelVersion } : null,
    ...compared,
    isOneEntity,
    forbidden: forbiddenWhy(store, party, left, right),
    effect: effectOf(store, party, leftEntity, rightEntity, todayOf({ store, now })),
    decided: deedOn(store, party, keys[0] ?? '', keys[1] ?? ''),
  }
}

/** What goes along with a row that is let go. @throws ProblemError `not-found` */
export function readSplitEffect({ store }: Pick<CallContext, 'store'>, { party, record }: { party: Party; record: number }) {
  const entity = entityOf(store, party, record)
  const rows = neighboursOf(store, party, entity, record)
  const names = nameEntities(store, rows.map(({ kind, ref }) => ({ kind, id: ref })))
  return {
    label: rowLabel(store, party, record),
    entity: entityKey(party, entity),
    others: sizeOfEntity(store, party, entity) - 1,
    links: rows.map((row) => ({ ...describe(row, names), side: 'left' as const })),
  }
}

function entityOf(reader: Reader, party: Party, record: number): number {
  const entity = entityOfRecord(reader, party, record)
  if (entity === undefined) throw new ProblemError('not-found', { what: 'De bronrij' })
  return entity
}

function sideOf(reader: Reader, party: Party, record: number, entity: number): ReviewPair['left'] {
  const names = nameEntities(reader, [{ kind: party, id: entity }])
  return { recordId: record, entity: entityKey(party, entity), ...nameOf(names, party, entity), source: sourceRef(reader, record), records: sizeOfEntity(reader, party, entity) }
}

function comparePersons(reader: Reader, left: number, right: number, weighed: WeighedRow | undefined): Pick<ReviewPair, 'fields' | 'sameBsn'> {
  const [one, other] = [found(personSide(reader, left)), found(personSide(reader, right))]
  const sameBsn = one.bsnHash === '' || other.bsnHash === '' ? 'unknown' : one.bsnHash === other.bsnHash ? 'yes' : 'no'
  const fieldsOf = (row: PersonSideRow): SaidField[] => personFields(row, placesOf(reader, [row]))
  const rows = (record: number): RowsOfSide => rowsOfSide(reader, 'person', record, (each) => {
    const row = personSide(reader, each)
    return row && spelledPerson(row, fieldsOf(row))
  })
  return { fields: [...compareFields(fieldsOf(one), fieldsOf(other), carriedByField(weighed, rows(left), rows(right), { addressOf: (id) => addressOf(reader, id), by: 'een eerdere levering' })), ...fieldlessParts(weighed)], sameBsn }
}

function compareCompanies(reader: Reader, left: number, right: number, weighed: WeighedRow | undefined): Pick<ReviewPair, 'fields' | 'sameBsn'> {
  const [one, other] = [found(companySide(reader, left)), found(companySide(reader, right))]
  const fieldsOf = (row: CompanySideRow): SaidField[] => companyFields(row, placesOf(reader, [row]))
  const rows = (record: number): RowsOfSide => rowsOfSide(reader, 'company', record, (each) => {
    const row = companySide(reader, each)
    return row && spelledCompany(row, fieldsOf(row))
  })
  return { fields: [...compareFields(fieldsOf(one), fieldsOf(other), carriedByField(weighed, rows(left), rows(right), { addressOf: (id) => addressOf(reader, id), by: 'een eerdere levering, controle of maatregel' })), ...fieldlessParts(weighed)], sameBsn: null }
}

/** The row on the screen, then the others of its entity, read one by one. */
function rowsOfSide(reader: Reader, party: Party, record: number, read: (record: number) => Spelled | undefined): RowsOfSide {
  return function* () {
    for (const each of [record, ...recordsOfEntity(reader, party, entityOf(reader, party, record)).filter((other) => other !== record)]) {
      const spelled = read(each)
      if (spelled) yield spelled
    }
  }
}

function addressOf(reader: Reader, id: number): string {
  return addressText(nameEntities(reader, [{ kind: 'address', id }]), id)
}

function addressText(names: ReadonlyMap<EntityKey, Name>, id: number): string {
  const name = names.get(entityKey('address', id))
  return [name?.label ?? '', name?.detail ?? ''].filter((part) => part !== '').join(', ')
}

function placesOf(reader: Reader, rows: readonly (PersonSideRow | CompanySideRow)[]): Places {
  const ids = rows.flatMap(({ addressId, companyId }): { kind: EntityKind; id: number }[] => [
    ...(addressId === null ? [] : [{ kind: 'address' as const, id: addressId }]), ...(companyId === null ? [] : [{ kind: 'company' as const, id: companyId }]),
  ])
  const names = nameEntities(reader, ids)
  return { address: (id) => addressText(names, id), company: (id) => names.get(entityKey('company', id))?.label ?? '' }
}

function found<T>(row: T | undefined): T {
  if (row === undefined) throw new ProblemError('not-found', { what: 'De bronrij' })
  return row
}
