import type { DemoAddress } from './addresses.ts'
import type { Neighbourhood } from './neighbourhoods.ts'
import { at, shuffled, type Random } from './random.ts'
import type { Branch } from './words.ts'

export const phenomena = ['hennep', 'vastgoed', 'witwassen'] as const
export type PlantedPhenomenon = (typeof phenomena)[number]

/** Which buurten and branches really have more of a phenomenon than the rest; the deliveries do not say so. */
export interface Plan {
  areas: Record<PlantedPhenomenon, readonly Neighbourhood[]>
  branches: Record<PlantedPhenomenon, readonly Branch[]>
  /** buurten where companies stay for years and hardly any is in a risk branch */
  quiet: readonly Neighbourhood[]
  /** how much likelier an event of the phenomenon is at an address; 1 where nothing was planted */
  factor(phenomenon: PlantedPhenomenon, address: DemoAddress): number
  isRiskBranch(phenomenon: PlantedPhenomenon, branch: Branch): boolean
  isQuiet(address: DemoAddress): boolean
  /** how much a buurt is inspected, apart from what is going on there: attention is not evidence */
  inspectionFactor(address: DemoAddress): number
}

const AREAS_PER_PHENOMENON = 8
const QUIET_AREAS = 8
const BRANCHES_PER_PHENOMENON = 2
/** Of the living buurten, how many of the largest are drawn from. Planting in a small one could not be found by anybody. */
const LARGEST_LIVING = 40
/**
 * How much likelier an event is where it was planted: a hot spot is a handful of events, and the fewer addresses there are, the
 * larger a share of them that is.
 */
const FACTOR = { least: 12, most: 30, events: 2_400 }

export function makePlan(neighbourhoods: readonly Neighbourhood[], addresses: readonly DemoAddress[], branches: readonly Branch[], random: Random): Plan {
  const counts = neighbourhoods.map(() => 0)
  for (const { neighbourhood } of addresses) counts[neighbourhood] = at(counts, neighbourhood) + 1
  const { chosen, quiet } = chooseAreas(neighbourhoods, counts, random)
  const sets = { hennep: new Set(chosen.hennep), vastgoed: new Set(chosen.vastgoed), witwassen: new Set(chosen.witwassen) }
  const quietSet = new Set(quiet)
  const risky = (phenomenon: PlantedPhenomenon) =>
    shuffled(branches.filter((branch) => branch.risk === phenomenon), random).slice(0, BRANCHES_PER_PHENOMENON)
  const riskBranches = { hennep: risky('hennep'), vastgoed: risky('vastgoed'), witwassen: risky('witwassen') }
  const inspection = neighbourhoods.map(() => Math.exp((random.next() - 0.5) * 1.8))
  const factors = counts.map((count) => Math.min(FACTOR.most, Math.max(FACTOR.least, FACTOR.events / Math.max(count, 1))))
  const areasOf = (indexes: readonly number[]) => indexes.map((index) => at(neighbourhoods, index))
  return {
    areas: { hennep: areasOf(chosen.hennep), vastgoed: areasOf(chosen.vastgoed), witwassen: areasOf(chosen.witwassen) },
    branches: riskBranches,
    quiet: areasOf(quiet),
    factor: (phenomenon, { neighbourhood }) => (sets[phenomenon].has(neighbourhood) ? at(factors, neighbourhood) : 1),
    isRiskBranch: (phenomenon, branch) => riskBranches[phenomenon].includes(branch),
    isQuiet: ({ neighbourhood }) => quietSet.has(neighbourhood),
    inspectionFactor: (address) => at(inspection, address.neighbourhood),
  }
}

/** Money goes through companies, so half of its buurten are business parks and centres; the rest is about dwellings. */
function chooseAreas(neighbourhoods: readonly Neighbourhood[], counts: readonly number[], random: Random): { chosen: Record<PlantedPhenomenon, number[]>; quiet: number[] } {
  const bySize = neighbourhoods.map((_, index) => index).filter((index) => at(counts, index) > 0).toSorted((a, b) => at(counts, b) - at(counts, a) || a - b)
  const settingOf = (index: number) => at(neighbourhoods, index).setting
  const living = shuffled(bySize.filter((index) => settingOf(index) === 'living').slice(0, LARGEST_LIVING), random)
  const trading = shuffled(bySize.filter((index) => ['business', 'centre'].includes(settingOf(index))).slice(0, AREAS_PER_PHENOMENON + QUIET_AREAS / 2), random)
  const half = AREAS_PER_PHENOMENON / 2
  return {
    chosen: {
      hennep: living.splice(0, AREAS_PER_PHENOMENON),
      vastgoed: living.splice(0, AREAS_PER_PHENOMENON),
      witwassen: [...trading.splice(0, half), ...living.splice(0, half)],
    },
    quiet: [...trading.splice(0, half), ...living.splice(0, QUIET_AREAS - half)],
  }
}
