import { SourceDate } from '#shared/model/entity.ts'
import { Indicator } from '#shared/model/indicator.ts'
import type { EvidenceRow } from '#shared/model/score.ts'
import { addressLabel, postcodeLabel } from '#shared/text/names.ts'
import type { CallContext } from '../context.ts'
import { ProblemError } from '../problem.ts'
import { eventRows, type CountedRow, type Place } from '../store/counting.ts'
import type { Reader } from '../store/database.ts'
import { sourceRefs } from '../store/provenance.ts'
import { indicatorsNamed, type Which } from '../store/scores.ts'
import { weightOn } from './ageing.ts'
import { splitBranchCode } from './branches.ts'
import { givenFor, measureOf } from './count.ts'
import { openMemory } from './countMemory.ts'
import { requireSet } from './current.ts'
import { areaCodes, type CodesOfArea } from './units.ts'
import { currentDefinitions } from './weights.ts'
import { evidenceWords } from './words.ts'

/**
 * The rows an indicator counted in an area or branch, newest first: found with the same statement as the count. After a new
 * delivery they are those of now; the set then says that it is out of date.
 * @throws ProblemError `no-scores`, `not-found`
 */
export function evidence(
  { store, report }: Pick<CallContext, 'store' | 'report'>,
  which: Which & { indicator: string; offset: number; limit: number },
): { rows: EvidenceRow[]; total: number } {
  const set = requireSet(store)
  const kept = indicatorsNamed(store, set.id, [which.indicator])[0]
  if (!kept) throw new ProblemError('not-found')
  const indicator = Indicator.parse(JSON.parse(kept.definition))
  report({ step: 'Rijen opzoeken', done: 0, total: null })
  const given = givenFor(store, indicator, set.referenceDate, currentDefinitions(store).riskBranches, openMemory(store))
  const { rows, total } = eventRows(store, measureOf(indicator), given, placeOf(store, which), which)
  const words = evidenceWords[measureOf(indicator)]
  const sources = sourceRefs(store, rows.map(({ record }) => record))
  return {
    total,
    rows: sources.flatMap((source, i) => {
      const row = rows[i]
      return row ? [{ source, date: dateOf(row), text: words(String(row.detail ?? '')), place: placeWords(row), counts: weightOn(indicator, set.referenceDate, row.date) }] : []
    }),
  }
}

/** The buurten of an area, or the start of the codes of a branch. */
export function placeOf(reader: Reader, { level, code }: Pick<Which, 'level' | 'code'>): Place {
  if (level === 'division' || level === 'group') return splitBranchCode(code)
  const isIn = ({ own, ...codes }: CodesOfArea) => (level === 'buurt' || level === 'wijk' ? codes[level] === code : own.some((one) => one.code === code))
  return { areas: [...areaCodes(reader)].filter(([, codes]) => isIn(codes)).map(([id]) => id) }
}

function dateOf({ date }: CountedRow): EvidenceRow['date'] {
  const parsed = SourceDate.safeParse(date)
  return parsed.success ? parsed.data : null
}

/** A company's row may have no address. */
function placeWords({ street, number, letter, suffix, postcode }: CountedRow): string {
  if (street === null || number === null) return ''
  const line = addressLabel({ street, number, letter: letter ?? '', suffix: suffix ?? '' })
  return postcode ? `${line}, ${postcodeLabel(postcode)}` : line
}
