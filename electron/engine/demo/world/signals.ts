import { DEMO_DAY } from '../../today.ts'
import type { DemoAddress } from './addresses.ts'
import type { DemoCompany } from './companies.ts'
import { addDays, daysBetween, randomDay } from './dates.ts'
import { excess, type Ground } from './ground.ts'
import { phenomena, type PlantedPhenomenon } from './plan.ts'
import { weighted, type Picker, type Random } from './random.ts'
import type { SignalKind } from './words.ts'

/** What a department knows of an address: a reference for the index, and its content for a case. */
export interface DemoSignal {
  number: string
  kind: SignalKind
  started: string
  ended: string
  received: string
  expires: string
  reporter: string
  content: string
  company: DemoCompany | null
  address: DemoAddress
}

/** Share of addresses with a signal of each phenomenon, outside planted buurten. */
const SIGNAL_RATE = 0.02
/** Neighbours smell a plantation; what goes on in the books they hardly notice. */
const mostSignals: Record<PlantedPhenomenon, number> = { hennep: 20, vastgoed: 6, witwassen: 6 }

export function makeSignals(ground: Ground, random: Random): DemoSignal[] {
  const { addresses, words, companyAt } = ground
  const signals: DemoSignal[] = []
  const byPhenomenon = new Map(
    [...phenomena, 'overig'].map((phenomenon) => [phenomenon, weighted(words.signals.filter((kind) => kind.phenomenon === phenomenon).map((kind) => [kind, kind.weight] as const))]),
  )
  const rateOf = (phenomenon: PlantedPhenomenon | 'overig', address: DemoAddress): number => {
    if (phenomenon === 'overig') return SIGNAL_RATE * 0.5
    const planted = Math.min(excess(ground, phenomenon, address), mostSignals[phenomenon])
    return SIGNAL_RATE * 0.4 * planted * (phenomenon === 'witwassen' && !companyAt.has(address.index) ? 0.15 : 1)
  }
  const add = (phenomenon: string, address: DemoAddress): void => {
    const kind = byPhenomenon.get(phenomenon)?.(random)
    if (kind) signals.push(makeSignal(signals.length, kind, address, companyAt.get(address.index) ?? null, random))
  }
  for (const address of addresses) {
    for (const phenomenon of [...phenomena, 'overig'] as const) {
      while (random.chance(rateOf(phenomenon, address))) add(phenomenon, address)
    }
  }
  for (const { address, phenomenon } of ground.suspected) {
    for (const each of [phenomenon, phenomenon, 'overig']) add(each, address)
  }
  return signals
}

const reporters: Picker<string> = weighted([['medewerker', 45], ['partner', 25], ['burger', 20], ['anoniem', 10]])

function makeSignal(serial: number, kind: SignalKind, address: DemoAddress, company: DemoCompany | null, random: Random): DemoSignal {
  const received = randomDay(random, 5, 1000)
  const isOpen = daysBetween(received, DEMO_DAY) < 400
  return {
    number: `S-${received.slice(0, 4)}-${String(serial + 1).padStart(5, '0')}`,
    kind,
    started: addDays(received, -random.between(1, 60)),
    ended: isOpen ? '' : addDays(received, random.between(30, 300)),
    received,
    expires: addDays(received, 730),
    reporter: reporters(random),
    content: random.pick(kind.texts),
    company: random.chance(0.75) ? company : null,
    address,
  }
}
