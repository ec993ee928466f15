import type { WrittenAddress } from '#shared/model/address.ts'
import type { Reader, Writer } from './database.ts'
import { withAdditions, type WordedThing, type WordIndex } from './wordAdditions.ts'

export type { WordIndex } from './wordAdditions.ts'

/** What has words of its own: streets stand for their addresses. */
export type WordedKind = 'street' | 'company' | 'person'


interface IndexRow {
  words: string
  starts: Uint8Array
  places: Uint8Array
  ids: Uint8Array
}

export function hasWordIndex(reader: Reader, kind: WordedKind): boolean {
  return reader.get('SELECT 1 FROM search_index WHERE kind = ?', kind) !== undefined
}

export function countAdditions(reader: Reader, kind: WordedKind): number {
  return reader.get<{ n: number }>('SELECT count(*) AS n FROM search_addition WHERE kind = ?', kind)?.n ?? 0
}

/** Keeps the words of things that came or changed, beside the index; without words they are gone. */
export function saveWordAddition(writer: Writer, kind: WordedKind, things: readonly WordedThing[]): void {
  const save = writer.prepare('INSERT OR REPLACE INTO search_addition (kind, thing, words) VALUES (?, ?, ?)')
  for (const [id, words] of things) save(kind, id, words.join(' '))
  noteVersion(writer, kind)
}

/** Keeps an index; an equal one changes nothing. */
export function saveWordIndex(writer: Writer, kind: WordedKind, index: WordIndex): void {
  const { changes } = writer.run('DELETE FROM search_addition WHERE kind = ?', kind)
  const row = { words: index.words.join('\n'), starts: toBytes(index.starts), places: toBytes(index.places), ids: toBytes(index.ids) }
  const kept = writer.get<IndexRow>('SELECT words, starts, places, ids FROM search_index WHERE kind = ?', kind)
  if (changes === 0 && kept && kept.words === row.words && row.starts.equals(kept.starts) && row.places.equals(kept.places) && row.ids.equals(kept.ids)) return
  writer.run('INSERT OR REPLACE INTO search_index (kind, words, starts, places, ids) VALUES (?, ?, ?, ?, ?)', kind, row.words, row.starts, row.places, row.ids)
  noteVersion(writer, kind)
}

/** Tells other connections that what they read of this kind is no longer so. */
function noteVersion(writer: Writer, kind: WordedKind): void {
  writer.run('INSERT INTO search_version (kind, version) VALUES (?, 1) ON CONFLICT (kind) DO UPDATE SET version = version + 1', kind)
}

const read = new WeakMap<Reader, Map<WordedKind, { version: number; index: WordIndex }>>()

/** The index of a kind, read once per connection and again when a link run changed it; undefined when none was ever made. */
export function readWordIndex(reader: Reader, kind: WordedKind): WordIndex | undefined {
  const version = reader.get<{ version: number }>('SELECT version FROM search_version WHERE kind = ?', kind)?.version
  if (version === undefined) return undefined
  const kept = read.get(reader) ?? new Map<WordedKind, { version: number; index: WordIndex }>()
  read.set(reader, kept)
  const known = kept.get(kind)
  if (known?.version === version) return known.index
  const row = reader.get<IndexRow>('SELECT words, starts, places, ids FROM search_index WHERE kind = ?', kind)
  if (!row) return undefined
  const base = { words: row.words === '' ? [] : row.words.split('\n'), starts: toNumbers(row.starts), places: toNumbers(row.places), ids: toNumbers(row.ids) }
  const index = withAdditions(base, readAdditions(reader, kind))
  kept.set(kind, { version, index })
  return index
}

function readAdditions(reader: Reader, kind: WordedKind): Map<number, readonly string[]> {
  const rows = reader.all<{ id: number; words: string }>('SELECT thing AS id, words FROM search_addition WHERE kind = ? ORDER BY thing', kind)
  return new Map(rows.map(({ id, words }) => [id, words === '' ? [] : words.split(' ')]))
}

function toBytes(numbers: Uint32Array): Buffer {
  return Buffer.from(numbers.buffer, numbers.byteOffset, numbers.byteLength)
}

/** Copied, because a number must begin at a multiple of four. */
function toNumbers(bytes: Uint8Array): Uint32Array {
  return new Uint32Array(bytes.slice().buffer)
}

