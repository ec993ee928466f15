import { makeAddresses, type DemoAddress } from './addresses.ts'
import { addOrdinaryCompanies, makeCompanyMaker, type DemoCompany } from './companies.ts'
import type { Ground } from './ground.ts'
import { makeInspections, type DemoInspection } from './inspections.ts'
import { makeMeasures, type DemoMeasure } from './measures.ts'
import { readNeighbourhoods, type Neighbourhood } from './neighbourhoods.ts'
import { plantNetworks, type PlantedNetwork } from './networks.ts'
import { addOrdinaryOffices, makeOfficeBook, type DemoOffice } from './offices.ts'
import { makeOwnerDraw } from './owners.ts'
import { makePopulation, type DemoPerson } from './people.ts'
import { makePermits, type DemoPermit } from './permits.ts'
import { makePlan, type Plan } from './plan.ts'
import { makeRandom } from './random.ts'
import { shareObjects } from './secondAddresses.ts'
import { makeSignals, type DemoSignal } from './signals.ts'
import { makeTitles, type DemoTitle } from './titles.ts'
import { readWordLists, type WordLists } from './words.ts'

/** The demo municipality as it really is, before any department writes it down. */
export interface World {
  words: WordLists
  neighbourhoods: Neighbourhood[]
  plan: Plan
  networks: PlantedNetwork[]
  addresses: DemoAddress[]
  people: DemoPerson[]
  companies: DemoCompany[]
  offices: DemoOffice[]
  titles: DemoTitle[]
  permits: DemoPermit[]
  inspections: DemoInspection[]
  measures: DemoMeasure[]
  signals: DemoSignal[]
}

/** @param size 200 to 300,000 addresses @param seed the same seed and size give the same municipality */
export function makeWorld(size: number, seed: number): World {
  const random = makeRandom(`demogemeente ${seed} ${size}`)
  const words = readWordLists()
  const neighbourhoods = readNeighbourhoods()
  const addresses = makeAddresses(size, neighbourhoods, words, random.fork('adressen'))
  const plan = makePlan(neighbourhoods, addresses, words.branches, random.fork('plan'))
  const population = makePopulation(addresses, words, plan, random.fork('personen'))
  const maker = makeCompanyMaker(words, random.fork('bedrijven'))
  addOrdinaryCompanies(maker, addresses, population.residents, words, plan, random.fork('vestigingen'))
  const owners = makeOwnerDraw(addresses, population, maker, words, plan, random.fork('eigenaren'))
  const titles = makeTitles(addresses, population, owners, words, plan, random.fork('rechten'))
  const book = makeOfficeBook()
  addOrdinaryOffices(book, maker.companies, population, plan, random.fork('functies'))
  const networks = plantNetworks({ addresses, population, maker, book, titles, words }, random.fork('netwerken'))
  const companyAt = new Map(maker.companies.flatMap((company) => company.establishments.map(({ address }) => [address.index, company] as const)))
  const suspected = networks.flatMap(({ kind, addresses: [address] }) => (address ? [{ address, phenomenon: kind === 'abc-transactie' ? ('vastgoed' as const) : ('witwassen' as const) }] : []))
  const ground: Ground = { addresses, companies: maker.companies, offices: book.offices, words, plan, companyAt, suspected }
  const world: World = {
    words, neighbourhoods, plan, networks, addresses, people: population.people, companies: maker.companies, offices: book.offices, titles,
    permits: makePermits(ground, random.fork('vergunningen')),
    inspections: makeInspections(ground, random.fork('controles')),
    measures: makeMeasures(ground, random.fork('maatregelen')),
    signals: makeSignals(ground, random.fork('signalen')),
  }
  shareObjects(addresses, networks)
  return world
}
