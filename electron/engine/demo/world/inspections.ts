import type { DemoAddress } from './addresses.ts'
import type { DemoCompany } from './companies.ts'
import { randomDay } from './dates.ts'
import { excess, type Ground } from './ground.ts'
import { weighted, type Picker, type Random } from './random.ts'

/** A visit by an inspector and what he found. */
export interface DemoInspection {
  caseNumber: string
  kind: string
  date: string
  department: string
  outcome: string
  phenomenon: string
  company: DemoCompany | null
  address: DemoAddress
}

const usualOutcome: Picker<string> = weighted([['geen-bijzonderheden', 68], ['overtreding', 20], ['niet-binnengekomen', 8], ['onbekend', 4]])

export function makeInspections(ground: Ground, random: Random): DemoInspection[] {
  const { addresses, words, plan, companyAt } = ground
  const inspections: DemoInspection[] = []
  for (const address of addresses) {
    const company = companyAt.get(address.index) ?? null
    const rate = (company ? 0.08 : 0.018) * plan.inspectionFactor(address)
    if (!random.chance(rate)) continue
    const kind = random.pick(company ? words.inspectionKinds : ['Bouw- en woningtoezicht', 'Adrescontrole', 'Hennepcontrole'])
    const isHennep = kind === 'Hennepcontrole' || kind === 'Integrale controle'
    const isFound = isHennep && random.chance(0.05 * excess(ground, 'hennep', address))
    inspections.push({
      caseNumber: `C${String(40_000 + inspections.length * 3)}`,
      kind,
      date: randomDay(random, 10, 1400),
      department: kind === 'Bouw- en woningtoezicht' || kind === 'Adrescontrole' ? 'Bouw- en woningtoezicht' : 'Toezicht en handhaving',
      outcome: isFound ? 'kwekerij' : usualOutcome(random),
      phenomenon: isHennep ? 'hennep' : kind === 'Adrescontrole' ? 'vastgoed' : company ? 'witwassen' : 'overig',
      company,
      address,
    })
  }
  return inspections
}