/** Streets in order of likelihood: those with addresses in a known area first, then by their number of addresses. */
export function eachSearchableStreet(reader: Reader): IterableIterator<{ id: number; name: string; city: string }> {
  return reader.each(
    `SELECT s.id, s.name, s.city FROM street s
       LEFT JOIN (SELECT street_id, count(*) AS n FROM address GROUP BY street_id) held ON held.street_id = s.id
       LEFT JOIN (SELECT DISTINCT street_id FROM address WHERE area_id IS NOT NULL) home ON home.street_id = s.id
      ORDER BY home.street_id IS NULL, coalesce(held.n, 0) DESC, s.id`,
  )
}

/** A company with all names and trade names rows of the register give it, in one text. */
export interface SearchableCompany {
  id: number
  name: string
  tradeNames: string
}

const SEARCHABLE_COMPANY = `
  SELECT c.id, c.name, coalesce((SELECT group_concat(r.trade_name || ' ' || r.name, ' ') FROM company_record r WHERE r.company_id = c.id), '') AS tradeNames FROM company c`

export function eachSearchableCompany(reader: Reader): IterableIterator<SearchableCompany> {
  return reader.each(`${SEARCHABLE_COMPANY} ORDER BY c.id`)
}

/** Of these companies those that are there. */
export function searchableCompanies(reader: Reader, ids: readonly number[]): SearchableCompany[] {
  return reader.all(`${SEARCHABLE_COMPANY} WHERE c.id IN (SELECT value FROM json_each(?))`, JSON.stringify(ids))
}

export interface SearchablePerson {
  id: number
  givenNames: string
  initials: string
  prefix: string
  familyName: string
}

/** Of these persons those that are there. */
export function searchablePersons(reader: Reader, ids: readonly number[]): SearchablePerson[] {
  return reader.all(
    'SELECT id, given_names AS givenNames, initials, prefix, family_name AS familyName FROM person WHERE id IN (SELECT value FROM json_each(?))', JSON.stringify(ids),
  )
}

export function eachSearchablePerson(reader: Reader): IterableIterator<SearchablePerson> {
  return reader.each('SELECT id, given_names AS givenNames, initials, prefix, family_name AS familyName FROM person ORDER BY id')
}

export interface FoundAddress extends WrittenAddress {
  id: number
  usePurpose: string
  status: string
}

const FOUND_ADDRESS = `SELECT a.id, s.name AS street, s.city, a.number, a.letter, a.suffix, a.postcode, a.use_purpose AS usePurpose, a.status
  FROM address a JOIN street s ON s.id = a.street_id`
/** Only in these areas, when any are given; takes a JSON array of area ids or null, twice. */
const IN_AREAS = '(? IS NULL OR a.area_id IN (SELECT value FROM json_each(?)))'

/** Ids of the areas to keep to; null for everywhere. */
export type InAreas = readonly number[] | null

function areaList(areas: InAreas): string | null {
  return areas === null ? null : JSON.stringify(areas)
}

/** Addresses of a street with a number in a range and a postcode with a beginning, which may be empty, in order of number. */
export function addressesInStreet(
  reader: Reader, streetId: number, { fromNumber, toNumber, postcode }: { fromNumber: number; toNumber: number; postcode: string }, areas: InAreas, limit: number,
): FoundAddress[] {
  const list = areaList(areas)
  return reader.all(
    `${FOUND_ADDRESS} WHERE a.street_id = ? AND a.number BETWEEN ? AND ? AND (? = '' OR a.postcode BETWEEN ? AND ?) AND ${IN_AREAS}
      ORDER BY a.number, a.letter, a.suffix, a.id LIMIT ?`,
    streetId, fromNumber, toNumber, postcode, postcode, `${postcode}ZZ`, list, list, limit,
  )
}

/** Addresses of a postcode range with a number in a range. */
export function addressesInPostcode(
  reader: Reader,
  { from, to, fromNumber, toNumber }: { from: string; to: string; fromNumber: number; toNumber: number },
  areas: InAreas,
  limit: number,
): FoundAddress[] {
  const list = areaList(areas)
  return reader.all(
    `${FOUND_ADDRESS} WHERE a.postcode BETWEEN ? AND ? AND a.number BETWEEN ? AND ? AND ${IN_AREAS}
      ORDER BY a.postcode, a.number, a.letter, a.suffix, a.id LIMIT ?`,
    from, to, fromNumber, toNumber, list, list, limit,
  )
}

