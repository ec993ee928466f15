import { UsageError, type Io } from './io.ts'

type Asking = Pick<Io, 'environment' | 'askHidden'>

export const VARIABLE = 'SIGNAAL_WACHTWOORD'
/** Of a passphrase that takes the place of another. */
const NEXT = 'SIGNAAL_NIEUW_WACHTWOORD'

/** The passphrase from the environment, else asked for without showing it. @throws UsageError when there is neither */
export async function readPassphrase(io: Asking): Promise<string> {
  return givenPassphrase(io) ?? (await ask(io, 'Wachtwoordzin: '))
}

/** For a new vault: asked twice. */
export async function readNewPassphrase(io: Asking): Promise<string> {
  return givenPassphrase(io) ?? (await askTwice(io))
}

/** The one that is to take the place of the present one: asked twice. */
export async function readNextPassphrase(io: Asking): Promise<string> {
  const given = io.environment[NEXT] ?? ''
  return given === '' ? askTwice(io) : given
}

async function askTwice(io: Asking): Promise<string> {
  const first = await ask(io, 'Nieuwe wachtwoordzin: ')
  if ((await ask(io, 'Nog een keer: ')) !== first) throw new UsageError('De twee wachtwoordzinnen zijn niet gelijk.')
  return first
}

/**
 * Takes the passphrase out of an environment, so that no program started from here (npm for an Electron, Electron to print) inherits it.
 * @returns the environment as it was
 */
export function takeEnvironment(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const given = { ...environment }
  delete environment[VARIABLE]
  delete environment[NEXT]
  return given
}

/** What the environment holds, or null. */
export function givenPassphrase(io: Pick<Io, 'environment'>): string | null {
  const given = io.environment[VARIABLE]
  return given === undefined || given === '' ? null : given
}

async function ask(io: Asking, question: string): Promise<string> {
  if (!io.askHidden) throw new UsageError(`Zet de wachtwoordzin in ${VARIABLE}; hier kan er niet om gevraagd worden.`)
  return io.askHidden(question)
}
