import { z } from 'zod'
import { EntityKey, EntityKind, LinkStrength, SourceDate, SourceRef } from '../model/entity.ts'
import { NetworkPicture } from '../model/network.ts'
import { Fraction } from '../model/ownership.ts'
import { Explanation, Phenomenon } from '../model/score.ts'
import { ClosedCase } from './caseClosing.ts'
import { SavedProposal, SavedRequest } from './caseProposal.ts'
import { DepartmentHit } from './catalogue.ts'
import { SavedIntervention } from './intervention.ts'
import { SavedReport } from './policeReport.ts'
import { SaidScoreRole, ScoreRole } from '../model/scoreRole.ts'
import { scoreRoleWords } from '../text/scoreRole.ts'
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
  /** `C-2026-0001`, counted per year */
  number: z.string(),
  title: z.string(),
  phenomenon: Phenomenon,
  status: z.enum(['draft', 'proposed', 'running', 'monitoring', 'closed']),
  subjectCount: z.number().int(),
  createdAt: z.string(),
  createdBy: z.string(),
  changedAt: z.string(),
  /** the last day it is kept; null while it is open, and for what is kept for good */
  keptUntil: z.iso.date().nullable(),
  /** whether that day is over: it waits for two people to destroy it */
  isDue: z.boolean(),
  /** whether it stands on the list of what is to be destroyed: its time is over, or it was asked for on request */
  isListed: z.boolean(),
})
export type CaseSummary = z.infer<typeof CaseSummary>

/** An address, company or person of the case, with what it is in the picture: `bestuurder van Polderglas B.V.` */
export const CaseSubject = z.object({ key: EntityKey, kind: EntityKind, label: z.string(), detail: z.string(), roles: z.array(z.string()) })
export type CaseSubject = z.infer<typeof CaseSubject>

/** A dated event around the subjects, one per source row. `date` is when it began or happened. */
export const TimelineEntry = z.object({
  category: z.enum(['establishment', 'office', 'ownership', 'residence', 'permit', 'inspection', 'measure', 'signal']),
  date: SourceDate,
  until: SourceDate.nullable(),
  text: z.string(),
  subjects: z.array(EntityKey),
  source: SourceRef,
})
export type TimelineEntry = z.infer<typeof TimelineEntry>

/** A signal inside a case: here, and only here, its content is opened. */
export const CaseSignal = z.object({
  number: z.string(),
  department: z.string(),
  kind: z.string(),
  phenomenon: z.string(),
  from: SourceDate.nullable(),
  to: SourceDate.nullable(),
  /** the address or company the signal is about, as the case names it */
  subject: z.string(),
  content: z.string(),
  source: SourceRef,
})
export type CaseSignal = z.infer<typeof CaseSignal>

export const CaseFile = CaseSummary.extend({
  occasion: z.string(),
  goal: z.string(),
  /** why the case was opened: label, ground and case number of the purpose at that moment */
  purpose: z.object({ label: z.string(), ground: z.string(), caseNumber: z.string() }),
  picture: NetworkPicture,
  subjects: z.array(CaseSubject),
  statements: z.array(Statement),
  /** sentences the picture's links amount to; a human decides which of them become facts */
  suggestions: z.array(z.object({ text: z.string(), source: SourceRef })),
  timeline: z.array(TimelineEntry),
  signals: z.array(CaseSignal),
  /** what the police reported on addresses of the case */
  reports: z.array(SavedReport),
  /** the plan: what is done, by whom, on which ground, and what came of it */
  interventions: z.array(SavedIntervention),
  /** what it says to partners beside the case itself; null until somebody wrote it */
  proposal: SavedProposal.nullable(),
  /** what is asked of each partner, on which ground */
  partnerRequests: z.array(SavedRequest),
  /** with what it was closed; null while it is open */
  closing: ClosedCase.nullable(),
  /** what a score did in it; null until somebody said so */
  scoreRole: SaidScoreRole.nullable(),
  /** areas and branches the subjects lie in, for the phenomenon of the case: context, not a property of a subject */
  scores: z.array(Explanation),
  /** what a reader should know of the assembly: undated rows, what was left out and why */
  remarks: z.array(z.string()),
  exports: z.array(
    z.object({
      at: z.string(),
      by: z.string(),
      recipients: z.string(),
      files: z.array(z.object({ name: z.string(), sha256: z.string() })),
      /** hash of what the case held, as printed in the documents */
      contentHash: z.string(),
      logLine: z.number().int(),
    }),
  ),
})
export type CaseFile = z.infer<typeof CaseFile>

export const CaseExport = z.object({
  files: z.array(z.object({ format: z.enum(['docx', 'pdf', 'html', 'xlsx', 'png', 'svg']), name: z.string(), bytes: z.number().int(), sha256: z.string() })),
  /** formats that could not be made, with the reason as a sentence */
  skipped: z.array(z.object({ format: z.string(), reason: z.string() })),
  logLine: z.number().int(),
})
export type CaseExport = z.infer<typeof CaseExport>

const bibobWork = { roles: ['bibobOfficer'], purpose: true, compartment: 'bibob' } as const

/** One way from the applicant to a relation, read from the applicant outwards. */
export const BibobPath = z.object({
  steps: z.array(
    z.object({
      label: z.string(),
      /** what `label` is of the step before (or the applicant): `aandeelhouder`, `bestuurder`, `eigenaar van Markerkant 12` */
      relation: z.string(),
      start: SourceDate.nullable(),
      end: SourceDate.nullable(),
      strength: LinkStrength,
      source: SourceRef,
    }),
  ),
  /** a step has ended: it "is geweest" */
  isFormer: z.boolean(),
  /** the shares along the path multiplied, where each of them is known */
  share: Fraction.nullable(),
})
export type BibobPath = z.infer<typeof BibobPath>

