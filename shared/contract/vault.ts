import { z } from 'zod'
import { Actor, GivenRoles, Purpose, Role } from '../model/access.ts'
import { command, job, query } from './procedure.ts'

/** What came to light of a copy of a vault when it was opened here. */
export const Opening = z.object({
  /** this workstation does not know the vault, and so not what was destroyed in it: it may be an older copy */
  isFirstHere: z.boolean(),
  /** how many cases, signals and references still stood in it that had been destroyed, and were destroyed again */
  destroyedAgain: z.number().int(),
  /** a change of passphrase had been broken off; what it left beside the vault was removed, and the passphrase is the one of before */
  clearedChange: z.boolean(),
})
export type Opening = z.infer<typeof Opening>

export const VaultStatus = z.object({
  state: z.enum(['closed', 'open']),
  /** file name without folder; empty when closed */
  name: z.string(),
  isDemo: z.boolean(),
  /** ISO day by which is judged what holds or has ended: today, in a demo vault the day of the demo; empty when closed */
  today: z.string(),
  actor: Actor.nullable(),
  purpose: Purpose.nullable(),
  counts: z.object({
    addresses: z.number(),
    companies: z.number(),
    persons: z.number(),
    references: z.number(),
    deliveries: z.number(),
  }),
  lastDelivery: z.object({ at: z.string(), label: z.string() }).nullable(),
  log: z.object({ lines: z.number(), intact: z.boolean() }).nullable(),
  opening: Opening.nullable(),
})
export type VaultStatus = z.infer<typeof VaultStatus>

const Passphrase = z.string().min(1).max(1024)
const everyone = { roles: Role.options, purpose: false, compartment: 'open' } as const

export const vault = {
  /** What stands in the bottom bar; also answers while no vault is open. */
  'vault.status': query(z.object({}), VaultStatus, { ...everyone, vault: 'any', logs: null, reads: ['vault', 'purpose', 'sources', 'index', 'log'] }),
  /** Makes a new, empty, encrypted vault and opens it. The maker gets the given roles. A demo vault refuses numbers of real persons. */
  'vault.create': command(
    z.object({ file: z.string(), passphrase: Passphrase, name: z.string().trim().min(1).max(80), roles: GivenRoles, isDemo: z.boolean().default(false) }),
    VaultStatus,
    { ...everyone, vault: 'any', logs: () => ({ action: 'vault-create' }), writes: ['vault'] },
  ),
  'vault.open': command(z.object({ file: z.string(), passphrase: Passphrase }), VaultStatus, {
    ...everyone,
    vault: 'any',
    logs: () => ({ action: 'vault-open' }),
    writes: ['vault'],
  }),
  'vault.lock': command(z.object({}), z.object({}), { ...everyone, logs: () => ({ action: 'vault-lock' }), writes: ['vault'] }),
  /** Another passphrase for this vault, by who knows the one it has; copies made before keep theirs. */
  'vault.changePassphrase': job(z.object({ current: Passphrase, next: Passphrase }), z.null(), {
    ...everyone,
    roles: ['director', 'admin'],
    logs: () => ({ action: 'passphrase-change' }),
    writes: ['log'],
  }),
  'purpose.list': query(z.object({}), z.array(Purpose.omit({ caseNumber: true }).extend({ roles: z.array(Role), needsCaseNumber: z.boolean() })), {
    ...everyone,
    logs: null,
    reads: ['vault'],
  }),
  'purpose.set': command(z.object({ id: z.string(), caseNumber: z.string().trim().max(40) }), Purpose, {
    ...everyone,
    logs: (input) => ({ action: 'purpose-set', object: input.id }),
    writes: ['purpose'],
  }),
}
