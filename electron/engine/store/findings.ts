import type { Reader, Value, Writer } from './database.ts'
import { patterns, type PatternName } from './findingPatterns.ts'

/** The parameters of a definition with the last day it looks at; bound as one JSON text. */
export interface FindingParameters {
  day: string
  [parameter: string]: unknown
}

/** What a pattern gives: JSON in `words` and `records`. */
export interface PatternRow {
  subject: number
  since: string | null
  words: string
  records: string
}

/** `given` stands in a table of its own for the length of one question, so that every pattern can be a plain SELECT. */
function withGiven<T>(writer: Writer, given: FindingParameters, ask: () => T): T {
  writer.run('CREATE TEMP TABLE IF NOT EXISTS given (j TEXT)')
  writer.run('DELETE FROM given')
  writer.run('INSERT INTO given (j) VALUES (?)', JSON.stringify(given))
  return ask()
}

/** Where a pattern is seen, in the order of the subjects. */
export function findPattern(writer: Writer, name: PatternName, given: FindingParameters): PatternRow[] {
  return withGiven(writer, given, () => writer.all<PatternRow>(patterns[name].found).sort((a, b) => a.subject - b.subject))
}

/** How many subjects the pattern could be seen at. */
export function countPopulation(writer: Writer, name: PatternName, given: FindingParameters): number {
  return withGiven(writer, given, () => writer.get<{ n: number }>(patterns[name].population)?.n ?? 0)
}

export interface FindingRow {
  pattern: string
  version: number
  subjectKind: 'address' | 'company'
  subjectId: number
  since: string | null
  sentence: string
  /** JSON array */
  records: string
}

export interface RateRow {
  pattern: string
  observed: number
  population: number
}

export interface RunRow {
  at: string
  day: string
  inputs: string
  definitionsHash: string
}

/** Replaces all findings by those of one run. */
export function replaceFindings(writer: Writer, findings: readonly FindingRow[], rates: readonly RateRow[], run: RunRow): void {
  writer.run('DELETE FROM finding')
  writer.run('DELETE FROM finding_rate')
  const insert = writer.prepare('INSERT INTO finding (pattern, version, subject_kind, subject_id, since, sentence, records) VALUES (?, ?, ?, ?, ?, ?, ?)')
  for (const { pattern, version, subjectKind, subjectId, since, sentence, records } of findings) insert(pattern, version, subjectKind, subjectId, since, sentence, records)
  for (const { pattern, observed, population } of rates) writer.run('INSERT INTO finding_rate (pattern, observed, population) VALUES (?, ?, ?)', pattern, observed, population)
  writer.run(
    `INSERT INTO finding_run (id, at, day, inputs, definitions_hash) VALUES (1, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET at = excluded.at, day = excluded.day, inputs = excluded.inputs, definitions_hash = excluded.definitions_hash`,
    run.at, run.day, run.inputs, run.definitionsHash,
  )
}

export function findingRun(reader: Reader): RunRow | null {
  return reader.get<RunRow>('SELECT at, day, inputs, definitions_hash AS definitionsHash FROM finding_run') ?? null
}

export function findingRates(reader: Reader): RateRow[] {
  return reader.all<RateRow>('SELECT pattern, observed, population FROM finding_rate ORDER BY pattern')
}

/** A finding with what somebody established about it, where somebody did. */
export interface StoredFinding extends FindingRow {
  reason: string | null
  byName: string | null
  explainedAt: string | null
}

const FINDING = `f.pattern, f.version, f.subject_kind AS subjectKind, f.subject_id AS subjectId, f.since, f.sentence, f.records,
  e.reason, e.by_name AS byName, e.at AS explainedAt`
const WITH_EXPLANATION = 'LEFT JOIN finding_explained e ON e.pattern = f.pattern AND e.subject_kind = f.subject_kind AND e.subject_id = f.subject_id'

/** The findings about some subjects, by subject and pattern. */
export function findingsOf(reader: Reader, kind: 'address' | 'company', ids: readonly number[]): StoredFinding[] {
  return reader.all<StoredFinding>(
    `SELECT ${FINDING} FROM finding f ${WITH_EXPLANATION}
      WHERE f.subject_kind = ? AND f.subject_id IN (SELECT value FROM json_each(?)) ORDER BY f.subject_id, f.pattern`,
    kind, JSON.stringify(ids),
  )
}

/** Which findings are asked for. */
export interface FindingChoice {
  /** '' for every pattern */
  pattern: string
  /** those with an ordinary explanation too */
  withExplained: boolean
  /** areas to keep to; null for everywhere */
  areas: readonly number[] | null
}

/** A company counts in the areas where it is established now. Takes pattern, pattern, explained, areas, areas, areas. */
const CHOSEN = `(? = '' OR f.pattern = ?) AND (? OR e.reason IS NULL) AND (? IS NULL
    OR (f.subject_kind = 'address' AND f.subject_id IN (SELECT id FROM address WHERE area_id IN (SELECT value FROM json_each(?))))
    OR (f.subject_kind = 'company' AND f.subject_id IN (SELECT l.company_id FROM branch_location l JOIN address a ON a.id = l.address_id
                                                         WHERE l.ended IS NULL AND a.area_id IN (SELECT value FROM json_each(?)))))`

function chosen({ pattern, withExplained, areas }: FindingChoice): Value[] {
  const list = areas === null ? null : JSON.stringify(areas)
  return [pattern, pattern, withExplained ? 1 : 0, list, list, list]
}

/** A page of them, in the order of patterns and subjects. */
export function listFindings(reader: Reader, choice: FindingChoice, offset: number, limit: number): StoredFinding[] {
  return reader.all<StoredFinding>(`SELECT ${FINDING} FROM finding f ${WITH_EXPLANATION} WHERE ${CHOSEN} ORDER BY f.pattern, f.subject_id LIMIT ? OFFSET ?`, ...chosen(choice), limit, offset)
}

export function countFindings(reader: Reader, choice: FindingChoice): number {
  return reader.get<{ n: number }>(`SELECT count(*) AS n FROM finding f ${WITH_EXPLANATION} WHERE ${CHOSEN}`, ...chosen(choice))?.n ?? 0
}

export function explainFinding(writer: Writer, pattern: string, kind: string, id: number, words: { reason: string; by: string; at: string }): void {
  writer.run(
    `INSERT INTO finding_explained (pattern, subject_kind, subject_id, reason, by_name, at) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET reason = excluded.reason, by_name = excluded.by_name, at = excluded.at`,
    pattern, kind, id, words.reason, words.by, words.at,
  )
}

export function forgetExplanation(writer: Writer, pattern: string, kind: string, id: number): void {
  writer.run('DELETE FROM finding_explained WHERE pattern = ? AND subject_kind = ? AND subject_id = ?', pattern, kind, id)
}

/** The kinds of delivery the vault holds. */
export function deliveredKinds(reader: Reader): string[] {
  return reader.all<{ kind: string }>('SELECT DISTINCT kind FROM delivery').map(({ kind }) => kind)
}
