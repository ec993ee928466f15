import type { VaultStatus } from '#shared/contract/vault.ts'
import type { Reader } from './database.ts'

/** How much the vault holds, for the bottom bar and the overview. */
export function countVault(store: Reader): Pick<VaultStatus, 'counts' | 'lastDelivery'> {
  const counts = store.get<VaultStatus['counts']>(`
    SELECT (SELECT count(*) FROM address) AS addresses,
           (SELECT count(*) FROM company) AS companies,
           (SELECT count(*) FROM person) AS persons,
           (SELECT count(*) FROM signal_record) AS "references",
           (SELECT count(*) FROM delivery) AS deliveries`)
  const last = store.get<{ at: string; label: string }>("SELECT at, supplier || ' · ' || file AS label FROM delivery ORDER BY id DESC LIMIT 1")
  return { counts: counts ?? { addresses: 0, companies: 0, persons: 0, references: 0, deliveries: 0 }, lastDelivery: last ?? null }
}
