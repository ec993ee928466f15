import type { Phenomenon, ScoreLevel, ShownCount } from '#shared/model/score.ts'
import type { Reader } from '../store/database.ts'
import { partRows, partRowsUnder, partsOf, scoresOf, type PartRow, type ScoreRow } from '../store/scores.ts'
import { roundedCount, shownTotal, takenFor } from './show.ts'
import { robustZ } from './statistics/robust.ts'

/** What may be shown of a level outside a case. Everything in it follows from counts as they are shown. */
export interface ShownLevel {
  /** by code and indicator */
  counts: ReadonlyMap<string, ReadonlyMap<string, ShownCount>>
  /** contributions by code and indicator; only of what has a score */
  contributions: ReadonlyMap<string, ReadonlyMap<string, number>>
}

/** The finer level whose counts a level adds up; a total must not tell what its parts hide. */
const PARTS: Partial<Record<ScoreLevel, ScoreLevel>> = { wijk: 'buurt', division: 'group' }

/** Contributions are shown in these steps, whose multiples add up without rounding. */
const STEP = 1 / 16

interface Asked {
  level: ScoreLevel
  phenomenon: Phenomenon
  /** one unit only; without it the whole level */
  code?: string
}

/** Computes what is shown of a level, or of one unit, for one phenomenon. @param key of the vault */
export function shownLevel(reader: Reader, setId: number, { level, phenomenon, code }: Asked, key: string): ShownLevel {
  const parts = code === undefined ? partRows(reader, setId, level, phenomenon) : partsOf(reader, setId, { level, phenomenon, code })
  const inner = innerCounts(reader, setId, { level, phenomenon, ...(code === undefined ? {} : { code }) }, key)
  const counts = new Map<string, Map<string, ShownCount>>()
  const contributions = new Map<string, Map<string, number>>()
  for (const part of parts) {
    const count = shownCount(part, inner.get(`${part.code} ${part.indicator}`), key)
    counts.set(part.code, (counts.get(part.code) ?? new Map<string, ShownCount>()).set(part.indicator, count))
    if (part.contribution === null || part.weight === 0) continue
    contributions.set(part.code, (contributions.get(part.code) ?? new Map<string, number>()).set(part.indicator, shownContribution(part, count)))
  }
  return { counts, contributions }
}

/** What lies in finer units, exactly and as it is shown. */
interface Inner {
  exact: number
  shown: ShownCount[]
}

/** A count is rounded; one that consists of finer ones is the total of those as shown, with what lies in none of them. */
function shownCount({ level, code, indicator, observed }: PartRow, inner: Inner | undefined, key: string): ShownCount {
  const rest = roundedCount(observed - (inner?.exact ?? 0), `${level}|${code}|${indicator}`, key)
  return inner ? shownTotal([...inner.shown, rest]) : rest
}

/** Per code and indicator of the asked level. */
function innerCounts(reader: Reader, setId: number, { level, phenomenon, code }: Asked, key: string): Map<string, Inner> {
  const finer = PARTS[level]
  const inner = new Map<string, Inner>()
  if (finer === undefined) return inner
  const rows = code === undefined ? partRows(reader, setId, finer, phenomenon) : partRowsUnder(reader, setId, finer, phenomenon, code)
  const parents = code === undefined ? new Map(scoresOf(reader, setId, finer, phenomenon).map((row) => [row.code, row.parentCode])) : null
  for (const row of rows) {
    const name = `${parents ? (parents.get(row.code) ?? '') : (code ?? '')} ${row.indicator}`
    const sum = inner.get(name) ?? { exact: 0, shown: [] }
    sum.exact += row.observed
    sum.shown.push(roundedCount(row.observed, `${finer}|${row.code}|${row.indicator}`, key))
    inner.set(name, sum)
  }
  return inner
}

/** What the part would contribute if the count were the one shown; the sign of z says where less is worse. */
function shownContribution(part: PartRow, count: ShownCount): number {
  const { exposure, referenceRate: m, referenceVariance: a, centre, scale, weight, shrunkRate } = part
  if (m === 0 || a === 0 || scale === 0) return 0
  const z = robustZ(Math.log((m + (a / (a + m / exposure)) * (takenFor(count) / exposure - m)) / m), { centre, scale })
  const own = robustZ(Math.log(shrunkRate / m), { centre, scale })
  const sign = own !== 0 && Math.sign(part.z) === -Math.sign(own) ? -1 : 1
  return Math.round((sign * weight * z) / STEP) * STEP
}

/** A score as it is shown: the sum of the contributions shown, its interval widened outwards, places and chances in steps. */
export function shownScore(row: ScoreRow, shown: ShownLevel): ScoreRow {
  const contributions = shown.contributions.get(row.code)
  if (row.score === null || !contributions) return row
  const score = [...contributions.values()].reduce((sum, one) => sum + one, 0)
  const outward = (width: number) => Math.ceil(width * 4) / 4
  return {
    ...row,
    score,
    lower: row.lower === null ? null : score - outward(row.score - row.lower),
    upper: row.upper === null ? null : score + outward(row.upper - row.score),
    peerMedian: row.peerMedian === null ? null : Math.round(row.peerMedian / STEP) * STEP,
    probability: row.probability === null ? null : Math.round(row.probability * 20) / 20,
    probabilityLower: row.probabilityLower === null ? null : Math.round(row.probabilityLower * 20) / 20,
  }
}

/** The expected number in steps of a half: finer, it would give away the total of the group, and with it a hidden count. */
export function shownExpected(expected: number): number {
  return Math.round(expected * 2) / 2
}
