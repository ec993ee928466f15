/**
 * Companies that took over from one another. A link of the chain is: in the same trade at the same address the next one began
 * about when the last one ended, the last one exists no more (one that merely moved did not restart), and the same person or
 * company directed or owned both. Only dates that are known to the month count. The chain has to be one: two pairs that have
 * nothing to do with each other are no carousel.
 */
export const restart = `
  WITH RECURSIVE place AS MATERIALIZED (
    SELECT l.address_id, l.company_id, substr(l.sbi, 1, 2) AS trade, l.sbi_version, date(substr(min(l.started) || '-01', 1, 10)) AS started, iif(count(l.ended) = count(*), date(substr(max(l.ended) || '-01', 1, 10)), NULL) AS ended,
      c.ended IS NOT NULL AND c.ended <= (SELECT j->>'day' FROM given) AS is_gone, min(l.record_id) AS record
    FROM branch_location AS l JOIN company AS c ON c.id = l.company_id
    WHERE l.address_id IS NOT NULL AND l.sbi <> '' AND length(l.started) >= 7 GROUP BY l.address_id, l.company_id, trade, l.sbi_version),
  role AS MATERIALIZED (
    SELECT company_id, coalesce('p' || person_id, 'c' || officer_company_id) AS who, min(id) AS record FROM office_record
    WHERE company_id IS NOT NULL AND coalesce(person_id, officer_company_id) IS NOT NULL AND office IN (SELECT value FROM json_each((SELECT j->'offices' FROM given)))
    GROUP BY company_id, who),
  follow AS MATERIALIZED (
    SELECT a.address_id, a.company_id AS earlier, b.company_id AS later, b.started, a.record AS first, b.record AS second,
      (SELECT json_array(p.record, q.record) FROM role AS p JOIN role AS q ON q.who = p.who WHERE p.company_id = a.company_id AND q.company_id = b.company_id ORDER BY p.record, q.record LIMIT 1) AS same
    FROM place AS a JOIN place AS b ON b.address_id = a.address_id AND b.company_id <> a.company_id AND b.trade = a.trade AND b.sbi_version = a.sbi_version
     AND a.is_gone AND b.started > a.started AND julianday(b.started) - julianday(a.ended) BETWEEN -(SELECT j->>'overlap' FROM given) AND (SELECT j->>'days' FROM given)
    WHERE b.started BETWEEN (SELECT date(j->>'day', '-' || (j->>'months') || ' months') FROM given) AND (SELECT j->>'day' FROM given)),
  step AS MATERIALIZED (SELECT * FROM follow WHERE same IS NOT NULL),
  before (address_id, company_id, count) AS (
    SELECT address_id, earlier, 1 FROM step UNION SELECT s.address_id, s.later, b.count + 1 FROM before AS b JOIN step AS s ON s.address_id = b.address_id AND s.earlier = b.company_id),
  after (address_id, company_id, count) AS (
    SELECT address_id, later, 1 FROM step UNION SELECT s.address_id, s.earlier, a.count + 1 FROM after AS a JOIN step AS s ON s.address_id = a.address_id AND s.later = a.company_id),
  longestBefore AS MATERIALIZED (SELECT address_id, company_id, max(count) AS count FROM before GROUP BY address_id, company_id),
  longestAfter AS MATERIALIZED (SELECT address_id, company_id, max(count) AS count FROM after GROUP BY address_id, company_id),
  chain AS MATERIALIZED (
    SELECT s.*, b.count + a.count AS count FROM step AS s
    JOIN longestBefore AS b ON b.address_id = s.address_id AND b.company_id = s.earlier JOIN longestAfter AS a ON a.address_id = s.address_id AND a.company_id = s.later
    WHERE b.count + a.count >= (SELECT j->>'least' FROM given))
  SELECT address_id AS subject, max(started) AS since, json_object('count', max(count)) AS words,
    (SELECT json_group_array(DISTINCT value) FROM (
      SELECT first AS value FROM chain AS c WHERE c.address_id = chain.address_id UNION SELECT second FROM chain AS c WHERE c.address_id = chain.address_id
      UNION SELECT e.value FROM chain AS c, json_each(c.same) AS e WHERE c.address_id = chain.address_id)) AS records
  FROM chain GROUP BY address_id`
