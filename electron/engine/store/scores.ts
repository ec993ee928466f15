import type { AttentionClass, CountView, Phenomenon, ScoreLevel } from '#shared/model/score.ts'
import type { Reader, Value, Writer } from './database.ts'

/** A stored set without its numbers. */
export interface SetRow {
  id: number
  kind: 'official' | 'what-if' | 'past'
  label: string
  /** version of the formulas */
  formulas: string
  at: string
  account: string
  name: string
  referenceDate: string
  indicatorSet: number
  seed: number
  definitionsHash: string
  dataHash: string
  hash: string
  resultHash: string
  inputs: string
}

export interface ScoreRow {
  view: CountView
  level: ScoreLevel
  phenomenon: Phenomenon
  code: string
  name: string
  parentCode: string | null
  parentName: string | null
  score: number | null
  lower: number | null
  upper: number | null
  class: AttentionClass
  probability: number | null
  probabilityLower: number | null
  completeness: number
  peerGroup: string
  peers: number
  peerMedian: number | null
  rank: number | null
  rankLower: number | null
  rankUpper: number | null
  observed: number
  exposure: number
}

export interface PartRow {
  view: CountView
  level: ScoreLevel
  phenomenon: Phenomenon
  code: string
  position: number
  indicator: string
  observed: number
  exposure: number
  expected: number
  /** where older events count for less: their weights together, and the count and exposure that carry as much; else null */
  weighted: number | null
  fadedCount: number | null
  fadedExposure: number | null
  shrunkRate: number
  lower: number
  upper: number
  referenceRate: number
  referenceVariance: number
  referenceGroup: string
  referenceSize: number
  centre: number
  scale: number
  z: number
  weight: number
  contribution: number | null
  classWithout: AttentionClass
}

export interface MissingRow {
  level: ScoreLevel
  phenomenon: Phenomenon
  code: string
  indicator: string
  weight: number
  reason: string
}

/** Definition and sources as JSON, kept with the set. */
export interface IndicatorRow {
  indicator: string
  definition: string
  sources: string
}

/** One level and phenomenon of a set: hashes over what it follows from and over its numbers, and the set in which its rows stand. */
export interface TopicRow extends Whole {
  inputHash: string
  resultHash: string
  /** absent: its own */
  heldBy?: number
}

export interface ScoreRows {
  indicators: readonly IndicatorRow[]
  topics: readonly TopicRow[]
  scores: readonly ScoreRow[]
  parts: readonly PartRow[]
  missing: readonly MissingRow[]
}

const SET = `id, kind, label, formulas, at, account, name, reference_date AS referenceDate, indicator_set AS indicatorSet, seed, definitions_hash AS definitionsHash,
  data_hash AS dataHash, hash, result_hash AS resultHash, inputs`
const SCORE = `view, level, phenomenon, code, name, parent_code AS parentCode, parent_name AS parentName, score, lower, upper, class, probability,
  probability_lower AS probabilityLower, completeness, peer_group AS peerGroup, peers, peer_median AS peerMedian, rank, rank_lower AS rankLower,
  rank_upper AS rankUpper, observed, exposure`
const PART = `view, level, phenomenon, code, position, indicator, observed, exposure, expected, shrunk_rate AS shrunkRate, lower, upper,
  reference_rate AS referenceRate, reference_variance AS referenceVariance, reference_group AS referenceGroup, reference_size AS referenceSize,
  centre, scale, z, weight, contribution, class_without AS classWithout, weighted, faded_count AS fadedCount, faded_exposure AS fadedExposure`

/** The newest official set of a version of the formulas, or none. */
export function newestSet(reader: Reader, formulas: string): SetRow | null {
  return reader.get<SetRow>(`SELECT ${SET} FROM score_set WHERE kind = 'official' AND formulas = ? ORDER BY id DESC LIMIT 1`, formulas) ?? null
}

export function setRow(reader: Reader, id: number): SetRow | null {
  return reader.get<SetRow>(`SELECT ${SET} FROM score_set WHERE id = ?`, id) ?? null
}

/** Every set, newest first. */
export function setRows(reader: Reader): SetRow[] {
  return reader.all<SetRow>(`SELECT ${SET} FROM score_set ORDER BY id DESC`)
}

