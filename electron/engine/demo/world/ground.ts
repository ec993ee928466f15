import type { DemoAddress } from './addresses.ts'
import type { DemoCompany } from './companies.ts'
import type { DemoOffice } from './offices.ts'
import type { Plan, PlantedPhenomenon } from './plan.ts'
import type { WordLists } from './words.ts'

/** What the events are drawn from. */
export interface Ground {
  addresses: readonly DemoAddress[]
  companies: readonly DemoCompany[]
  offices: readonly DemoOffice[]
  words: WordLists
  plan: Plan
  /** the company at an address; the last one where there are more */
  companyAt: ReadonlyMap<number, DemoCompany>
  /** the first address of every planted network, about which somebody has noticed something */
  suspected: readonly { address: DemoAddress; phenomenon: PlantedPhenomenon }[]
}

/** How much likelier an event of the phenomenon is here, by the buurt or by the branch of the company. */
export function excess({ plan, companyAt }: Ground, phenomenon: PlantedPhenomenon, address: DemoAddress): number {
  const company = companyAt.get(address.index)
  const byArea = plan.factor(phenomenon, address)
  return company && plan.isRiskBranch(phenomenon, company.branch) ? Math.max(byArea, branchFactor[phenomenon]) : byArea
}

/** A handful of companies has to show it, so more is found at each. */
const branchFactor: Record<PlantedPhenomenon, number> = { hennep: 120, vastgoed: 12, witwassen: 12 }
