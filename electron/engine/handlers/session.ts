import type { VaultStatus } from '#shared/contract/vault.ts'
import { basename } from 'node:path'
import { z } from 'zod'
import { Purpose, Role } from '#shared/model/access.ts'
import { formatCount } from '#shared/text/format.ts'
import { verifyAtOpening } from '../audit/chain.ts'
import { vouchedBy } from '../audit/head.ts'
import type { SessionHolder } from '../holder.ts'
import { destroyRemembered, rememberDestroyed } from '../destroyed.ts'
import { followEnds } from '../logHead.ts'
import { openingRemark, readLogEnd, rememberIfFree } from '../logEnd.ts'
import { ProblemError } from '../problem.ts'
import { readResource } from '../resources.ts'
import { startExisting, startNew, writeLine, type Session } from '../session.ts'
import { countVault } from '../store/counts.ts'
import { countLines } from '../store/log.ts'
import { readMeta, writeMeta } from '../store/meta.ts'
import type { Surroundings } from '../surroundings.ts'
import { todayOf } from '../today.ts'
import { changePassphrase, requireStrength } from './passphrase.ts'
import type { SessionHandlers } from './types.ts'

/** A purpose as declared in `resources/purposes.json`. */
const PurposeChoice = Purpose.omit({ caseNumber: true }).extend({ roles: z.array(Role), needsCaseNumber: z.boolean() })

export function purposeChoices(): z.infer<typeof PurposeChoice>[] {
  return readResource(z.array(PurposeChoice), 'purposes.json')
}

/** The calls that open, close or change the session. */
export const sessionHandlers: SessionHandlers = {
  'vault.status': (holder, around) => statusOf(holder, around),

  'vault.create': async (holder, around, input) => {
    requireStrength(input.passphrase)
    const session = await startNew(around.path(input.file), input.passphrase, input.name, input.roles, around.now())
    holder.start(session)
    if (input.isDemo) session.vault.store.write((writer) => writeMeta(writer, 'is-demo', 'true'))
    writeLine(session, { action: 'vault-create' }, 'done', around.now())
    rememberIfFree(session)
    rememberDestroyed(session, around)
    return statusOf(holder, around)
  },

  'vault.open': async (holder, around, input) => {
    const session = await startExisting(around.path(input.file), input.passphrase)
    // before anybody can see a row
    destroyRemembered(session, around)
    holder.start(session)
    const end = readLogEnd(session.vault.store)
    session.logIntact = verifyAtOpening(session.vault.log, { anchor: end, vouches: vouchedBy(session.vault.store, session.hashKey) })
    followEnds(session, around.now())
    writeLine(session, { action: 'vault-open', object: openingRemark(session.logIntact, end) }, 'done', around.now())
    const { destroyedAgain } = session.opening
    if (destroyedAgain > 0) writeLine(session, { action: 'destruction-again', object: formatCount(destroyedAgain, 'zaak, signaal, verwijzing, Bibob-dossier of set scores', 'zaken, signalen, verwijzingen, Bibob-dossiers of sets scores') }, 'done', around.now())
    rememberIfFree(session)
    return statusOf(holder, around)
  },

  'vault.lock': (holder, around) => {
    if (holder.session) writeLine(holder.session, { action: 'vault-lock' }, 'done', around.now())
    holder.end()
    return {}
  },

  'vault.changePassphrase': async (holder, around, input, callId) => {
    const session = requireOpen(holder)
    await changePassphrase(session, around, input, callId)
    rememberIfFree(session)
    return null
  },

  'purpose.set': (holder, around, input) => {
    const session = requireOpen(holder)
    const choice = purposeChoices().find((one) => one.id === input.id)
    if (!choice) throw new ProblemError('bad-input', { field: 'id' })
    if (!choice.roles.some((role) => session.actor.roles.includes(role))) return deny(session, input.id, around)
    if (choice.needsCaseNumber && input.caseNumber === '') throw new ProblemError('bad-input', { field: 'caseNumber' })
    const { id, label, ground, compartments } = choice
    session.purpose = { id, label, ground, compartments, caseNumber: input.caseNumber }
    writeLine(session, { action: 'purpose-set', object: choice.id }, 'done', around.now())
    return session.purpose
  },
}

function requireOpen(holder: SessionHolder): Session {
  if (!holder.session) throw new ProblemError('vault-locked')
  return holder.session
}

function deny(session: Session, purpose: string, around: Surroundings): never {
  writeLine(session, { action: 'access-denied', object: `doel ${purpose}` }, 'denied', around.now())
  throw new ProblemError('role-missing')
}

function statusOf({ session }: SessionHolder, around: Surroundings): VaultStatus {
  if (!session) {
    const counts = { addresses: 0, companies: 0, persons: 0, references: 0, deliveries: 0 }
    return { state: 'closed', name: '', isDemo: false, today: '', actor: null, purpose: null, counts, lastDelivery: null, log: null, opening: null }
  }
  const { store, log } = session.vault
  return {
    state: 'open',
    name: basename(store.file),
    isDemo: readMeta(store, 'is-demo') === 'true',
    today: todayOf({ store, now: around.now() }),
    actor: session.actor,
    purpose: session.purpose,
    ...countVault(store),
    log: { lines: countLines(log), intact: session.logIntact },
    opening: session.opening,
  }
}