/** What a set was made of, compressed; sets of before this was kept have none. */
export function setInput(reader: Reader, id: number): Uint8Array | null {
  return reader.get<{ content: Uint8Array }>('SELECT content FROM score_input WHERE set_id = ?', id)?.content ?? null
}

/** Deletes a set; what it held for others goes over to the oldest of them first, so that each shows what it showed. */
export function deleteSet(writer: Writer, id: number): void {
  passOnTopics(writer, id)
  for (const table of ['score', 'score_part', 'score_missing', 'score_indicator', 'score_input', 'score_topic'] as const) writer.run(DELETE[table], id)
  writer.run('DELETE FROM score_set WHERE id = ?', id)
}

const DELETE = {
  score: 'DELETE FROM score WHERE set_id = ?',
  score_part: 'DELETE FROM score_part WHERE set_id = ?',
  score_missing: 'DELETE FROM score_missing WHERE set_id = ?',
  score_indicator: 'DELETE FROM score_indicator WHERE set_id = ?',
  score_input: 'DELETE FROM score_input WHERE set_id = ?',
  score_topic: 'DELETE FROM score_topic WHERE set_id = ?',
}

function passOnTopics(writer: Writer, id: number): void {
  const heirs = writer.all<Whole & { heir: number }>(
    'SELECT view, level, phenomenon, min(set_id) AS heir FROM score_topic WHERE held_by = ? AND set_id <> ? GROUP BY view, level, phenomenon', id, id,
  )
  for (const { view, level, phenomenon, heir } of heirs) {
    writer.run('UPDATE score SET set_id = ? WHERE set_id = ? AND view = ? AND level = ? AND phenomenon = ?', heir, id, view, level, phenomenon)
    writer.run('UPDATE score_part SET set_id = ? WHERE set_id = ? AND view = ? AND level = ? AND phenomenon = ?', heir, id, view, level, phenomenon)
    // told once, with the exact numbers
    if (view === 'exact') writer.run('UPDATE score_missing SET set_id = ? WHERE set_id = ? AND level = ? AND phenomenon = ?', heir, id, level, phenomenon)
    writer.run('UPDATE score_topic SET held_by = ? WHERE held_by = ? AND set_id <> ? AND view = ? AND level = ? AND phenomenon = ?', heir, id, id, view, level, phenomenon)
  }
}

/** The topics of a set, with the set each stands in. */
export function heldTopics(reader: Reader, id: number): Required<TopicRow>[] {
  return reader.all(
    'SELECT view, level, phenomenon, input_hash AS inputHash, result_hash AS resultHash, held_by AS heldBy FROM score_topic WHERE set_id = ?', id,
  )
}

/** The set in which the rows of one topic of a set stand. */
const HOLDER = '(SELECT held_by FROM score_topic WHERE set_id = ? AND view = ? AND level = ? AND phenomenon = ?)'

/** Stores a set with all its numbers and returns its id. */
export function insertSet(writer: Writer, set: Omit<SetRow, 'id'>, rows: ScoreRows, input: Uint8Array): number {
  const id = writer.run(
    `INSERT INTO score_set (kind, label, formulas, at, made_at, account, name, reference_date, indicator_set, seed, definitions_hash, data_hash, hash, result_hash, inputs)
     VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)`,
    set.kind, set.label, set.formulas, set.at, set.at, set.account, set.name, set.referenceDate, set.indicatorSet, set.seed, set.definitionsHash, set.dataHash, set.hash, set.resultHash, set.inputs,
  ).lastId
  writer.run('INSERT INTO score_input VALUES (?, ?)', id, input)
  const indicator = writer.prepare('INSERT INTO score_indicator VALUES (?,?,?,?)')
  for (const one of rows.indicators) indicator(id, one.indicator, one.definition, one.sources)
  const topic = writer.prepare('INSERT INTO score_topic VALUES (?,?,?,?,?,?,?)')
  for (const one of rows.topics) topic(id, one.view, one.level, one.phenomenon, one.inputHash, one.resultHash, one.heldBy ?? id)
  const score = writer.prepare('INSERT INTO score VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)')
  for (const one of rows.scores) score(id, ...scoreValues(one))
  const part = writer.prepare('INSERT INTO score_part VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)')
  for (const one of rows.parts) part(id, ...partValues(one))
  const missing = writer.prepare('INSERT INTO score_missing VALUES (?,?,?,?,?,?,?)')
  for (const one of rows.missing) missing(id, one.level, one.phenomenon, one.code, one.indicator, one.weight, one.reason)
  return id
}

