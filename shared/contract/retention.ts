import { z } from 'zod'
import { Role } from '../model/access.ts'
import { DestroyedKind, Destruction } from '../model/destruction.ts'
import { DueCounts, RetentionTerms } from '../model/retention.ts'
import { command, query } from './procedure.ts'

const overseers = { roles: ['director', 'admin', 'privacyOfficer'], purpose: false, compartment: 'accountability' } as const

/** What was destroyed and by whom, without anything it held; and the list that lets other copies of the vault follow. */
export const retention = {
  /** How long what is kept, as this installation has it. */
  'retention.terms': query(z.object({}), RetentionTerms, { roles: Role.options, purpose: false, compartment: 'open', logs: null, reads: [] }),
  /** How many wait to be destroyed, and how many references to be reviewed, as a reminder; nothing by which one can be known. */
  'retention.due': query(z.object({}), DueCounts, {
    roles: ['director', 'analyst', 'bibobOfficer', 'admin', 'privacyOfficer'],
    purpose: false,
    compartment: 'open',
    logs: null,
    reads: ['cases', 'triage', 'index', 'sources', 'scores', 'log'],
  }),
  'retention.proofs': query(z.object({}), z.array(Destruction.extend({ kind: DestroyedKind })), {
    ...overseers,
    logs: () => ({ action: 'destruction-view', object: 'bewijzen van vernietiging' }),
    reads: ['cases', 'triage', 'index', 'scores', 'log'],
  }),
  /** Writes the proofs sealed to a file, to keep where the copies of the vault are not. */
  'retention.saveList': command(z.object({ target: z.string() }), z.object({ file: z.string(), proofs: z.number().int() }), {
    ...overseers,
    logs: () => ({ action: 'destruction-list-save' }),
    outcome: ({ proofs }) => `${proofs} vernietigingen`,
    writes: [],
  }),
  /** Destroys in this copy what such a list says was destroyed. */
  'retention.readList': command(z.object({ file: z.string() }), z.object({ proofs: z.number().int(), destroyedAgain: z.number().int() }), {
    ...overseers,
    logs: () => ({ action: 'destruction-list-read' }),
    outcome: ({ proofs, destroyedAgain }) => `${destroyedAgain} van ${proofs} alsnog vernietigd`,
    writes: ['cases', 'triage', 'index', 'sources', 'scores', 'log', 'vault'],
  }),
}
