import { z } from 'zod'

/** The closed list of things the log records; the Dutch labels stand in `shared/text/terms.ts`. */
export const AuditAction = z.enum([
  'vault-create',
  'vault-open',
  'vault-open-failed',
  'vault-lock',
  'demo-fill',
  'demo-measure',
  'user-change',
  'purpose-set',
  'access-denied',
  'sources-inspect',
  'sources-import',
  'sources-view',
  'refusals-export',
  'link-run',
  'review-view',
  'review-decide',
  'review-apply',
  'search',
  'address-view',
  'company-view',
  'person-view',
  'reference-lookup',
  'network-expand',
  'network-path',
  'network-measure',
  'picture-export',
  'table-export',
  'ownership-view',
  'finding-run',
  'finding-view',
  'finding-explain',
  'score-run',
  'score-view',
  'evidence-view',
  'score-what-if',
  'score-verify',
  'weights-propose',
  'weights-decide',
  'control-make',
  'control-view',
  'control-record',
  'address-review',
  'address-decide',
  'case-view',
  'case-create',
  'case-change',
  'case-export',
  'bibob-view',
  'bibob-export',
  'log-view',
  'log-verify',
])
export type AuditAction = z.infer<typeof AuditAction>

/** How far the call came. Commands and jobs leave a line when they start and one when they end; queries only the latter. */
export const AuditResult = z.enum(['started', 'done', 'denied', 'failed', 'cancelled'])
export type AuditResult = z.infer<typeof AuditResult>

/** One line of the log (BIO2 8.15.01: actie, object, resultaat, oorsprong, actor, tijdstempel), chained by hash. */
export const AuditEvent = z.object({
  seq: z.number().int(),
  at: z.string(),
  account: z.string(),
  name: z.string(),
  action: AuditAction,
  object: z.string(),
  purpose: z.string(),
  caseNumber: z.string(),
  result: AuditResult,
  origin: z.string(),
  hash: z.string(),
})
export type AuditEvent = z.infer<typeof AuditEvent>
