import type { Reader, Writer } from './database.ts'

export interface ViewVersionRow {
  id: number
  caseId: number
  name: string
  isRemoved: number
  version: number
  at: string
  by: string
}

const VERSION = 'w.id, w.case_id AS caseId, w.name, w.removed_at IS NOT NULL AS isRemoved, v.version, v.made_at AS at, v.made_by AS "by"'
const VIEWS = 'network_view w JOIN network_view_version v ON v.view_id = w.id'

/** Every version of every view of a case, by name and newest first; removed views too. */
export function viewVersions(reader: Reader, caseId: number): ViewVersionRow[] {
  return reader.all<ViewVersionRow>(`SELECT ${VERSION} FROM ${VIEWS} WHERE w.case_id = ? ORDER BY w.name, w.id, v.version DESC`, caseId)
}

/** One version with its content as JSON; the newest when none is named. A removed view is not there until it is brought back. */
export function findView(reader: Reader, id: number, version: number | null): (ViewVersionRow & { content: string }) | undefined {
  return reader.get<ViewVersionRow & { content: string }>(
    `SELECT ${VERSION}, v.content FROM ${VIEWS} WHERE w.id = ? AND w.removed_at IS NULL AND v.version = coalesce(?, (SELECT max(version) FROM network_view_version WHERE view_id = w.id))`,
    id, version,
  )
}

/** The case a view belongs to, removed or not; null when there is no such view. */
export function caseOfView(reader: Reader, id: number): number | null {
  return reader.get<{ caseId: number }>('SELECT case_id AS caseId FROM network_view WHERE id = ?', id)?.caseId ?? null
}

/** Adds a version to the view of that name in a case, making the view when it is new and bringing it back when it was removed. */
export function addViewVersion(writer: Writer, caseId: number, name: string, made: { at: string; by: string; content: string }): { id: number; version: number } {
  writer.run('INSERT INTO network_view (case_id, name) VALUES (?, ?) ON CONFLICT DO UPDATE SET removed_at = NULL, removed_by = NULL', caseId, name)
  const id = writer.get<{ id: number }>('SELECT id FROM network_view WHERE case_id = ? AND name = ?', caseId, name)?.id ?? 0
  const version = (writer.get<{ last: number | null }>('SELECT max(version) AS last FROM network_view_version WHERE view_id = ?', id)?.last ?? 0) + 1
  writer.run('INSERT INTO network_view_version (view_id, version, made_at, made_by, content) VALUES (?, ?, ?, ?, ?)', id, version, made.at, made.by, made.content)
  return { id, version }
}

/** Puts a view with all its versions aside, or with null brings it back; false when there is none to. */
export function setViewRemoved(writer: Writer, id: number, removed: { at: string; by: string } | null): boolean {
  const { at, by } = removed ?? { at: null, by: null }
  return writer.run('UPDATE network_view SET removed_at = ?, removed_by = ? WHERE id = ? AND (removed_at IS NULL) = (? IS NOT NULL)', at, by, id, at).changes > 0
}
