import { closeVault, openVault } from '../../electron/engine/store/vault.ts'

/**
 * A process of its own, because the driver of the database does not load in that of the tests: works in a locked vault as if it were years
 * later. Its closed case was closed long ago, and a colleague asked for its destruction.
 * Usage: `node yearsLater.ts VAULT PASSPHRASE`
 */
const [, , file = '', passphrase = ''] = process.argv
const vault = await openVault(file, passphrase)
vault.store.write((writer) => {
  writer.run("UPDATE case_closing SET closed_at = '2020-03-01T09:00:00.000Z', monitoring_until = '2020-06-30'")
  writer.run(
    `INSERT INTO destruction (kind, subject_id, number, motive, asked_account, asked_by, asked_at)
     SELECT 'case', id, number, 'De bewaartermijn van vijf jaar is om.', 'collega', 'C. Collega', '2026-01-05T09:00:00.000Z' FROM case_file WHERE status = 'closed'`,
  )
})
closeVault(vault)
