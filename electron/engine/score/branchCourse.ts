import { countByHalfYearAndCode, type CountedHalf, type Given } from '../store/counting.ts'
import type { Reader } from '../store/database.ts'
import type { MeasureName } from '../store/measures.ts'
import { sbiPairs } from '../store/sbiCodes.ts'

const VERSIONS = ['2008', '2025'] as const
type Version = (typeof VERSIONS)[number]
type Pair = Readonly<Record<Version, string>>

/** Whether a company with a code is of a branch; `unplaced` where the version of its code does not tell. */
type Belongs = 'own' | 'other' | 'unplaced'

export interface BranchCourse {
  halves: Map<string, CountedHalf>
  /** codes of the other version that were divided over several of this one, some inside the branch and some not, ascending */
  split: string[]
  /** whether codes of the other version were counted by the concordance */
  isConverted: boolean
}

/**
 * Events per half year of a branch. What companies did whose code is of the other version of the SBI counts where the concordance puts that code
 * wholly inside the branch; where it was divided, or no concordance was delivered, those events are told apart as `unplaced`.
 */
export function branchCourse(reader: Reader, measure: MeasureName, given: Given, branch: { version: string; start: string }): BranchCourse {
  const belongs = placer(sbiPairs(reader), branch)
  const course: BranchCourse = { halves: new Map(), split: [], isConverted: false }
  const split = new Set<string>()
  for (const { half, version, sbi, events } of countByHalfYearAndCode(reader, measure, given)) {
    const counted = course.halves.get(half) ?? { own: 0, all: 0, unplaced: 0 }
    const place = belongs(version, sbi)
    counted.all += events
    if (place === 'own') counted.own += events
    if (place === 'unplaced') counted.unplaced += events
    if (place === 'own' && version !== branch.version) course.isConverted = true
    if (place === 'unplaced' && belongs.isKnown(sbi)) split.add(sbi)
    course.halves.set(half, counted)
  }
  course.split = [...split].toSorted()
  return course
}

type Placer = ((version: string, sbi: string) => Belongs) & { isKnown: (sbi: string) => boolean }

/** @param pairs the concordance @param branch the beginning of its codes in one version */
export function placer(pairs: readonly Pair[], branch: { version: string; start: string }): Placer {
  const own = VERSIONS.find((version) => version === branch.version)
  const other = VERSIONS.find((version) => version !== branch.version)
  const remembered = new Map<string, Belongs>()
  const matching = (sbi: string) => (other === undefined ? [] : pairs.filter((pair) => pair[other].startsWith(sbi) || sbi.startsWith(pair[other])))
  const convert = (sbi: string): Belongs => {
    if (own === undefined) return 'other'
    const targets = matching(sbi).map((pair) => pair[own])
    if (targets.length === 0) return 'unplaced'
    if (targets.every((code) => code.startsWith(branch.start))) return 'own'
    return targets.some((code) => code.startsWith(branch.start) || branch.start.startsWith(code)) ? 'unplaced' : 'other'
  }
  const place = (version: string, sbi: string): Belongs => {
    if (version === branch.version) return sbi.startsWith(branch.start) ? 'own' : 'other'
    // what has no code or no version of one has none before and after
    if (version !== other || sbi === '') return 'other'
    const known = remembered.get(sbi) ?? convert(sbi)
    remembered.set(sbi, known)
    return known
  }
  return Object.assign(place, { isKnown: (sbi: string) => matching(sbi).length > 0 })
}
