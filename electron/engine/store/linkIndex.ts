import type { Reader, Writer } from './database.ts'
import type { JoinedKind } from './entities.ts'

/** What a link run kept for the next one; gone as soon as a row it linked reads otherwise, is gone, or came in between. */
export interface LinkDone {
  lastRecord: number
  /** JSON */
  facts: string
}

export function readLinkDone(reader: Reader, party: JoinedKind): LinkDone | undefined {
  return reader.get<LinkDone>('SELECT last_record AS lastRecord, facts FROM link_done WHERE party = ?', party)
}

export function saveLinkDone(writer: Writer, party: JoinedKind, { lastRecord, facts }: LinkDone): void {
  writer.run('INSERT INTO link_done (party, last_record, facts) VALUES (?, ?, ?) ON CONFLICT (party) DO UPDATE SET last_record = excluded.last_record, facts = excluded.facts', party, lastRecord, facts)
}

/** The next run of a party will be a whole one. */
export function forgetLinkDone(writer: Writer, party: JoinedKind): void {
  writer.run('DELETE FROM link_done WHERE party = ?', party)
}

/** Packed numbers by name, of one run. */
export interface PackedPart {
  part: number
  name: string
  data: Uint8Array
}

/** Those of one part. */
export function readPackedParts(reader: Reader, party: JoinedKind, part: number): PackedPart[] {
  return reader.all<PackedPart>('SELECT part, name, data FROM link_index WHERE party = ? AND part = ? ORDER BY name', party, part)
}

/** Those of which the name begins so, or all others. */
export function readPackedHalf(reader: Reader, party: JoinedKind, beginning: string, isSo: boolean): PackedPart[] {
  return reader.all<PackedPart>('SELECT part, name, data FROM link_index WHERE party = ? AND (substr(name, 1, length(?)) = ?) = ? ORDER BY part, name', party, beginning, beginning, isSo ? 1 : 0)
}

/** One part by its name; undefined when nothing of that name was kept. */
export function readPackedPart(reader: Reader, party: JoinedKind, { part, name }: Pick<PackedPart, 'part' | 'name'>): Uint8Array | undefined {
  return reader.get<Pick<PackedPart, 'data'>>('SELECT data FROM link_index WHERE party = ? AND part = ? AND name = ?', party, part, name)?.data
}

export function savePackedPart(writer: Writer, party: JoinedKind, { part, name, data }: PackedPart): void {
  writer.run('INSERT OR REPLACE INTO link_index (party, part, name, data) VALUES (?, ?, ?, ?)', party, part, name, data)
}

/** @param from parts before it stay */
export function clearPackedParts(writer: Writer, party: JoinedKind, from = 0): void {
  writer.run('DELETE FROM link_index WHERE party = ? AND part >= ?', party, from)
}
