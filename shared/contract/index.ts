import type { z } from 'zod'
import { addressReview } from './addressReview.ts'
import { audit } from './audit.ts'
import { bibobApplication } from './bibobApplication.ts'
import { bibobTerms } from './bibobTerms.ts'
import { businessPartnership } from './businessPartnership.ts'
import { caseClosing } from './caseClosing.ts'
import { caseDestruction } from './caseDestruction.ts'
import { caseProposal } from './caseProposal.ts'
import { catalogue } from './catalogue.ts'
import { demo } from './demo.ts'
import { dossier } from './dossier.ts'
import { findings } from './findings.ts'
import { intervention } from './intervention.ts'
import { logTerms } from './logTerms.ts'
import { network } from './network.ts'
import { policeReport } from './policeReport.ts'
import { referenceTerms } from './referenceTerms.ts'
import { retention } from './retention.ts'
import { review } from './review.ts'
import { riskBranches } from './riskBranches.ts'
import { score } from './score.ts'
import { scoreTerms } from './scoreTerms.ts'
import { sources } from './sources.ts'
import { triage } from './triage.ts'
import { users } from './users.ts'
import { vault } from './vault.ts'
import { views } from './views.ts'

/** Everything the window can ask of the engine. A procedure without a handler does not compile. */
export const contract = { ...vault, ...users, ...demo, ...audit, ...logTerms, ...retention, ...referenceTerms, ...sources, ...catalogue, ...addressReview, ...network, ...findings, ...review, ...score, ...scoreTerms, ...riskBranches, ...triage, ...dossier, ...bibobApplication, ...bibobTerms, ...businessPartnership, ...caseClosing, ...caseProposal, ...policeReport, ...intervention, ...caseDestruction, ...views }

export type Contract = typeof contract
export type ProcedureName = keyof Contract
/** What a caller passes (before defaults). */
export type InputOf<N extends ProcedureName> = z.input<Contract[N]['input']>
/** What a handler receives (after parsing). */
export type ParsedOf<N extends ProcedureName> = z.output<Contract[N]['input']>
export type OutputOf<N extends ProcedureName> = z.output<Contract[N]['output']>
export type NameOfKind<K extends 'query' | 'command' | 'job'> = {
  [N in ProcedureName]: Contract[N]['kind'] extends K ? N : never
}[ProcedureName]
