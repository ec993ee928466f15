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

/** What is thought up, in this order: what comes later stands on what came before. */
const parts = ['straten en adressen', 'personen', 'bedrijven', 'eigenaren', 'rechten', 'functies', 'netwerken', 'vergunningen', 'controles', 'maatregelen', 'signalen'] as const

/**
 * @param size 200 to 300,000 addresses
 * @param seed the same seed and size give the same municipality
 * @param onPart hears what is thought up next; throw to stop
 */
export function makeWorld(size: number, seed: number, onPart: (part: string, done: number, total: number) => void = () => undefined): World {
  const begin = (part: (typeof parts)[number]): void => onPart(part, parts.indexOf(part), parts.length)
  const random = makeRandom(`demogemeente ${seed} ${size}`)
  const words = readWordLists()
  const neighbourhoods = readNeighbourhoods()
  begin('straten en adressen')
  const addresses = makeAddresses(size, neighbourhoods, words, random.fork('adressen'))
  const plan = makePlan(neighbourhoods, addresses, words.branches, random.fork('plan'))
  begin('personen')
  const population = makePopulation(addresses, words, plan, random.fork('personen'))
  begin('bedrijven')
  const maker = makeCompanyMaker(words, random.fork('bedrijven'))
  addOrdinaryCompanies(maker, addresses, population.residents, words, plan, random.fork('vestigingen'))
  begin('eigenaren')
  const owners = makeOwnerDraw(addresses, population, maker, words, plan, random.fork('eigenaren'))
  begin('rechten')
  const titles = makeTitles(addresses, population, owners, words, plan, random.fork('rechten'))
  begin('functies')
  const book = makeOfficeBook()
  addOrdinaryOffices(book, maker.companies, population, plan, random.fork('functies'))
  begin('netwerken')
  const networks = plantNetworks({ addresses, population, maker, book, titles, words }, random.fork('netwerken'))
  const companyAt = new Map(maker.companies.flatMap((company) => company.establishments.map(({ address }) => [address.index, company] as const)))
  const suspected = networks.flatMap(({ kind, addresses: [address] }) => (address ? [{ address, phenomenon: kind === 'abc-transactie' ? ('vastgoed' as const) : ('witwassen' as const) }] : []))
  const ground: Ground = { addresses, companies: maker.companies, offices: book.offices, words, plan, companyAt, suspected }
  begin('vergunningen')
  const permits = makePermits(ground, random.fork('vergunningen'))
  begin('controles')
  const inspections = makeInspections(ground, random.fork('controles'))
  begin('maatregelen')
  const measures = makeMeasures(ground, random.fork('maatregelen'))
  begin('signalen')
  const signals = makeSignals(ground, random.fork('signalen'))
  shareObjects(addresses, networks)
  return { words, neighbourhoods, plan, networks, addresses, people: population.people, companies: maker.companies, offices: book.offices, titles, permits, inspections, measures, signals }
}
