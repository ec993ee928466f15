import type { ProcedureName } from '#shared/contract/index.ts'
import type { Topic } from '#shared/contract/procedure.ts'
import type { Role } from '#shared/model/access.ts'

/** Of a procedure: who may ask it, and what touches its answer. */
type Known = Readonly<Record<ProcedureName, { demands: { roles: readonly Role[] }; topics: readonly Topic[] }>>

/**
 * What the window knows of the contract. The frame brings it along: making its schemas takes longer than drawing the unlock screen,
 * which does without.
 */
let known: Known | null = null

export function knowProcedures(contract: Known): void {
  known = contract
}

/** Whether somebody with these roles may ask for a procedure. */
export function mayAsk(name: ProcedureName, roles: readonly Role[]): boolean {
  return known?.[name].demands.roles.some((role) => roles.includes(role)) ?? false
}

/** Whether an answer may have changed with these topics; before the contract is known, any change may. */
export function isTouched(name: ProcedureName, changed: readonly Topic[]): boolean {
  return known === null || known[name].topics.some((topic) => changed.includes(topic))
}
