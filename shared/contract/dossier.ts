import { z } from 'zod'
import { EntityKey, SourceDate, SourceRef } from '../model/entity.ts'
import { NetworkPicture } from '../model/network.ts'
import { DepartmentHit } from './catalogue.ts'
import { ScoreLevel } from '../model/score.ts'
import { Phenomenon } from '../model/score.ts'
import { command, job, query } from './procedure.ts'

const casework = { roles: ['director', 'analyst'], purpose: true, compartment: 'case' } as const

/** A statement is a fact with its sources, or a hypothesis of the analyst; exports print them apart. */
export const Statement = z.object({
  id: z.number().int(),
  type: z.enum(['fact', 'hypothesis']),
  text: z.string(),
  sources: z.array(SourceRef),
  by: z.string(),
  at: z.string(),
})
export type Statement = z.infer<typeof Statement>

export const CaseSummary = z.object({
  id: z.number().int(),
  number: z.string(),
  title: z.string(),
  phenomenon: Phenomenon,
  status: z.enum(['draft', 'proposed', 'running', 'monitoring', 'closed']),
  subjects: z.number().int(),
  createdAt: z.string(),
  createdBy: z.string(),
  changedAt: z.string(),
})
export type CaseSummary = z.infer<typeof CaseSummary>

export const TimelineEntry = z.object({ date: SourceDate, until: SourceDate.nullable(), text: z.string(), subject: z.string(), source: SourceRef })
export type TimelineEntry = z.infer<typeof TimelineEntry>

/** A signal inside a case: here, and only here, its content is opened. */
export const CaseSignal = z.object({
  number: z.string(),
  department: z.string(),
  kind: z.string(),
  phenomenon: z.string(),
  from: SourceDate.nullable(),
  to: SourceDate.nullable(),
  address: z.string(),
  content: z.string(),
  source: SourceRef,
})
export type CaseSignal = z.infer<typeof CaseSignal>

export const CaseFile = CaseSummary.extend({
  occasion: z.string(),
  goal: z.string(),
  picture: NetworkPicture,
  statements: z.array(Statement),
  timeline: z.array(TimelineEntry),
  signals: z.array(CaseSignal),
  /** areas and branches the subjects lie in, whose score is explained in the dossier as context */
  scores: z.array(z.object({ level: ScoreLevel, code: z.string(), name: z.string(), phenomenon: Phenomenon })),
  exports: z.array(z.object({ at: z.string(), by: z.string(), files: z.array(z.string()), recipients: z.string(), logLine: z.number().int() })),
})
export type CaseFile = z.infer<typeof CaseFile>

export const CaseExport = z.object({
  files: z.array(z.object({ format: z.enum(['docx', 'pdf', 'xlsx', 'png', 'svg']), name: z.string(), bytes: z.number().int(), sha256: z.string() })),
  /** formats that could not be made, with the reason as a sentence */
  skipped: z.array(z.object({ format: z.string(), reason: z.string() })),
  logLine: z.number().int(),
})
export type CaseExport = z.infer<typeof CaseExport>

const bibobWork = { roles: ['bibobOfficer'], purpose: true, compartment: 'bibob' } as const

/** The relations of an applicant up to the natural persons at the end (Wet Bibob art. 3 lid 4, art. 7a). */
export const BibobRelations = z.object({
  applicant: z.object({ key: EntityKey, label: z.string(), detail: z.string() }),
  relations: z.array(
    z.object({
      key: EntityKey,
      label: z.string(),
      detail: z.string(),
      /** leidinggevende, zeggenschaphebbende, vermogensverschaffer, vertegenwoordiger, verhuurder */
      roles: z.array(z.enum(['manager', 'controller', 'financier', 'representative', 'landlord'])),
      isEndPerson: z.boolean(),
      isFormer: z.boolean(),
      /** multiplied share along the path as an exact fraction, where shares are known */
      share: z.object({ numerator: z.string(), denominator: z.string() }).nullable(),
      path: z.array(z.object({ label: z.string(), relation: z.string(), source: SourceRef })),
      departments: z.array(DepartmentHit),
    }),
  ),
  picture: NetworkPicture,
  remarks: z.array(z.string()),
})
export type BibobRelations = z.infer<typeof BibobRelations>

export const dossier = {
  'case.list': query(z.object({}), z.array(CaseSummary), { ...casework, purpose: false, logs: null, reads: ['cases'] }),
  'case.get': query(z.object({ id: z.number().int() }), CaseFile, {
    ...casework,
    logs: (input) => ({ action: 'case-view', object: `casus ${input.id}` }),
    reads: ['cases', 'scores', 'index'],
  }),
  'case.create': command(
    z.object({ title: z.string().trim().min(3).max(120), phenomenon: Phenomenon, occasion: z.string().trim().max(4000), goal: z.string().trim().max(4000), picture: NetworkPicture }),
    CaseSummary,
    { ...casework, logs: (input) => ({ action: 'case-create', object: input.title }), writes: ['cases'] },
  ),
  'case.update': command(
    z.object({ id: z.number().int(), title: z.string().trim().min(3).max(120), occasion: z.string().max(4000), goal: z.string().max(4000), status: CaseSummary.shape.status }),
    CaseSummary,
    { ...casework, logs: (input) => ({ action: 'case-change', object: `casus ${input.id}` }), writes: ['cases'] },
  ),
  'case.savePicture': command(z.object({ id: z.number().int(), picture: NetworkPicture }), z.object({}), {
    ...casework,
    logs: (input) => ({ action: 'case-change', object: `casus ${input.id} netwerk` }),
    writes: ['cases'],
  }),
  'case.addStatement': command(
    z.object({ id: z.number().int(), type: Statement.shape.type, text: z.string().trim().min(3).max(4000), sources: z.array(z.number().int()).max(50) }),
    Statement,
    { ...casework, logs: (input) => ({ action: 'case-change', object: `casus ${input.id} ${input.type}` }), writes: ['cases'] },
  ),
  'case.removeStatement': command(z.object({ id: z.number().int(), statementId: z.number().int() }), z.object({}), {
    ...casework,
    logs: (input) => ({ action: 'case-change', object: `casus ${input.id} uitspraak verwijderd` }),
    writes: ['cases'],
  }),
  /** Writes the dossier as DOCX and PDF, the facts as XLSX and the picture as PNG into a folder. */
  'case.export': job(
    z.object({ id: z.number().int(), folder: z.string(), recipients: z.string().trim().min(1).max(400) }),
    CaseExport,
    { ...casework, logs: (input) => ({ action: 'case-export', object: `casus ${input.id} aan ${input.recipients}` }), writes: ['cases'] },
  ),
  'bibob.relations': query(z.object({ applicant: EntityKey }), BibobRelations, {
    ...bibobWork,
    logs: (input) => ({ action: 'bibob-view', object: input.applicant }),
    reads: ['index'],
  }),
  /** The relations as a page to print: PDF, or HTML where nothing can print. */
  'bibob.export': job(z.object({ applicant: EntityKey, folder: z.string() }), CaseExport, {
    ...bibobWork,
    logs: (input) => ({ action: 'bibob-export', object: input.applicant }),
    writes: [],
  }),
}
