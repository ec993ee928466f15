import type { RightsReview } from '#shared/contract/users.ts'
import type { Reader, Writer } from './database.ts'

/** Records that somebody went through the rights. @param account of the operating system */
export function addRightsReview(writer: Writer, account: string, { at, by, users, outcome }: RightsReview): void {
  writer.run('INSERT INTO rights_review (at, account, by_name, users, outcome) VALUES (?, ?, ?, ?, ?)', at, account, by, users, outcome)
}

/** The latest time somebody did, or null. */
export function lastRightsReview(reader: Reader): RightsReview | null {
  return reader.get<RightsReview>('SELECT at, by_name AS by, users, outcome FROM rights_review ORDER BY id DESC LIMIT 1') ?? null
}
