import { addStatement, askDestruction, changeCase, closeCase, countCases, createCase, decideDestruction, destroyableCase, listCases, listDestructions, readCase, removeIntervention, removeRequest, removeStatement, replacePicture, saveIntervention, saveProposal, saveReport, saveRequest } from '../dossier/index.ts'
import { bibobRelations, bibobStatus, establishPartnership, keepApplication, readApplication, readPartnerships, withdrawPartnership } from '../dossier/bibob/index.ts'
import { exportBibob, exportCase } from '../export/index.ts'
import type { Handlers } from './types.ts'

type DossierCall =
  | 'case.counts' | 'case.list' | 'case.get' | 'case.create' | 'case.update' | 'case.savePicture' | 'case.addStatement' | 'case.removeStatement' | 'case.export'
  | 'case.close' | 'case.saveReport' | 'case.saveIntervention' | 'case.removeIntervention' | 'case.destructions' | 'case.askDestruction' | 'case.decideDestruction'
  | 'case.saveProposal' | 'case.savePartnerRequest' | 'case.removePartnerRequest'
  | 'bibob.relations' | 'bibob.export' | 'bibob.application' | 'bibob.status' | 'bibob.partnerships' | 'bibob.setPartnership' | 'bibob.dropPartnership' | 'bibob.saveApplication'

/** Cases, Bibob relations and what leaves the vault about them. */
export const dossierHandlers: Handlers<DossierCall> = {
  'case.counts': (context) => countCases(context),
  'case.list': (context) => listCases(context),
  'case.get': (context, input) => readCase(context, input.id),
  'case.create': (context, input) => createCase(context, input),
  'case.update': (context, input) => changeCase(context, input),
  'case.savePicture': (context, input) => replacePicture(context, input.id, input.picture),
  'case.addStatement': (context, input) => addStatement(context, input),
  'case.removeStatement': (context, input) => {
    removeStatement(context, input.id, input.statementId)
    return {}
  },
  'case.close': (context, { id, closing, scoreRole }) => closeCase(context, id, closing, scoreRole),
  'case.saveReport': (context, { id, report }) => saveReport(context, id, report),
  'case.saveIntervention': (context, { id, interventionId, intervention }) => saveIntervention(context, id, interventionId, intervention),
  'case.removeIntervention': (context, { id, interventionId }) => removeIntervention(context, id, interventionId),
  'case.saveProposal': (context, { id, proposal }) => saveProposal(context, id, proposal),
  'case.savePartnerRequest': (context, { id, request }) => saveRequest(context, id, request),
  'case.removePartnerRequest': (context, { id, partner }) => removeRequest(context, id, partner),
  'case.export': (context, input) => exportCase(context, { ...input, folder: context.path(input.folder) }),
  'case.destructions': (context) => listDestructions(context, destroyableCase),
  'case.askDestruction': (context, input) => askDestruction(context, destroyableCase, input),
  'case.decideDestruction': (context, input) => decideDestruction(context, destroyableCase, input),
  'bibob.relations': (context, input) => bibobRelations(context, input.applicant),
  'bibob.status': ({ store }, { key }) => bibobStatus(store, key),
  'bibob.partnerships': (context, { applicant }) => readPartnerships(context, applicant),
  'bibob.setPartnership': (context, { applicant, partnership }) => establishPartnership(context, applicant, partnership),
  'bibob.dropPartnership': (context, { applicant, partner }) => withdrawPartnership(context, applicant, partner),
  'bibob.application': (context) => readApplication(context),
  'bibob.saveApplication': (context, input) => keepApplication(context, input),
  'bibob.export': (context, input) => exportBibob(context, { ...input, folder: context.path(input.folder) }),
}
