import { destroyAgain } from './dossier/index.ts'
import { dropSession, type Session } from './session.ts'
import { countProofs, proofRows } from './store/destructions.ts'
import { readMeta } from './store/meta.ts'
import type { Surroundings } from './surroundings.ts'

type Around = Pick<Surroundings, 'workstation' | 'reportBug' | 'now'>

/** Destroys at opening what this workstation knows was destroyed in another copy of the vault; gives the session up when that fails. */
export function destroyRemembered(session: Session, around: Around): void {
  const { vault, hashKey } = session
  try {
    const known = around.workstation.proofsOf(hashKey)
    session.opening = { ...session.opening, isFirstHere: known === null && !isDemo(session), destroyedAgain: destroyAgain(vault.store, known ?? [], hashKey) }
    session.keptProofs = known?.length ?? null
  } catch (error) {
    dropSession(session)
    throw error
  }
  rememberDestroyed(session, around)
}

/** Lets the workstation remember what was destroyed in the vault. When it cannot, the work goes on: the vault itself knows it. */
export function rememberDestroyed(session: Session, { workstation, reportBug, now }: Around): void {
  if (isDemo(session)) return
  const { store } = session.vault
  // proofs are only ever added, so that their number tells whether there are new ones
  const count = countProofs(store)
  if (count === session.keptProofs) return
  try {
    workstation.keep(session.hashKey, proofRows(store))
    session.keptProofs = count
  } catch (error) {
    reportBug('workstation', now(), error)
  }
}

/** What is destroyed in a demo municipality was never there. */
function isDemo({ vault }: Session): boolean {
  return readMeta(vault.store, 'is-demo') === 'true'
}
