import { z } from 'zod'
import { AuditAction, AuditEvent } from '../model/audit.ts'
import { LogHead } from '../model/logHead.ts'
import { job, query } from './procedure.ts'

const accountability = { roles: ['director', 'admin', 'privacyOfficer'], purpose: false, compartment: 'accountability' } as const

/** The outcome of walking the whole chain: where it first breaks, if anywhere. */
export const LogVerification = z.object({
  /** how many follow on each other, from the head on */
  lines: z.number().int(),
  intact: z.boolean(),
  /** first line whose hash does not follow from the one before */
  brokenAt: z.number().int().nullable(),
  /** whether the vault remembers a later or different last line than the log holds */
  anchor: z.enum(['equal', 'log-shorter', 'differs']),
  /** where the log begins since its oldest lines were destroyed; null where it never was ended */
  head: LogHead.nullable(),
  /** whether the vault has the proof of that, a line says so, and what was kept from before it is unchanged */
  isHeadSound: z.boolean(),
  /** first line that says to be well before one above it: the clock of a workstation had been set back */
  clockBackAt: z.number().int().nullable(),
  lastHash: z.string(),
})
export type LogVerification = z.infer<typeof LogVerification>

export const audit = {
  'audit.list': query(
    z.object({ before: z.number().int().optional(), limit: z.number().int().min(1).max(200), action: AuditAction.optional(), text: z.string().max(80).optional() }),
    z.object({ events: z.array(AuditEvent), total: z.number().int() }),
    { ...accountability, logs: () => ({ action: 'log-view' }), reads: ['log'] },
  ),
  /** The whole log with the attributes of the GEMMA standard, persons by pseudonym, to keep elsewhere. */
  'audit.export': job(z.object({ target: z.string() }), z.object({ file: z.string(), lines: z.number().int(), lastHash: z.string() }), {
    ...accountability,
    logs: () => ({ action: 'log-export' }),
    outcome: ({ lines }) => `${lines} regels`,
    writes: [],
  }),
  'audit.verify': job(z.object({}), LogVerification, { ...accountability, logs: () => ({ action: 'log-verify' }), writes: ['log'] }),
}
