import type { Reader, Writer } from './database.ts'

/** What has words of its own: streets stand for their addresses. */
export type WordedKind = 'street' | 'company' | 'person'

const clears: Record<WordedKind, string> = {
  street: "INSERT INTO street_search (street_search) VALUES ('delete-all')",
  company: "INSERT INTO company_search (company_search) VALUES ('delete-all')",
  person: "INSERT INTO person_search (person_search) VALUES ('delete-all')",
}

const inserts: Record<WordedKind, string> = {
  street: 'INSERT INTO street_search (rowid, words) VALUES (?, ?)',
  company: 'INSERT INTO company_search (rowid, words) VALUES (?, ?)',
  person: 'INSERT INTO person_search (rowid, words) VALUES (?, ?)',
}

const queries: Record<WordedKind, string> = {
  street: 'SELECT rowid AS id FROM street_search WHERE street_search MATCH ? LIMIT ?',
  company: 'SELECT rowid AS id FROM company_search WHERE company_search MATCH ? LIMIT ?',
  person: 'SELECT rowid AS id FROM person_search WHERE person_search MATCH ? LIMIT ?',
}

export function clearSearch(writer: Writer, kind: WordedKind): void {
  writer.run(clears[kind])
  writer.run('DELETE FROM search_word WHERE kind = ?', kind)
}

/** Adds the words under which one thing is found. */
export function addSearchable(writer: Writer, kind: WordedKind): (id: number, words: readonly string[]) => void {
  const insert = writer.prepare(inserts[kind])
  const known = new Set<string>()
  const addWord = writer.prepare('INSERT INTO search_word (kind, word) VALUES (?, ?) ON CONFLICT DO NOTHING')
  return (id, words) => {
    insert(id, words.join(' '))
    for (const word of words) {
      if (known.has(word)) continue
      known.add(word)
      addWord(kind, word)
    }
  }
}

/** What company names and trade names there are, one row per name. */
export function listSearchableCompanies(reader: Reader): { id: number; name: string; tradeNames: string }[] {
  return reader.all(
    `SELECT c.id, c.name, coalesce((SELECT group_concat(r.trade_name || ' ' || r.name, ' ') FROM company_record r WHERE r.company_id = c.id), '') AS tradeNames
       FROM company c ORDER BY c.id`,
  )
}

export interface SearchablePerson {
  id: number
  givenNames: string
  initials: string
  prefix: string
  familyName: string
}

export function listSearchablePersons(reader: Reader): SearchablePerson[] {
  return reader.all('SELECT id, given_names AS givenNames, initials, prefix, family_name AS familyName FROM person ORDER BY id')
}

/**
 * Ids of what has all these words. Each word may be spelled in several ways.
 * @param words per word the spellings, letters and digits only
 * @param as `whole` words, or `begun` ones: a word that stands in it may go on
 */
export function findByWords(reader: Reader, kind: WordedKind, words: readonly (readonly string[])[], as: 'whole' | 'begun', limit: number): number[] {
  const end = as === 'begun' ? '*' : ''
  const match = words.map((spellings) => `(${spellings.map((word) => `"${word}"${/^\d+$/.test(word) ? '' : end}`).join(' OR ')})`).join(' AND ')
  return match === '' ? [] : reader.all<{ id: number }>(queries[kind], match, limit).map(({ id }) => id)
}

/** The first word from `from` on, in alphabetical order. */
export function firstWordFrom(reader: Reader, kind: WordedKind, from: string): string | undefined {
  return reader.get<{ word: string }>('SELECT word FROM search_word WHERE kind = ? AND word >= ? ORDER BY word LIMIT 1', kind, from)?.word
}

export interface FoundAddress {
  id: number
  street: string
  city: string
  number: number
  letter: string
  suffix: string
  postcode: string
  usePurpose: string
}

const FOUND_ADDRESS = `SELECT a.id, s.name AS street, s.city, a.number, a.letter, a.suffix, a.postcode, a.use_purpose AS usePurpose
  FROM address a JOIN street s ON s.id = a.street_id`

/** Addresses of a street with a number in a range, in order of number. */
export function addressesInStreet(reader: Reader, streetId: number, fromNumber: number, toNumber: number, limit: number): FoundAddress[] {
  return reader.all(
    `${FOUND_ADDRESS} WHERE a.street_id = ? AND a.number BETWEEN ? AND ? ORDER BY a.number, a.letter, a.suffix, a.id LIMIT ?`,
    streetId, fromNumber, toNumber, limit,
  )
}

/** Addresses of a postcode range with a number in a range. */
export function addressesInPostcode(
  reader: Reader,
  { from, to, fromNumber, toNumber }: { from: string; to: string; fromNumber: number; toNumber: number },
  limit: number,
): FoundAddress[] {
  return reader.all(
    `${FOUND_ADDRESS} WHERE a.postcode BETWEEN ? AND ? AND a.number BETWEEN ? AND ? ORDER BY a.postcode, a.number, a.letter, a.suffix, a.id LIMIT ?`,
    from, to, fromNumber, toNumber, limit,
  )
}

/** The address with this nummeraanduiding id, or those of the object with this id. */
export function addressesOfBagId(reader: Reader, bagId: number): FoundAddress[] {
  return reader.all(`${FOUND_ADDRESS} WHERE a.id = ? OR a.object_id = ? ORDER BY a.id LIMIT 20`, bagId, bagId)
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

export function companiesByRsin(reader: Reader, rsin: number): FoundCompany[] {
  return reader.all(`${FOUND_COMPANY} WHERE c.rsin = ? ORDER BY c.id LIMIT 20`, rsin)
}

export function companiesByBranchNumber(reader: Reader, branchNumber: number): FoundCompany[] {
  return reader.all(`${FOUND_COMPANY} WHERE c.id = (SELECT company_id FROM branch_location WHERE branch_number = ?)`, branchNumber)
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
