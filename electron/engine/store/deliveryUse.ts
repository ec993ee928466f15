import type { DeliveryUse } from '#shared/contract/sources.ts'
import { recordRange } from '#shared/model/recordId.ts'
import type { Reader } from './database.ts'

/** A case uses a delivery when a statement names one of its rows, or a subject was put together from one. */
const CASES = `
  SELECT c.number AS number, c.title AS title,
         (SELECT count(DISTINCT s.id) FROM case_statement s JOIN case_statement_source x ON x.statement_id = s.id
           WHERE s.case_id = c.id AND x.record_id BETWEEN g.first AND g.last) AS statements,
         (SELECT count(*) FROM case_subject_now j WHERE j.case_id = c.id AND EXISTS (
            SELECT 1 FROM entity_record e WHERE e.kind IN ('company', 'person') AND e.record_id BETWEEN g.first AND g.last AND j.key = e.kind || ':' || e.entity_id)) AS subjects
    FROM case_file c, given g`

/** What used the rows of a delivery since it came in. */
export function deliveryUse(reader: Reader, deliveryId: number, at: string): Omit<DeliveryUse, 'rows' | 'later'> {
  const { first, last } = recordRange(deliveryId)
  const cases = reader.all<DeliveryUse['cases'][number]>(
    `WITH given(first, last) AS (SELECT ?, ?) SELECT * FROM (${CASES})
      WHERE statements + subjects > 0 ORDER BY number`,
    first, last,
  )
  const exports = reader.all<{ number: string; at: string; recipients: string }>(
    `SELECT c.number AS number, e.made_at AS at, e.recipients AS recipients FROM case_export e JOIN case_file c ON c.id = e.case_id
      WHERE e.made_at >= ? AND c.number IN (SELECT value FROM json_each(?)) ORDER BY e.made_at`,
    at, JSON.stringify(cases.map(({ number }) => number)),
  )
  const scores = reader.get<{ count: number; newest: string | null }>('SELECT count(*) AS count, max(at) AS newest FROM score_set WHERE at >= ?', at)
  return { cases, exports, scoreSets: scores ?? { count: 0, newest: null } }
}
