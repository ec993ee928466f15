import type { GivenParts, WrittenAddress } from '#shared/model/address.ts'
import type { Reader, Writer } from './database.ts'
import type { GivenTable } from './givenAddresses.ts'

/** An address as written by one supplier, that a person has to decide on. */
export interface QuestionRow extends GivenParts {
  id: number
  writtenKey: string
  source: GivenTable
  supplier: string
  /** JSON array of address ids */
  candidates: string
  rowCount: number
}

const QUESTION = `id, written_key AS writtenKey, source, supplier, given_bag AS bag, given_street AS street, given_number AS number, given_letter AS letter,
  given_suffix AS suffix, given_postcode AS postcode, given_city AS city, candidates, row_count AS rowCount`
const LIVE = "revoked_by IS NULL AND verdict <> 'ingetrokken'"
const UNDECIDED = `NOT EXISTS (SELECT 1 FROM address_decision d WHERE d.written_key = q.written_key AND d.${LIVE})`

export type UndecidedState = 'open' | 'notFound'

const undecided: Record<UndecidedState, string> = {
  open: `FROM address_question q WHERE q.candidates <> '[]' AND ${UNDECIDED}`,
  notFound: `FROM address_question q WHERE q.candidates = '[]' AND ${UNDECIDED}`,
}
/** what is typed to filter by; given twice */
const HOLDS = "(? = '' OR instr(lower(given_street || ' ' || coalesce(given_number, '') || ' ' || given_postcode || ' ' || given_city || ' ' || supplier), ?) > 0)"

const pages: Record<UndecidedState, string> = {
  open: `SELECT ${QUESTION} ${undecided.open} AND ${HOLDS} ORDER BY row_count DESC, given_street, given_number, id LIMIT ? OFFSET ?`,
  notFound: `SELECT ${QUESTION} ${undecided.notFound} AND ${HOLDS} ORDER BY row_count DESC, given_street, given_number, id LIMIT ? OFFSET ?`,
}
const totals: Record<UndecidedState, string> = {
  open: `SELECT count(*) AS questions, coalesce(sum(row_count), 0) AS rows ${undecided.open} AND ${HOLDS}`,
  notFound: `SELECT count(*) AS questions, coalesce(sum(row_count), 0) AS rows ${undecided.notFound} AND ${HOLDS}`,
}

export interface QuestionCount {
  questions: number
  /** source rows they stand for */
  rows: number
}

const nothing: QuestionCount = { questions: 0, rows: 0 }

/** Questions without a decision, those with most rows first. @param text lower case; empty for all */
export function pageOfUndecided(reader: Reader, state: UndecidedState, text: string, offset: number, limit: number): QuestionRow[] {
  return reader.all<QuestionRow>(pages[state], text, text, limit, offset)
}

export function countUndecided(reader: Reader, state: UndecidedState, text = ''): QuestionCount {
  return reader.get<QuestionCount>(totals[state], text, text) ?? nothing
}

export function findQuestion(reader: Reader, writtenKey: string): QuestionRow | undefined {
  return reader.get<QuestionRow>(`SELECT ${QUESTION} FROM address_question WHERE written_key = ?`, writtenKey)
}

/** Record ids of the rows a question stands for. */
export function recordsOfQuestion(reader: Reader, questionId: number, limit = Number.MAX_SAFE_INTEGER): number[] {
  return reader.all<{ id: number }>('SELECT record_id AS id FROM address_question_row WHERE question_id = ? ORDER BY record_id LIMIT ?', questionId, limit).map(({ id }) => id)
}

export function clearQuestions(writer: Writer): void {
  writer.run('DELETE FROM address_question_row')
  writer.run('DELETE FROM address_question')
}

/** Writes questions; one that stands gets more rows. */
export function questionSaver(writer: Writer): (question: Omit<QuestionRow, 'id' | 'rowCount'>, records: readonly number[]) => void {
  const insert = writer.prepare(
    `INSERT INTO address_question (written_key, source, supplier, given_bag, given_street, given_number, given_letter, given_suffix, given_postcode, given_city,
       candidates, row_count) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (written_key) DO UPDATE SET row_count = row_count + excluded.row_count`,
  )
  const insertRow = writer.prepare('INSERT INTO address_question_row (question_id, record_id) SELECT id, ? FROM address_question WHERE written_key = ?')
  return (one, records) => {
    insert(one.writtenKey, one.source, one.supplier, one.bag, one.street, one.number, one.letter, one.suffix, one.postcode, one.city, one.candidates, records.length)
    for (const record of records) insertRow(record, one.writtenKey)
  }
}

