import { DEMO_DAY } from '../../today.ts'
import type { DemoAddress } from './addresses.ts'
import type { DemoCompany } from './companies.ts'
import { addDays, daysBetween, randomDay } from './dates.ts'
import { excess, type Ground } from './ground.ts'
import type { DemoPerson } from './people.ts'
import { at, weighted, type Picker, type Random } from './random.ts'

/** An application for a permit and what became of it. */
export interface DemoPermit {
  caseNumber: string
  kind: string
  applied: string
  decided: string
  outcome: string
  company: DemoCompany | null
  person: DemoPerson | null
  address: DemoAddress
}

const outcomes: Record<'usual' | 'planted', Picker<string>> = {
  usual: weighted([['verleend', 84], ['geweigerd', 4], ['ingetrokken', 3], ['buiten-behandeling', 6], ['in-behandeling', 3]]),
  planted: weighted([['verleend', 52], ['geweigerd', 19], ['ingetrokken', 17], ['buiten-behandeling', 9], ['in-behandeling', 3]]),
}

export function makePermits(ground: Ground, random: Random): DemoPermit[] {
  const { companies, offices, addresses, words, plan } = ground
  const permits: DemoPermit[] = []
  const headOf = new Map(offices.filter((office) => office.person !== null && office.ended === '').map((office) => [office.company.index, office.person] as const))
  const add = (kind: string, address: DemoAddress, company: DemoCompany | null, person: DemoPerson | null): void => {
    const isPlanted = excess(ground, company ? 'witwassen' : 'vastgoed', address) > 1
    const applied = randomDay(random, 20, company ? Math.min(1800, Math.max(20, daysBetween(company.started, DEMO_DAY))) : 1800)
    const decided = addDays(applied, random.between(14, 182))
    const outcome = decided > DEMO_DAY ? 'in-behandeling' : outcomes[isPlanted ? 'planted' : 'usual'](random)
    const caseNumber = `Z${String(2_100_000 + permits.length * 7)}`
    permits.push({ caseNumber, kind, applied, decided: outcome === 'in-behandeling' ? '' : decided, outcome, company, person, address })
  }
  for (const company of companies) {
    const isCatering = company.branch.sbi2008.startsWith('56')
    const address = company.establishments[0]?.address
    if (!address || address.place === 'woning' || !random.chance(isCatering ? 0.85 : plan.isRiskBranch('witwassen', company.branch) ? 0.4 : 0.08)) continue
    add(isCatering ? at(words.permitKinds, 0) : random.pick(words.permitKinds.slice(2)), address, company, headOf.get(company.index) ?? null)
    if (isCatering && random.chance(0.7)) add(at(words.permitKinds, 1), address, company, headOf.get(company.index) ?? null)
  }
  for (const address of addresses) if (random.chance(0.006)) add(random.pick(words.permitKinds.slice(2)), address, null, null)
  return permits
}

