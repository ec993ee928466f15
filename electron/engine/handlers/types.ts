import type { ParsedOf, OutputOf, ProcedureName } from '#shared/contract/index.ts'
import type { CallContext } from '../context.ts'
import type { SessionHolder } from '../holder.ts'
import type { Surroundings } from '../surroundings.ts'

/** Calls that open, close or change the session itself; they log their own line, because there is no session before them. */
export type SessionCall = 'vault.status' | 'vault.create' | 'vault.open' | 'vault.lock' | 'vault.changePassphrase' | 'purpose.set'
export type VaultCall = Exclude<ProcedureName, SessionCall>

type Answer<N extends ProcedureName> = OutputOf<N> | Promise<OutputOf<N>>

/** A procedure on the open vault, already admitted: role, purpose and input are checked, the log line is written around it. */
export type Handlers<N extends VaultCall = VaultCall> = { [K in N]: (context: CallContext, input: ParsedOf<K>) => Answer<K> }

export type SessionHandlers = { [K in SessionCall]: (holder: SessionHolder, around: Surroundings, input: ParsedOf<K>, callId: number) => Answer<K> }