/** The address with this nummeraanduiding id, or those of the object with this id. */
export function addressesOfBagId(reader: Reader, bagId: number, areas: InAreas): FoundAddress[] {
  const list = areaList(areas)
  return reader.all(`${FOUND_ADDRESS} WHERE (a.id = ? OR a.object_id = ?) AND ${IN_AREAS} ORDER BY a.id LIMIT 20`, bagId, bagId, list, list)
}

export function addressesById(reader: Reader, ids: readonly number[]): FoundAddress[] {
  return reader.all(`${FOUND_ADDRESS} WHERE a.id IN (SELECT value FROM json_each(?)) ORDER BY a.id`, JSON.stringify(ids))
}

export interface FoundStreet {
  id: number
  name: string
  city: string
}

export function streetsById(reader: Reader, ids: readonly number[]): FoundStreet[] {
  return reader.all('SELECT id, name, city FROM street WHERE id IN (SELECT value FROM json_each(?)) ORDER BY name, city, id', JSON.stringify(ids))
}

export interface FoundCompany {
  id: number
  kvk: number | null
  name: string
  legalForm: string
  /** of the first establishment in the vault, empty when none is */
  city: string
  /** separated by line ends */
  tradeNames: string
}

const FOUND_COMPANY = `SELECT c.id, c.kvk, c.name, c.legal_form AS legalForm,
  coalesce((SELECT s.city FROM branch_location b JOIN address a ON a.id = b.address_id JOIN street s ON s.id = a.street_id
             WHERE b.company_id = c.id ORDER BY b.id LIMIT 1), '') AS city,
  coalesce((SELECT group_concat(r.trade_name, char(10)) FROM company_record r WHERE r.company_id = c.id AND r.trade_name <> ''), '') AS tradeNames
  FROM company c`

export function companiesById(reader: Reader, ids: readonly number[]): FoundCompany[] {
  return reader.all(`${FOUND_COMPANY} WHERE c.id IN (SELECT value FROM json_each(?)) ORDER BY c.name, c.id`, JSON.stringify(ids))
}

/** Companies with a KVK number in a range; a typed prefix is one. */
export function companiesByKvk(reader: Reader, from: number, to: number, limit: number): FoundCompany[] {
  return reader.all(`${FOUND_COMPANY} WHERE c.kvk BETWEEN ? AND ? ORDER BY c.kvk LIMIT ?`, from, to, limit)
}

/** Companies with this KVK number, RSIN or vestigingsnummer, leading zeros or not. */
export function companiesByNumber(reader: Reader, number: number): FoundCompany[] {
  return reader.all(
    `${FOUND_COMPANY} WHERE c.id IN (SELECT id FROM company WHERE kvk = ? UNION SELECT id FROM company WHERE rsin = ?
       UNION SELECT company_id FROM branch_location WHERE branch_number = ?) ORDER BY c.kvk, c.id`,
    number, number, number,
  )
}

export interface FoundPerson extends SearchablePerson {
  birthDate: string | null
}

export function personsById(reader: Reader, ids: readonly number[]): FoundPerson[] {
  return reader.all(
    `SELECT id, given_names AS givenNames, initials, prefix, family_name AS familyName, birth_date AS birthDate FROM person
      WHERE id IN (SELECT value FROM json_each(?)) ORDER BY family_name, given_names, initials, birth_date, id`,
    JSON.stringify(ids),
  )
}

const idsInAreas: Record<WordedKind, string> = {
  street: 'SELECT DISTINCT street_id AS id FROM address WHERE area_id IN (SELECT value FROM json_each(?))',
  company: `SELECT DISTINCT b.company_id AS id FROM address a CROSS JOIN branch_location b ON b.address_id = a.id
             WHERE a.area_id IN (SELECT value FROM json_each(?))`,
  person: `SELECT DISTINCT r.person_id AS id FROM address a CROSS JOIN person_record r ON r.address_id = a.id
            WHERE a.area_id IN (SELECT value FROM json_each(?)) AND r.person_id IS NOT NULL`,
}

/** Ids of the streets, companies or persons with an address in one of these areas. */
export function listInAreas(reader: Reader, kind: WordedKind, areas: readonly number[]): number[] {
  return reader.all<{ id: number }>(idsInAreas[kind], JSON.stringify(areas)).map(({ id }) => id)
}
