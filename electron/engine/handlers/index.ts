import { addressReviewHandlers } from './addressReview.ts'
import { auditHandlers } from './audit.ts'
import { bibobTermHandlers } from './bibobTerms.ts'
import { catalogueHandlers } from './catalogue.ts'
import { demoHandlers } from './demo.ts'
import { dossierHandlers } from './dossier.ts'
import { findingsHandlers } from './findings.ts'
import { networkHandlers } from './network.ts'
import { referenceTermHandlers } from './referenceTerms.ts'
import { retentionHandlers } from './retention.ts'
import { reviewHandlers } from './review.ts'
import { scoreHandlers } from './score.ts'
import { scoreTermHandlers } from './scoreTerms.ts'
import { sourcesHandlers } from './sources.ts'
import { triageHandlers } from './triage.ts'
import type { Handlers } from './types.ts'
import { vaultHandlers } from './vault.ts'
import { viewsHandlers } from './views.ts'

/** Procedure name → function of a stage. A procedure of the contract without a handler does not compile. */
export const handlers: Handlers = {
  ...vaultHandlers,
  ...auditHandlers,
  ...retentionHandlers,
  ...referenceTermHandlers,
  ...sourcesHandlers,
  ...catalogueHandlers,
  ...addressReviewHandlers,
  ...networkHandlers,
  ...reviewHandlers,
  ...findingsHandlers,
  ...scoreHandlers,
  ...scoreTermHandlers,
  ...triageHandlers,
  ...dossierHandlers,
  ...bibobTermHandlers,
  ...viewsHandlers,
  ...demoHandlers,
}
