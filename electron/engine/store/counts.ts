import type { VaultStatus } from '#shared/contract/vault.ts'
import type { Reader } from './database.ts'
import { keptUntilChange } from './kept.ts'

type Counts = Pick<VaultStatus, 'counts' | 'lastDelivery'>

/** How much the vault holds, for the bottom bar and the overview. Counted once per change: ten million addresses take a second. */
export const countVault: (store: Reader) => Counts = keptUntilChange(count)

function count(store: Reader): Counts {
  const counts = store.get<VaultStatus['counts']>(`
    SELECT (SELECT count(*) FROM address) AS addresses,
           (SELECT count(*) FROM company) AS companies,
           (SELECT count(*) FROM person) AS persons,
           (SELECT count(*) FROM signal_record) AS "references",
           (SELECT count(*) FROM delivery WHERE withdrawn_at IS NULL) AS deliveries`)
  const last = store.get<{ at: string; label: string }>("SELECT at, iif(supplier = '', '', supplier || ' · ') || file AS label FROM delivery WHERE withdrawn_at IS NULL ORDER BY id DESC LIMIT 1")
  return { counts: counts ?? { addresses: 0, companies: 0, persons: 0, references: 0, deliveries: 0 }, lastDelivery: last ?? null }
}
