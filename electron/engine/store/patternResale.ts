/** Rights that change hands; a usufruct or a building right given beside the ownership is no sale. */
const PASSING = "real_right NOT IN ('vruchtgebruik', 'opstal')"

/**
 * Who got the right to an address on which day, from the register of owners or from a deed, at addresses where that happened
 * twice within the days that count. `who` is the entity, null when the row could not be tied to one; then the name speaks. It
 * is whole when the shares of the day fill the right; a deed that names no share passes all of it.
 */
const GOT = `acquired AS MATERIALIZED (
    SELECT 'title' AS told, id, address_id AS address, started AS day, ended, coalesce('p' || person_id, 'c' || company_id) AS who, lower(coalesce(nullif(family_name, ''), owner_name)) AS name,
      NULL AS seller, coalesce(1.0 * share_part / share_whole, 0) AS share
    FROM ownership_record WHERE address_id IS NOT NULL AND length(started) = 10 AND ${PASSING}
    UNION ALL
    SELECT 'deed', d.id, d.address_id, d.deed_date, NULL, coalesce('p' || d.person_id, 'c' || d.company_id), lower(coalesce(nullif(d.family_name, ''), d.buyer_name)),
      coalesce((SELECT 'c' || c.id FROM company AS c WHERE c.kvk = d.seller_kvk), nullif(lower(d.seller_name), '')), coalesce(1.0 * d.share_part / d.share_whole, 1)
    FROM deed AS d WHERE d.address_id IS NOT NULL AND length(d.deed_date) = 10),
  near AS (
    SELECT address FROM (SELECT address, julianday(day) - julianday(lag(day) OVER (PARTITION BY address ORDER BY day)) AS days FROM (SELECT DISTINCT address, day FROM acquired))
    WHERE days <= (SELECT j->>'days' FROM given)),
  got AS MATERIALIZED (SELECT *, sum(share) OVER (PARTITION BY told, address, day) > 0.999 AS is_whole FROM acquired WHERE address IN (SELECT address FROM near))`

/** Two parties that are certainly not the same: two entities, or two names. */
const OTHER = (one: string, other: string) => `coalesce(${one}.who <> ${other}.who, ${one}.name <> '' AND ${other}.name <> '' AND ${one}.name <> ${other}.name)`
/** Two rows that may well name the same party. */
const SAME = (one: string, other: string) => `coalesce(${one}.who = ${other}.who, ${one}.name <> '' AND ${one}.name = ${other}.name)`

/**
 * A sells to B and B, who then has nothing left, soon sells to C. Three parties: who gets it back after it was sold undid a
 * sale, and who buys the share of a co-owner held it already.
 */
export const resale = `
  WITH ${GOT}, sale AS MATERIALIZED (
    SELECT b.address, b.id AS earlier, c.id AS record, b.day AS bought, c.day AS sold, CAST(julianday(c.day) - julianday(b.day) AS INTEGER) AS days,
      (SELECT a.id FROM got AS a WHERE a.address = b.address AND a.day < b.day AND ${OTHER('a', 'b')} ORDER BY a.day DESC, a.id LIMIT 1) AS before, b.seller
    FROM got AS b JOIN got AS c ON c.address = b.address AND c.day > b.day
    WHERE julianday(c.day) - julianday(b.day) <= (SELECT j->>'days' FROM given) AND c.day BETWEEN (SELECT date(j->>'day', '-' || (j->>'months') || ' months') FROM given) AND (SELECT j->>'day' FROM given)
      AND ${OTHER('b', 'c')}
      AND (c.is_whole OR b.ended BETWEEN b.day AND date(c.day, '+31 days'))
      AND NOT EXISTS (SELECT 1 FROM got AS m WHERE m.address = b.address AND m.day > b.day AND m.day < c.day)
      AND NOT EXISTS (SELECT 1 FROM got AS k WHERE k.address = b.address AND (k.day = b.day OR k.day = c.day) AND EXISTS (SELECT 1 FROM got AS l WHERE l.address = b.address AND l.day = iif(k.day = b.day, c.day, b.day) AND ${SAME('k', 'l')}))
      AND NOT EXISTS (SELECT 1 FROM got AS a WHERE a.address = b.address AND a.day < b.day AND ${SAME('a', 'c')})
      AND NOT EXISTS (SELECT 1 FROM ownership_record AS o WHERE o.address_id = b.address AND o.started IS NULL AND coalesce('p' || o.person_id, 'c' || o.company_id) = c.who)
      AND coalesce(b.seller <> c.who AND b.seller <> c.name, 1))
  SELECT address AS subject, max(sold) AS since,
    json_object('days', days, 'bought', bought, 'before', iif(before IS NULL AND seller IS NULL, 'wie de eerste verkoper was, staat niet in de leveringen', 'de eerste verkoper was weer een ander')) AS words,
    iif(before IS NULL, json_array(earlier, record), json_array(before, earlier, record)) AS records
  FROM sale GROUP BY address`
