import { z } from 'zod'

/** Every way a call can fail that a user should understand. The sentences stand in `shared/text/problems.ts`. */
export const ProblemCode = z.enum([
  // calling
  'unknown-procedure',
  'bad-input',
  'internal',
  'engine-stopped',
  'cancelled',
  'busy',
  // access
  'vault-locked',
  'vault-idle',
  'role-missing',
  'purpose-missing',
  'purpose-unfit',
  // vault
  'vault-exists',
  'vault-missing',
  'vault-in-use',
  'vault-forbidden',
  'vault-not-a-vault',
  'vault-wrong-passphrase',
  'vault-damaged',
  'vault-newer',
  'vault-folder-unsuitable',
  'vault-not-empty',
  'vault-not-demo',
  'passphrase-weak',
  'log-damaged',
  // files
  'file-missing',
  'file-locked',
  'file-forbidden',
  'file-is-folder',
  'folder-missing',
  'file-empty',
  'file-too-large',
  'file-too-slow',
  'file-not-a-workbook',
  'file-packed',
  'file-damaged',
  'file-encrypted',
  'file-format-unsupported',
  'file-hostile',
  'file-token-unknown',
  'sheet-empty',
  'delivery-has-later',
  'delivery-withdrawn',
  'mapping-file-unreadable',
  'cell-too-large',
  'column-required-missing',
  'kind-unknown',
  'kind-unrecognised',
  'kind-unsure',
  'disk-full',
  'write-failed',
  // domain
  'not-found',
  'too-many',
  'no-path',
  'merge-forbidden',
  'decisions-conflict',
  'no-addresses',
  'no-areas',
  'no-scores',
  'scores-stale',
  'weights-unfit',
  'half-life-unfit',
  'scores-differ',
  'second-person',
  'risk-branch-unfit',
  'own-roles',
  'triage-way',
  'triage-weighing',
  'triage-criteria',
  'triage-destination',
  'signal-not-aside',
  'signal-kept',
  'case-not-closed',
  'bibob-days',
  'bibob-outcome',
  'bibob-view-first',
  'bibob-motive',
  'print-unavailable',
])
export type ProblemCode = z.infer<typeof ProblemCode>

/** A failed call: a code, the values its sentence needs (never keys, passphrases or row values) and an id to find it in the diagnostics. */
export const Problem = z.object({
  code: ProblemCode,
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  id: z.string().optional(),
})
export type Problem = z.infer<typeof Problem>

/** What crosses every process border; nothing is thrown across one. */
export type Reply<T> = { ok: true; value: T } | { ok: false; problem: Problem }
