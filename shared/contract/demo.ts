import { z } from 'zod'
import { VaultStatus } from './vault.ts'
import { job } from './procedure.ts'
import { Role } from '../model/access.ts'

export const demo = {
  /** Makes a vault with the demo municipality: writes its department files, takes them in, links and scores. */
  'demo.create': job(
    z.object({ file: z.string(), passphrase: z.string().min(1), addresses: z.number().int().min(200).max(300_000), seed: z.number().int().min(0) }),
    VaultStatus,
    { roles: Role.options, purpose: false, compartment: 'open', vault: 'any', logs: () => ({ action: 'vault-create', object: 'demogemeente' }), writes: ['vault', 'sources', 'index', 'scores'] },
  ),
}
