import type { DemoAddress } from './addresses.ts'
import type { DemoCompany } from './companies.ts'
import { addDays, daysAgo, randomDay } from './dates.ts'
import { excess, type Ground } from './ground.ts'
import type { Random } from './random.ts'

/** A cleared plantation or laboratory, or a measure the mayor took. */
export interface DemoMeasure {
  caseNumber: string
  kind: string
  ground: string
  phenomenon: string
  started: string
  ended: string
  company: DemoCompany | null
  address: DemoAddress
}

/** Days before the deliveries; what the mayor is still to decide stands in no register. */
const LATEST = 3

export function makeMeasures(ground: Ground, random: Random): DemoMeasure[] {
  const { addresses, companyAt } = ground
  const measures: DemoMeasure[] = []
  const add = (address: DemoAddress, kind: string, legalGround: string, phenomenon: string, started: string, ended: string): void => {
    if (started > daysAgo(LATEST)) return
    const company = address.place === 'woning' ? null : (companyAt.get(address.index) ?? null)
    measures.push({ caseNumber: `M${String(1_000 + measures.length)}`, kind, ground: legalGround, phenomenon, started, ended, company, address })
  }
  for (const address of addresses) {
    if (random.chance(0.0032 * excess(ground, 'hennep', address))) {
      const found = randomDay(random, 15, 1500)
      add(address, random.chance(0.9) ? 'kwekerij-geruimd' : 'lab-geruimd', 'art. 13b Opiumwet', 'hennep', found, found)
      if (random.chance(0.55)) {
        const isClosing = random.chance(0.5)
        const started = addDays(found, random.between(10, 60))
        add(address, isClosing ? 'sluiting' : 'waarschuwing', 'art. 13b Opiumwet', 'hennep', started, isClosing ? addDays(started, 91) : '')
      }
    }
    if (random.chance(0.0015 * excess(ground, 'vastgoed', address))) add(address, 'last-onder-dwangsom', 'art. 5:32 Awb', 'vastgoed', randomDay(random, 15, 1500), '')
  }
  return measures
}