/** In the order of the columns in the migration. */
function scoreValues(s: ScoreRow): Value[] {
  return [
    s.view, s.level, s.phenomenon, s.code, s.name, s.parentCode, s.parentName, s.score, s.lower, s.upper, s.class, s.probability, s.probabilityLower,
    s.completeness, s.peerGroup, s.peers, s.peerMedian, s.rank, s.rankLower, s.rankUpper, s.observed, s.exposure,
  ]
}

function partValues(p: PartRow): Value[] {
  return [
    p.view, p.level, p.phenomenon, p.code, p.position, p.indicator, p.observed, p.exposure, p.expected, p.shrunkRate, p.lower, p.upper, p.referenceRate,
    p.referenceVariance, p.referenceGroup, p.referenceSize, p.centre, p.scale, p.z, p.weight, p.contribution, p.classWithout,
    p.weighted, p.fadedCount, p.fadedExposure,
  ]
}

/** A set computed again with the same outcome: who asked last, and the data it was checked against. */
export function confirmSet(writer: Writer, id: number, set: Pick<SetRow, 'at' | 'account' | 'name' | 'inputs'>): void {
  writer.run('UPDATE score_set SET at = ?, account = ?, name = ?, inputs = ? WHERE id = ?', set.at, set.account, set.name, set.inputs, id)
}

/** A level of one phenomenon, with exact counts or as it is shown outside a case. */
export interface Whole {
  view: CountView
  level: ScoreLevel
  phenomenon: Phenomenon
}

/** All scores of a level, highest first; those without a score last, by name. */
export function scoresOf(reader: Reader, setId: number, { view, level, phenomenon }: Whole): ScoreRow[] {
  return reader.all<ScoreRow>(
    `SELECT ${SCORE} FROM score WHERE set_id = ${HOLDER} AND view = ? AND level = ? AND phenomenon = ? ORDER BY rank IS NULL, rank, name, code`,
    setId, view, level, phenomenon, view, level, phenomenon,
  )
}

/** Which score is meant. */
export interface Which {
  level: ScoreLevel
  phenomenon: Phenomenon
  code: string
}

export function scoreOf(reader: Reader, setId: number, { level, phenomenon, code }: Which, view: CountView): ScoreRow | null {
  const row = reader.get<ScoreRow>(
    `SELECT ${SCORE} FROM score WHERE set_id = ${HOLDER} AND view = ? AND level = ? AND phenomenon = ? AND code = ?`, setId, view, level, phenomenon, view, level, phenomenon, code,
  )
  return row ?? null
}

export function partsOf(reader: Reader, setId: number, { level, phenomenon, code }: Which, view: CountView): PartRow[] {
  return reader.all<PartRow>(
    `SELECT ${PART} FROM score_part WHERE set_id = ${HOLDER} AND view = ? AND level = ? AND phenomenon = ? AND code = ? ORDER BY position`,
    setId, view, level, phenomenon, view, level, phenomenon, code,
  )
}

/** Every part of every score of a level. */
export function partRows(reader: Reader, setId: number, { view, level, phenomenon }: Whole): PartRow[] {
  return reader.all<PartRow>(
    `SELECT ${PART} FROM score_part WHERE set_id = ${HOLDER} AND view = ? AND level = ? AND phenomenon = ? ORDER BY code, position`, setId, view, level, phenomenon, view, level, phenomenon,
  )
}

/** Per code how many events its parts count, in all and of those that add to the score. */
export function observedSums(reader: Reader, setId: number, { view, level, phenomenon }: Whole): Map<string, { all: number; scored: number }> {
  const rows = reader.all<{ code: string; all: number; scored: number }>(
    `SELECT code, sum(observed) AS [all], total(CASE WHEN contribution IS NOT NULL THEN observed END) AS scored FROM score_part
      WHERE set_id = ${HOLDER} AND view = ? AND level = ? AND phenomenon = ? GROUP BY code`,
    setId, view, level, phenomenon, view, level, phenomenon,
  )
  return new Map(rows.map(({ code, ...sums }) => [code, sums]))
}