export function listSuppliers(reader: Reader): Map<number, string> {
  return new Map(reader.all<{ id: number; supplier: string }>('SELECT id, supplier FROM delivery').map(({ id, supplier }) => [id, supplier]))
}

/** One line of the ledger. */
export interface DecisionRow {
  id: number
  at: string
  account: string
  name: string
  writtenKey: string
  written: string
  supplier: string
  verdict: 'gekozen' | 'geen' | 'ingetrokken'
  addressId: number | null
  /** JSON array of the address ids there were to choose from */
  candidates: string
  rowCount: number
  reason: string
  revokedBy: number | null
}

const DECISION = `id, at, account, name, written_key AS writtenKey, written, supplier, verdict, address_id AS addressId, candidates, row_count AS rowCount, reason,
  revoked_by AS revokedBy`

/** Every decision that counts, by the written address it is about. */
export function liveDecisions(reader: Reader): Map<string, DecisionRow> {
  return new Map(reader.all<DecisionRow>(`SELECT ${DECISION} FROM address_decision WHERE ${LIVE}`).map((row) => [row.writtenKey, row]))
}

export function liveDecision(reader: Reader, writtenKey: string): DecisionRow | undefined {
  return reader.get<DecisionRow>(`SELECT ${DECISION} FROM address_decision WHERE written_key = ? AND ${LIVE}`, writtenKey)
}

export function findDecision(reader: Reader, id: number): DecisionRow | undefined {
  return reader.get<DecisionRow>(`SELECT ${DECISION} FROM address_decision WHERE id = ?`, id)
}

/** Decisions that count, newest first. @param text lower case; empty for all */
export function pageOfDecisions(reader: Reader, text: string, offset: number, limit: number): DecisionRow[] {
  return reader.all<DecisionRow>(
    `SELECT ${DECISION} FROM address_decision WHERE ${LIVE} AND (? = '' OR instr(lower(written || ' ' || supplier || ' ' || name), ?) > 0) ORDER BY id DESC LIMIT ? OFFSET ?`,
    text, text, limit, offset,
  )
}

export function countDecisions(reader: Reader, text = ''): QuestionCount {
  return reader.get<QuestionCount>(
    `SELECT count(*) AS questions, coalesce(sum(row_count), 0) AS rows FROM address_decision
      WHERE ${LIVE} AND (? = '' OR instr(lower(written || ' ' || supplier || ' ' || name), ?) > 0)`,
    text, text,
  ) ?? nothing
}

/** Every line about one written address, newest first. */
export function ledgerOf(reader: Reader, writtenKey: string): DecisionRow[] {
  return reader.all<DecisionRow>(`SELECT ${DECISION} FROM address_decision WHERE written_key = ? ORDER BY id DESC`, writtenKey)
}

/** Adds a line that takes the place of the one that counted for the same written address. Returns its id. */
export function addDecision(writer: Writer, line: Omit<DecisionRow, 'id' | 'revokedBy'>): number {
  const id = writer.get<{ id: number }>('SELECT coalesce(max(id), 0) + 1 AS id FROM address_decision')?.id ?? 1
  writer.run(`UPDATE address_decision SET revoked_by = ? WHERE written_key = ? AND ${LIVE}`, id, line.writtenKey)
  writer.run(
    `INSERT INTO address_decision (id, at, account, name, written_key, written, supplier, verdict, address_id, candidates, row_count, reason)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    id, line.at, line.account, line.name, line.writtenKey, line.written, line.supplier, line.verdict, line.addressId, line.candidates, line.rowCount, line.reason,
  )
  return id
}

/** An address as one chooses it from others. */
export interface ChoiceRow extends WrittenAddress {
  id: number
  usePurpose: string
  status: string
  area: string | null
}

export function choicesById(reader: Reader, ids: readonly number[]): ChoiceRow[] {
  return reader.all<ChoiceRow>(
    `SELECT a.id, s.name AS street, s.city, a.number, a.letter, a.suffix, a.postcode, a.use_purpose AS usePurpose, a.status, n.name AS area
       FROM address a JOIN street s ON s.id = a.street_id LEFT JOIN area n ON n.id = a.area_id
      WHERE a.id IN (SELECT value FROM json_each(?)) ORDER BY s.name, a.number, a.letter, a.suffix, s.city, a.id`,
    JSON.stringify(ids),
  )
}
