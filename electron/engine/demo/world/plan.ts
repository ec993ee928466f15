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
  /** how much likelier an event of the phenomenon is at an address; 1 where nothing was planted */
  factor(phenomenon: PlantedPhenomenon, address: DemoAddress): number
  isRiskBranch(phenomenon: PlantedPhenomenon, branch: Branch): boolean
  /** how much a buurt is inspected, apart from what is going on there: attention is not evidence */
  inspectionFactor(address: DemoAddress): number
}

const AREAS_PER_PHENOMENON = 8
const BRANCHES_PER_PHENOMENON = 2
const FACTOR = 8

export function makePlan(neighbourhoods: readonly Neighbourhood[], addresses: readonly DemoAddress[], branches: readonly Branch[], random: Random): Plan {
  const counts = neighbourhoods.map(() => 0)
  for (const { neighbourhood } of addresses) counts[neighbourhood] = at(counts, neighbourhood) + 1
  const large = largerHalf(counts)
  const living = shuffled(large.filter((index) => at(neighbourhoods, index).setting === 'living'), random)
  const other = large.filter((index) => ['business', 'centre'].includes(at(neighbourhoods, index).setting))
  const hennep = living.slice(0, AREAS_PER_PHENOMENON)
  const vastgoed = living.slice(AREAS_PER_PHENOMENON, 2 * AREAS_PER_PHENOMENON)
  const mixed = [...shuffled(other, random).slice(0, AREAS_PER_PHENOMENON / 2), ...living.slice(2 * AREAS_PER_PHENOMENON)]
  const witwassen = mixed.slice(0, AREAS_PER_PHENOMENON)
  const chosen: Record<PlantedPhenomenon, number[]> = { hennep, vastgoed, witwassen }
  const sets = { hennep: new Set(hennep), vastgoed: new Set(vastgoed), witwassen: new Set(witwassen) }
  const risky = (phenomenon: PlantedPhenomenon) =>
    shuffled(branches.filter((branch) => branch.risk === phenomenon), random).slice(0, BRANCHES_PER_PHENOMENON)
  const riskBranches = { hennep: risky('hennep'), vastgoed: risky('vastgoed'), witwassen: risky('witwassen') }
  const inspection = neighbourhoods.map(() => Math.exp((random.next() - 0.5) * 1.8))
  const areasOf = (phenomenon: PlantedPhenomenon) => chosen[phenomenon].map((index) => at(neighbourhoods, index))
  return {
    areas: { hennep: areasOf('hennep'), vastgoed: areasOf('vastgoed'), witwassen: areasOf('witwassen') },
    branches: riskBranches,
    factor: (phenomenon, address) => (sets[phenomenon].has(address.neighbourhood) ? FACTOR : 1),
    isRiskBranch: (phenomenon, branch) => riskBranches[phenomenon].includes(branch),
    inspectionFactor: (address) => at(inspection, address.neighbourhood),
  }
}

/** The buurten with more addresses than the median one; planting in an empty buurt could not be found by anybody. */
function largerHalf(counts: readonly number[]): number[] {
  const filled = counts.map((count, index) => ({ count, index })).filter(({ count }) => count > 0)
  const median = filled.toSorted((a, b) => a.count - b.count)[Math.floor(filled.length / 2)]?.count ?? 0
  return filled.filter(({ count }) => count >= median).map(({ index }) => index)
}
