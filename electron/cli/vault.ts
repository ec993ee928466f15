import type { Role } from '#shared/model/access.ts'
import { userInfo } from 'node:os'
import { withEngine, type Client } from './client.ts'
import { required } from './options.ts'
import { UsageError, userPath, type Io } from './io.ts'
import { readNewPassphrase, readPassphrase } from './passphrase.ts'

/** The purpose a command works under when none is given. Where a case number is needed and none is given, `caseNumber` is used. */
export interface DefaultPurpose {
  id: string
  /** null: the user must give one */
  caseNumber: string | null
}

/** What a command works with: the engine with the vault open, and the purpose in words. */
export interface OpenVault extends Client {
  purpose: string
}

type Values = { [K in 'doel' | 'zaak']?: string | undefined }

/** Opens a vault, chooses the purpose, does the work and locks again. Without a default purpose none is chosen. */
export async function withVault<T>(io: Io, path: string | undefined, values: Values, fallback: DefaultPurpose | null, work: (vault: OpenVault) => Promise<T>): Promise<T> {
  const file = userPath(io, required(path, 'De kluis'))
  const passphrase = await readPassphrase(io)
  return withEngine(io, async (client) => {
    await client.ask('vault.open', { file: client.grant(file), passphrase })
    return work({ ...client, purpose: await choosePurpose(client, values, fallback) })
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

/** Chooses the purpose; it stands in the log and on every export. */
export async function choosePurpose(client: Client, { doel, zaak }: Values, fallback: DefaultPurpose | null): Promise<string> {
  if (doel === undefined && fallback === null) return ''
  const choices = await client.ask('purpose.list', {})
  const id = doel ?? fallback?.id
  const choice = choices.find((one) => one.id === id || one.label === id)
  if (!choice) throw new UsageError(`Als doel kan: ${choices.map((one) => one.id).join(', ')}.`)
  const caseNumber = zaak ?? (choice.id === fallback?.id ? fallback.caseNumber : null) ?? ''
  if (choice.needsCaseNumber && caseNumber === '') throw new UsageError(`Bij het doel ‘${choice.label}’ hoort een zaaknummer: --zaak NUMMER.`)
  const purpose = await client.ask('purpose.set', { id: choice.id, caseNumber: choice.needsCaseNumber ? caseNumber : (zaak ?? '') })
  return purpose.caseNumber === '' ? purpose.label : `${purpose.label}, zaak ${purpose.caseNumber}`
}

/** Purposes as the commands use them. */
export const purposes = {
  sources: { id: 'gegevensbeheer', caseNumber: null },
  picture: { id: 'gebiedsbeeld', caseNumber: null },
  looking: { id: 'signaal-wegen', caseNumber: 'opdrachtregel' },
  casework: { id: 'riec-casus', caseNumber: null },
  bibob: { id: 'bibob-onderzoek', caseNumber: null },
} as const satisfies Record<string, DefaultPurpose>