export const BibobRelation = z.object({
  /** null for a financier who is named in a deed but is not an entity of the vault */
  key: EntityKey.nullable(),
  label: z.string(),
  detail: z.string(),
  /**
   * `behind`: leads, controls, finances, represents or houses the applicant (art. 3 lid 4 onder c);
   * `below`: is led, controlled or financed by the applicant (art. 3 lid 4 onder b)
   */
  direction: z.enum(['behind', 'below']),
  roles: z.array(z.enum(['manager', 'controller', 'financier', 'supervisor', 'representative', 'landlord'])),
  /** where the chain ends: at a natural person, at a legal person without shareholders (stichting), where nobody is known; null in its middle */
  end: z.enum(['person', 'entity', 'unknown']).nullable(),
  isFormer: z.boolean(),
  /** sum over the present paths, when the share of each is known */
  share: Fraction.nullable(),
  paths: z.array(BibobPath),
  /** what the index knows of the addresses where the relation lives or is established: hit or no hit, no content */
  departments: z.array(DepartmentHit),
})
export type BibobRelation = z.infer<typeof BibobRelation>

/** The relations of an applicant up to the natural persons at the end (Wet Bibob art. 3 lid 4, art. 7a). */
export const BibobRelations = z.object({
  applicant: z.object({ key: EntityKey, label: z.string(), detail: z.string() }),
  relations: z.array(BibobRelation),
  picture: NetworkPicture,
  /** what is missing or needs the eye of the officer */
  remarks: z.array(z.string()),
})
export type BibobRelations = z.infer<typeof BibobRelations>

export const dossier = {
  /** How many cases there are per status, for the overview; nothing by which one can be known. */
  'case.counts': query(z.object({}), z.array(z.object({ status: CaseSummary.shape.status, count: z.number().int() })), { ...casework, purpose: false, logs: null, reads: ['cases'] }),
  /** A title may name an address: whoever sees the list looks. */
  'case.list': query(z.object({}), z.array(CaseSummary), { ...casework, logs: () => ({ action: 'case-view', object: 'lijst' }), reads: ['cases'] }),
  'case.get': query(z.object({ id: z.number().int() }), CaseFile, {
    ...casework,
    logs: (input) => ({ action: 'case-view', object: `casus ${input.id}` }),
    reads: ['cases', 'scores', 'index'],
  }),
  'case.create': command(
    z.object({ title: z.string().trim().min(3).max(120), phenomenon: Phenomenon, occasion: z.string().trim().max(4000), goal: z.string().trim().max(4000), picture: NetworkPicture }),
    CaseSummary,
    // the log outlives the case, so its title stays out of it
    { ...casework, logs: () => ({ action: 'case-create' }), outcome: ({ number }) => `casus ${number}`, writes: ['cases'] },
  ),
  /** Its words, and its status but for closing it (`case.close`). */
  'case.update': command(
    z.object({ id: z.number().int(), title: z.string().trim().min(3).max(120), occasion: z.string().max(4000), goal: z.string().max(4000), status: CaseSummary.shape.status }),
    CaseSummary,
    { ...casework, logs: (input) => ({ action: 'case-change', object: `casus ${input.id}` }), writes: ['cases'] },
  ),
  /** The picture that stood there is kept as a version of a saved view; null when there was none. */
  'case.savePicture': command(z.object({ id: z.number().int(), picture: NetworkPicture }), z.object({ kept: z.number().int().nullable() }), {
    ...casework,
    logs: (input) => ({ action: 'case-change', object: `casus ${input.id} netwerk` }),
    writes: ['cases'],
  }),
  'case.addStatement': command(
    z
      .object({ id: z.number().int(), type: Statement.shape.type, text: z.string().trim().min(3).max(4000), sources: z.array(z.number().int()).max(50) })
      .refine((statement) => statement.type === 'hypothesis' || statement.sources.length > 0, { path: ['sources'], message: 'a fact has a source' }),
    Statement,
    { ...casework, logs: (input) => ({ action: 'case-change', object: `casus ${input.id} ${input.type === 'fact' ? 'feit' : 'hypothese'} toegevoegd` }), writes: ['cases'] },
  ),
  'case.removeStatement': command(z.object({ id: z.number().int(), statementId: z.number().int() }), z.object({}), {
    ...casework,
    logs: (input) => ({ action: 'case-change', object: `casus ${input.id} uitspraak verwijderd` }),
    writes: ['cases'],
  }),
  /** Writes the dossier as DOCX and PDF, the facts as XLSX and the picture as PNG into a folder. */
  'case.export': job(
    z.object({ id: z.number().int(), folder: z.string(), recipients: z.string().trim().min(1).max(400), /** null: as it was said before */ scoreRole: ScoreRole.nullable().default(null) }),
    CaseExport,
    { ...casework, logs: (input) => ({ action: 'case-export', object: `casus ${input.id} aan ${input.recipients}${scoreRoleWords(input.scoreRole)}` }), writes: ['cases'] },
  ),
  'bibob.relations': query(z.object({ applicant: EntityKey }), BibobRelations, {
    ...bibobWork,
    logs: (input) => ({ action: 'bibob-view', object: input.applicant }),
    reads: ['index'],
  }),
  /** The relations as a page to print: always HTML, and PDF where something can print. */
  'bibob.export': job(z.object({ applicant: EntityKey, folder: z.string(), /** what a score of an area or branch did; null: nobody was asked */ role: ScoreRole.nullable().default(null) }), CaseExport, {
    ...bibobWork,
    logs: (input) => ({ action: 'bibob-export', object: `${input.applicant}${scoreRoleWords(input.role)}` }),
    writes: [],
  }),
}