/** What can carry an event of an indicator: in one area or branch, and in all of the level together. */
export function exposureOf(reader: Reader, setId: number, { level, phenomenon, code }: Which, indicator: string): { own: number; all: number } {
  const found = reader.get<{ own: number; all: number }>(
    `SELECT total(exposure) AS [all], total(CASE WHEN code = ? THEN exposure END) AS own FROM score_part
      WHERE set_id = ${HOLDER} AND view = ? AND level = ? AND phenomenon = ? AND indicator = ?`,
    code, setId, 'exact', level, phenomenon, 'exact', level, phenomenon, indicator,
  )
  return found ?? { own: 0, all: 0 }
}

/** Which of some indicators lie further above those of its peers than so many steps, per code. */
export function highParts(reader: Reader, setId: number, { view, level, phenomenon }: Whole, { indicators, above }: { indicators: readonly string[]; above: number }): { code: string; indicator: string }[] {
  return reader.all(
    `SELECT code, indicator FROM score_part
      WHERE set_id = ${HOLDER} AND view = ? AND level = ? AND phenomenon = ? AND z > ? AND indicator IN (SELECT value FROM json_each(?)) ORDER BY code, position`,
    setId, view, level, phenomenon, view, level, phenomenon, above, JSON.stringify(indicators),
  )
}

/** Per code the indicator that contributed most. */
export function leadingParts(reader: Reader, setId: number, { view, level, phenomenon }: Whole): Map<string, string> {
  const rows = reader.all<{ code: string; indicator: string }>(
    `SELECT code, indicator, max(contribution) FROM score_part
      WHERE set_id = ${HOLDER} AND view = ? AND level = ? AND phenomenon = ? AND contribution IS NOT NULL GROUP BY code`,
    setId, view, level, phenomenon, view, level, phenomenon,
  )
  return new Map(rows.map(({ code, indicator }) => [code, indicator]))
}

export function missingOf(reader: Reader, setId: number, { level, phenomenon, code }: Which): MissingRow[] {
  return reader.all<MissingRow>(
    `SELECT level, phenomenon, code, indicator, weight, reason FROM score_missing
      WHERE set_id = ${HOLDER} AND level = ? AND phenomenon = ? AND code = ? ORDER BY weight DESC, indicator`,
    setId, 'exact', level, phenomenon, level, phenomenon, code,
  )
}

/** Everything of a set that could not be computed. */
export function missingRows(reader: Reader, setId: number): MissingRow[] {
  return reader.all<MissingRow>(
    `SELECT m.level AS level, m.phenomenon AS phenomenon, code, indicator, weight, reason FROM score_topic AS t
      JOIN score_missing AS m ON m.set_id = t.held_by AND m.level = t.level AND m.phenomenon = t.phenomenon WHERE t.set_id = ? AND t.view = 'exact'`, setId,
  )
}

/** Every indicator of a set. */
export function indicatorRows(reader: Reader, setId: number): IndicatorRow[] {
  return reader.all<IndicatorRow>('SELECT indicator, definition, sources FROM score_indicator WHERE set_id = ?', setId)
}

/** Only the indicators that are named. */
export function indicatorsNamed(reader: Reader, setId: number, names: readonly string[]): IndicatorRow[] {
  return reader.all<IndicatorRow>(
    'SELECT indicator, definition, sources FROM score_indicator WHERE set_id = ? AND indicator IN (SELECT value FROM json_each(?))', setId, JSON.stringify(names),
  )
}

/** How many areas and branches are in each class. */
export function classCounts(reader: Reader, setId: number, view: CountView): { level: ScoreLevel; phenomenon: Phenomenon; class: AttentionClass; n: number }[] {
  return reader.all(
    `SELECT s.level AS level, s.phenomenon AS phenomenon, class, count(*) AS n FROM score_topic AS t
      JOIN score AS s ON s.set_id = t.held_by AND s.view = t.view AND s.level = t.level AND s.phenomenon = t.phenomenon
      WHERE t.set_id = ? AND t.view = ? GROUP BY s.level, s.phenomenon, class`, setId, view,
  )
}
