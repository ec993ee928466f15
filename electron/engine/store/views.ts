import type { Reader, Writer } from './database.ts'

export interface ViewVersionRow {
  id: number
  caseId: number
  name: string
  version: number
  at: string
  by: string
}

const VERSION = 'w.id, w.case_id AS caseId, w.name, v.version, v.made_at AS at, v.made_by AS "by"'
const VIEWS = 'network_view w JOIN network_view_version v ON v.view_id = w.id'

/** Every version of every view of a case, by name and newest first. */
export function viewVersions(reader: Reader, caseId: number): ViewVersionRow[] {
  return reader.all<ViewVersionRow>(`SELECT ${VERSION} FROM ${VIEWS} WHERE w.case_id = ? ORDER BY w.name, w.id, v.version DESC`, caseId)
}

/** One version with its content as JSON; the newest when none is named. */
export function findView(reader: Reader, id: number, version: number | null): (ViewVersionRow & { content: string }) | undefined {
  return reader.get<ViewVersionRow & { content: string }>(
    `SELECT ${VERSION}, v.content FROM ${VIEWS} WHERE w.id = ? AND v.version = coalesce(?, (SELECT max(version) FROM network_view_version WHERE view_id = w.id))`,
    id, version,
  )
}

/** Adds a version to the view of that name in a case, making the view when it is new. */
export function addViewVersion(writer: Writer, caseId: number, name: string, made: { at: string; by: string; content: string }): { id: number; version: number } {
  writer.run('INSERT INTO network_view (case_id, name) VALUES (?, ?) ON CONFLICT DO NOTHING', caseId, name)
  const id = writer.get<{ id: number }>('SELECT id FROM network_view WHERE case_id = ? AND name = ?', caseId, name)?.id ?? 0
  const version = (writer.get<{ last: number | null }>('SELECT max(version) AS last FROM network_view_version WHERE view_id = ?', id)?.last ?? 0) + 1
  writer.run('INSERT INTO network_view_version (view_id, version, made_at, made_by, content) VALUES (?, ?, ?, ?, ?)', id, version, made.at, made.by, made.content)
  return { id, version }
}

/** Removes a view with all its versions; false when it is not there. */
export function deleteView(writer: Writer, id: number): boolean {
  return writer.run('DELETE FROM network_view WHERE id = ?', id).changes > 0
}
