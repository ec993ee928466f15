import { z } from 'zod'
import { EntityKey } from './entity.ts'

/**
 * What a bestuurlijke rapportage has to answer before the mayor can decide on it: the ten questions of practice, and the two on which
 * a closure is weighed (presence of minors, living situation).
 */
export const ReportQuestion = z.enum(['occasion', 'quantity', 'substance', 'goods', 'weapons', 'nuisance', 'antecedents', 'relations', 'danger', 'publicOrder', 'minors', 'living'])
export type ReportQuestion = z.infer<typeof ReportQuestion>

/** Whether minors live or stay there; looked into, or it stays open. */
export const Minors = z.enum(['present', 'absent'])
export type Minors = z.infer<typeof Minors>

/** What is advised under art. 13b Opiumwet. */
export const Advice13b = z.enum(['not-applied', 'warning', 'penalty-order', 'conditional-closure', 'closure', 'urgent-closure'])
export type Advice13b = z.infer<typeof Advice13b>

/**
 * On which ground criminal-law data are held (UAVG art. 33 lid 1): the controller got them under the Wpg or Wjsg, or they are needed for the
 * task of a partnership under public law.
 */
export const CriminalGround = z.enum(['police-data', 'partnership'])
export type CriminalGround = z.infer<typeof CriminalGround>

/** One report of the police on one address of a case, as it was read here. */
export const PoliceAdminReport = z.object({
  address: EntityKey,
  /** everything a report says is of criminal law, and so none is held without its ground; null where one was read before that was asked */
  criminalGround: CriminalGround.nullable().default(null),
  /** how the police number it */
  reference: z.string().trim().max(80),
  received: z.iso.date().nullable(),
  /** what it says to each question; '' where it says nothing, and ‘geen’ where it says that there is nothing */
  answers: z.record(ReportQuestion, z.string().trim().max(2000)),
  minors: Minors.nullable(),
  advice: Advice13b.nullable(),
  /** why that is proportionate; wanted with an advice that applies art. 13b */
  motive: z.string().trim().max(4000),
})
export type PoliceAdminReport = z.infer<typeof PoliceAdminReport>

/** The questions that stand open. Of minors a word is not enough: it must be said whether they are there. */
export function openQuestions({ answers, minors }: Pick<PoliceAdminReport, 'answers' | 'minors'>): ReportQuestion[] {
  return ReportQuestion.options.filter((question) => (question === 'minors' ? minors === null : answers[question].trim() === ''))
}

/** Whether an advice applies art. 13b, so that minors must have been looked into. */
export function applies13b(advice: Advice13b | null): boolean {
  return advice !== null && advice !== 'not-applied'
}
