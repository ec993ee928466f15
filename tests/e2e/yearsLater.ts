import { chainHash } from '../../electron/engine/audit/chainHash.ts'
import { addLine, eachLine, lastLine } from '../../electron/engine/store/log.ts'
import { writeMeta } from '../../electron/engine/store/meta.ts'
import { closeVault, openVault } from '../../electron/engine/store/vault.ts'

/**
 * A process of its own, because the driver of the database does not load in that of the tests: works in a locked vault as if it were years
 * later. Its closed case was closed long ago, and a colleague asked for its destruction; of references that were taken in, those of one
 * department were not confirmed for seven months, and of those of another, which nobody confirmed for years, a colleague asked the destruction too.
 * So did he of scores with another weighing that were computed years ago, of a Bibob dossier, and of every line of the log, which were all written then.
 * Usage: `node yearsLater.ts VAULT PASSPHRASE`
 */
const [, , file = '', passphrase = ''] = process.argv
const vault = await openVault(file, passphrase)
vault.log.write((writer) => {
  const lines = [...eachLine(writer, 1)]
  writer.run('DELETE FROM event')
  for (const line of lines) addLine(writer, { ...line, at: '2020-05-01T09:00:00.000Z' }, chainHash)
})
vault.store.write((writer) => {
  const end = lastLine(vault.log)
  writeMeta(writer, 'log-anchor', JSON.stringify(end))
  writer.run("UPDATE case_closing SET closed_at = '2020-03-01T09:00:00.000Z', monitoring_until = '2020-06-30'")
  writer.run(
    `INSERT INTO destruction (kind, subject_id, number, motive, asked_account, asked_by, asked_at)
     SELECT 'case', id, number, 'De bewaartermijn van vijf jaar is om.', 'collega', 'C. Collega', '2026-01-05T09:00:00.000Z' FROM case_file WHERE status = 'closed'`,
  )
  const day = (monthsAgo: number) => new Date(Date.now() - monthsAgo * 30.5 * 86_400_000).toISOString()
  const last = writer.get<{ id: number }>('SELECT coalesce(max(id), 0) AS id FROM delivery')?.id ?? 0
  const [recent, old] = [last + 1, last + 2]
  for (const [id, at] of [[recent, day(7)], [old, '2020-05-01T09:00:00.000Z']] as const) {
    writer.run(
      `INSERT INTO delivery (id, kind, file, hash, sheet, read_as, supplier, mapping, fingerprint, purpose, account, name, at, rows_read, accepted, repaired, refused, dropped)
       VALUES (?, 'signal', 'signalen.csv', '', '', 'csv', '', '{}', ?, '', 'collega', 'C. Collega', ?, 2, 2, 0, 0, '[]')`,
      id, String(id), at,
    )
    for (const row of [1, 2]) {
      writer.run(
        `INSERT INTO signal_record (id, signal_number, department, signal_kind, phenomenon, started, contact_role, reporter_kind, given_street, given_letter, given_suffix, given_postcode, given_city)
         VALUES (?, ?, ?, ?, 'hennep', '2020-02-03', 'meldpunt', 'burger', 'Kade', '', '', '', '')`,
        id * 2 ** 32 + row, `S-${id}${row}`, id === recent ? 'Belastingen' : 'Handhaving', row === 1 ? 'geuroverlast' : 'onderhuur',
      )
    }
  }
  writer.run("INSERT INTO reference_batch (id, number, department, made_at) VALUES (1, 'R-2026-0001', 'Handhaving', '2026-01-05T09:00:00.000Z')")
  for (const row of [1, 2]) writer.run('INSERT INTO reference_batch_row (batch_id, record_id) VALUES (1, ?)', old * 2 ** 32 + row)
  writer.run(
    `INSERT INTO destruction (kind, subject_id, number, motive, asked_account, asked_by, asked_at)
     VALUES ('reference', 1, 'R-2026-0001', 'Handhaving noemt ze niet meer.', 'collega', 'C. Collega', '2026-01-05T09:00:00.000Z')`,
  )
  const set = writer.run(
    `INSERT INTO score_set (kind, label, at, made_at, account, name, reference_date, indicator_set, seed, definitions_hash, data_hash, hash, result_hash, inputs)
     VALUES ('what-if', 'Zonder meldingen', '2020-05-01T09:00:00.000Z', '2020-05-01T09:00:00.000Z', 'collega', 'C. Collega', '2020-05-01', 1, 1, '', '', 'oud', 'oud', '')`,
  ).lastId
  writer.run("INSERT INTO score_batch (id, number, made_at) VALUES (1, 'A-2026-0001', '2026-01-05T09:00:00.000Z')")
  writer.run('INSERT INTO score_batch_set (batch_id, set_id) VALUES (1, ?)', set)
  writer.run(
    `INSERT INTO destruction (kind, subject_id, number, motive, asked_account, asked_by, asked_at)
     VALUES ('score', 1, 'A-2026-0001', 'De termijn van twee jaar is om.', 'collega', 'C. Collega', '2026-01-05T09:00:00.000Z')`,
  )
  writer.run(
    `INSERT INTO bibob_application (id, case_number, applicant_label, content, changed_at, changed_by)
     VALUES (1, 'B-2019-0007', 'Oude Horeca B.V.', '{"days":{"decided":"2019-05-01"}}', '2019-05-01T09:00:00.000Z', 'B. Bibob')`,
  )
  writer.run(
    `INSERT INTO destruction (kind, subject_id, number, motive, asked_account, asked_by, asked_at)
     VALUES ('bibob', 1, 'B-2019-0007', 'De termijn na het besluit is om.', 'collega', 'C. Collega', '2026-01-05T09:00:00.000Z')`,
  )
  writer.run(
    `INSERT INTO destruction (kind, subject_id, number, motive, asked_account, asked_by, asked_at)
     VALUES ('log', ?, 'L-2026-0001', 'De termijn van drie jaar is om.', 'collega', 'C. Collega', '2026-01-05T09:00:00.000Z')`,
    end?.seq ?? 0,
  )
})
closeVault(vault)
