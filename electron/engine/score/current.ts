import type { ScoreSet } from '#shared/model/scoreSet.ts'
import { Phenomenon, ScoreLevel } from '#shared/model/score.ts'
import type { CallContext } from '../context.ts'
import { ProblemError } from '../problem.ts'
import type { Reader } from '../store/database.ts'
import { inputStamp } from '../store/scoreInputs.ts'
import { classCounts, newestSet, type SetRow } from '../store/scores.ts'
import { formulas } from './formulas.ts'
import { currentDefinitions } from './weights.ts'

/** The newest set with its counts per class, or null when nothing was scored yet. */
export function currentSet({ store }: Pick<CallContext, 'store'>): ScoreSet | null {
  const row = newestSet(store, formulas())
  if (!row) return null
  const counted = new Map(classCounts(store, row.id, 'rounded').map((one) => [`${one.level} ${one.phenomenon} ${one.class}`, one.n]))
  const present = new Set([...counted.keys()].map((key) => key.split(' ')[0]))
  const counts = ScoreLevel.options.filter((level) => present.has(level)).flatMap((level) =>
    Phenomenon.options.map((phenomenon) => {
      const of = (which: string) => counted.get(`${level} ${phenomenon} ${which}`) ?? 0
      return { level, phenomenon, lower: of('lower'), average: of('average'), higher: of('higher'), insufficient: of('insufficient') }
    }),
  )
  const { id, at, name, referenceDate, indicatorSet, hash, resultHash, seed } = row
  return { id, at, by: name, referenceDate, indicatorSet, hash, resultHash, seed, isStale: isStale(store, row), counts }
}

/** Whether deliveries, links or definitions changed since a set was made. */
export function isStale(reader: Reader, row: SetRow): boolean {
  return row.inputs !== inputStamp(reader) || row.definitionsHash !== currentDefinitions(reader).hash
}

/** @throws ProblemError `no-scores` */
export function requireSet(reader: Reader): SetRow {
  const row = newestSet(reader, formulas())
  if (!row) throw new ProblemError('no-scores')
  return row
}
