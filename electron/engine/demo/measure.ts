import { basename, join } from 'node:path'
import type { DemoMeasures } from '#shared/contract/demo.ts'
import { recordId } from '#shared/model/recordId.ts'
import type { CallContext } from '../context.ts'
import { ProblemError } from '../problem.ts'
import type { Reader } from '../store/database.ts'
import { listDeliveryNames } from '../store/demo.ts'
import { entityOfRecords, type JoinedKind } from '../store/entities.ts'
import { givenTables, pageOfGiven } from '../store/givenAddresses.ts'
import { readMeta } from '../store/meta.ts'
import { readTruthRows, type TruthRow } from './truth.ts'

const PAGE = 20_000

/**
 * Compares a linked demo vault with the truth of its generator.
 * @param folder where `writeTruth` wrote
 * @throws ProblemError `vault-not-demo`, `file-missing`, `cancelled`
 */
export function measureDemo(context: Pick<CallContext, 'store' | 'report' | 'checkCancelled'>, folder: string): DemoMeasures {
  const { store } = context
  if (readMeta(store, 'is-demo') !== 'true') throw new ProblemError('vault-not-demo')
  const records = recordFinder(store)
  const step = (name: string, done: number): void => {
    context.checkCancelled()
    context.report({ step: `Nameten: ${name}`, done, total: 3 })
  }
  step('adressen', 0)
  const files = measureAddresses(store, readTruthRows(join(folder, 'adressen.csv')), records)
  step('bedrijven', 1)
  const companies = measureJoining(store, 'company', readTruthRows(join(folder, 'bedrijven.csv')), records)
  step('personen', 2)
  const people = measureJoining(store, 'person', readTruthRows(join(folder, 'personen.csv')), records)
  return { addresses: matching(files.map(({ counts }) => counts).reduce(add, none)), files: files.map(({ file, kind, counts }) => ({ file, kind, ...matching(counts) })), companies, people }
}

/** The record of a row of a delivered file; undefined for a file that was not taken in. */
type RecordFinder = (row: TruthRow) => { id: number; file: string; kind: string } | undefined

/** A text file has one sheet, under whatever name the reader gave it. */
function recordFinder(reader: Reader): RecordFinder {
  const deliveries = listDeliveryNames(reader)
  const bySheet = new Map(deliveries.map((delivery) => [`${basename(delivery.file)}\n${delivery.sheet}`, delivery]))
  const byFile = new Map(deliveries.map((delivery) => [basename(delivery.file), delivery]))
  return ({ file, sheet, row }) => {
    const name = basename(file)
    const found = bySheet.get(`${name}\n${sheet}`) ?? (name.endsWith('.csv') ? byFile.get(name) : undefined)
    return found && { id: recordId(found.id, row), file: name, kind: found.kind }
  }
}

interface Counts {
  rows: number
  right: number
  wrong: number
  missed: number
  left: number
}

const none: Counts = { rows: 0, right: 0, wrong: 0, missed: 0, left: 0 }

function add(a: Counts, b: Counts): Counts {
  return { rows: a.rows + b.rows, right: a.right + b.right, wrong: a.wrong + b.wrong, missed: a.missed + b.missed, left: a.left + b.left }
}

function matching(counts: Counts): Counts & { precision: number; recall: number } {
  return { ...counts, precision: share(counts.right, counts.right + counts.wrong), recall: share(counts.right, counts.rows - counts.left) }
}

function share(part: number, whole: number): number {
  return whole === 0 ? 1 : part / whole
}

/** Rows that were refused have no record and are not counted: they are the import's, not the matcher's. */
function measureAddresses(reader: Reader, truth: Iterable<TruthRow>, records: RecordFinder): { file: string; kind: string; counts: Counts }[] {
  const matched = matchedAddresses(reader)
  const files = new Map<string, { file: string; kind: string; counts: Counts }>()
  for (const row of truth) {
    const record = records(row)
    const found = record && matched.get(record.id)
    if (!record || found === undefined) continue
    const file = files.get(record.file) ?? { file: record.file, kind: record.kind, counts: { ...none } }
    files.set(record.file, file)
    judge(file.counts, Number(row.value), row.mayMiss, found)
  }
  return [...files.values()]
}

/** @param found the address the row was matched to, 0 for none */
function judge(counts: Counts, meant: number, mayMiss: boolean, found: number): void {
  counts.rows += 1
  if (found !== 0 && found === meant) counts.right += 1
  else if (found !== 0) counts.wrong += 1
  else if (meant === 0 || mayMiss) counts.left += 1
  else counts.missed += 1
}

/** Address per record with an address as written; 0 where none was chosen. */
function matchedAddresses(reader: Reader): Map<number, number> {
  const matched = new Map<number, number>()
  for (const table of givenTables) {
    let page = pageOfGiven(reader, table, 0, PAGE)
    while (page.length > 0) {
      for (const row of page) matched.set(row.id, row.addressId ?? 0)
      page = pageOfGiven(reader, table, page.at(-1)?.id ?? Infinity, PAGE)
    }
  }
  return matched
}

/** Pairs, counted by how often each true entity and each joined one occur together. */
function measureJoining(reader: Reader, kind: JoinedKind, truth: Iterable<TruthRow>, records: RecordFinder): DemoMeasures['people'] {
  const joined = entityOfRecords(reader, kind)
  const [meant, made, both] = [new Map<string, number>(), new Map<number, number>(), new Map<string, number>()]
  let count = 0
  for (const row of truth) {
    const record = records(row)
    const entity = record && joined.get(record.id)
    if (entity === undefined) continue
    count += 1
    meant.set(row.value, (meant.get(row.value) ?? 0) + 1)
    made.set(entity, (made.get(entity) ?? 0) + 1)
    both.set(`${row.value} ${entity}`, (both.get(`${row.value} ${entity}`) ?? 0) + 1)
  }
  return { records: count, precision: share(pairs(both), pairs(made)), recall: share(pairs(both), pairs(meant)) }
}

function pairs(counts: ReadonlyMap<unknown, number>): number {
  let sum = 0
  for (const count of counts.values()) sum += (count * (count - 1)) / 2
  return sum
}
