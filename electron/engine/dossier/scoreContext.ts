import type { NetworkPicture } from '#shared/model/network.ts'
import type { Explanation, Phenomenon, ScoreLevel } from '#shared/model/score.ts'
import type { CallContext } from '../context.ts'
import { ProblemError } from '../problem.ts'
import { explain } from '../score/index.ts'
import { activitiesOf, placesOf } from '../store/caseRecords.ts'
import { subjectIds } from './caseNames.ts'

/**
 * The scores of the buurten and wijken the addresses lie in, and of the SBI divisions and groups of the companies, for
 * one phenomenon. Context for the reader of a case: nothing here is a property of a subject, and nothing is stored.
 */
export function scoresAround(context: CallContext, picture: NetworkPicture, phenomenon: Phenomenon): Explanation[] {
  return surroundings(context, picture).flatMap(([level, code]) => explained(context, level, phenomenon, code))
}

function surroundings({ store }: CallContext, picture: NetworkPicture): [ScoreLevel, string][] {
  const ids = subjectIds(picture)
  const places = placesOf(store, ids.addresses)
  const activities = activitiesOf(store, ids.companies)
  return [
    ...distinct(places.map(({ area }) => area)).map((code): [ScoreLevel, string] => ['buurt', code]),
    ...distinct(places.map(({ district }) => district)).map((code): [ScoreLevel, string] => ['wijk', code]),
    ...distinct(activities.map((activity) => branchCode(activity, 2))).map((code): [ScoreLevel, string] => ['division', code]),
    ...distinct(activities.map((activity) => branchCode(activity, 3))).map((code): [ScoreLevel, string] => ['group', code]),
  ]
}

/** `2008:56`, as scores name a branch; null when the activity is not known so precisely. */
function branchCode({ sbi, version }: { sbi: string; version: string }, digits: number): string | null {
  return sbi.length < digits || version === '' ? null : `${version}:${sbi.slice(0, digits)}`
}

function distinct(codes: readonly (string | null)[]): string[] {
  return [...new Set(codes.filter((code) => code !== null))].sort()
}

/** An area or branch without a score (not scored yet, or not in the set) is left out. */
function explained(context: CallContext, level: ScoreLevel, phenomenon: Phenomenon, code: string): Explanation[] {
  try {
    return [explain(context, { level, phenomenon, code })]
  } catch (error) {
    if (error instanceof ProblemError && (error.problem.code === 'not-found' || error.problem.code === 'no-scores')) return []
    throw error
  }
}
