import type { Reader } from './database.ts'

/** One day on which a dwelling changed hands, as far as it tells of its price; of several rows of one day together. */
export interface SaleRow {
  address: number
  date: string
  /** for this one object; null where none was given, or one for more objects together */
  price: number | null
  woz: number | null
}

/**
 * Every `step`-th dwelling by its id, so that a sample of `most` or a few more is the same each time. The limit keeps SQLite from reading
 * every address for it: the ids alone stand in an index.
 */
export const SALES = `
  SELECT o.address_id AS address, o.started AS date, CASE WHEN max(coalesce(o.price_covers_more, 0)) = 0 THEN nullif(max(o.price), 0) END AS price, nullif(max(o.woz_value), 0) AS woz
  FROM (SELECT id FROM address WHERE id % ? = 0 LIMIT -1) AS step CROSS JOIN address AS a ON a.id = step.id CROSS JOIN ownership_record AS o ON o.address_id = a.id
  WHERE a.use_purpose LIKE '%woonfunctie%' AND length(o.started) = 10 AND o.started BETWEEN ? AND ?
  GROUP BY o.address_id, o.started ORDER BY o.address_id, o.started`

/** How a sample of the dwellings changed hands in a period, per dwelling in order of date. @param most dwellings in the sample, about */
export function sampledSales(reader: Reader, first: string, last: string, most: number): SaleRow[] {
  const addresses = reader.get<{ n: number }>('SELECT count(*) AS n FROM address')?.n ?? 0
  return reader.all<SaleRow>(SALES, Math.max(1, Math.floor(addresses / most)), first, last)
}
