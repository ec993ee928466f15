import type { Role } from '#shared/model/access.ts'
import { userInfo } from 'node:os'
import { withEngine, type Client } from './client.ts'
import { required } from './options.ts'
import { userPath, type Io } from './io.ts'
import { readNewPassphrase, readPassphrase } from './passphrase.ts'
import { choosePurpose, wantedPurpose, type PurposeNeed, type PurposeWords } from './purpose.ts'

/** What a command works with: the engine with the vault open, and the purpose in words; empty where none is needed. */
export interface OpenVault extends Client {
  purpose: string
}

/** Opens a vault, chooses the purpose, does the work and locks again. What is typed wrongly is said before anything is opened. */
export async function withVault<T>(io: Io, path: string | undefined, values: PurposeWords, need: PurposeNeed, work: (vault: OpenVault) => Promise<T>): Promise<T> {
  const file = userPath(io, required(path, 'De kluis'))
  const wanted = wantedPurpose(values, need)
  const passphrase = await readPassphrase(io)
  return withEngine(io, async (client) => {
    await client.ask('vault.open', { file: client.grant(file), passphrase })
    return work({ ...client, purpose: wanted === null ? '' : await choosePurpose(client, wanted) })
  })
}

/** Makes a vault, does the work in it and locks again. */
export async function withNewVault<T>(io: Io, path: string | undefined, wish: { name: string; roles: Role[]; isDemo: boolean }, work: (vault: Client) => Promise<T>): Promise<T> {
  const file = userPath(io, required(path, 'De kluis'))
  const passphrase = await readNewPassphrase(io)
  return withEngine(io, async (client) => {
    await client.ask('vault.create', { file: client.grant(file), passphrase, ...wish })
    return work(client)
  })
}

/** The name behind the account of the operating system. */
export function accountName(): string {
  return userInfo().username
}
