import type { DemoCompany } from './companies.ts'
import { addDays, randomDay } from './dates.ts'
import { adultSince, type DemoPerson, type Population } from './people.ts'
import type { Plan } from './plan.ts'
import { at, type Random } from './random.ts'

/** Who is what in which company; the officer is a person or a company. */
export interface DemoOffice {
  company: DemoCompany
  person: DemoPerson | null
  officer: DemoCompany | null
  /** office id of the trade register (domain §2.4) */
  office: string
  authority: 'zelfstandig' | 'gezamenlijk' | ''
  share: readonly [part: number, whole: number] | null
  started: string
  ended: string
}

export type OfficeWish = Partial<DemoOffice> & Pick<DemoOffice, 'company' | 'office'>

/** How often the board of a company changed in the last two years; more in branches where it was planted. */
const BOARD_CHANGE = 0.1
const PLANTED_BOARD_CHANGE = 0.6

/** Collects offices; the planted networks add theirs to the ordinary ones. */
export interface OfficeBook {
  offices: DemoOffice[]
  add(wish: OfficeWish): void
}

export function makeOfficeBook(): OfficeBook {
  const offices: DemoOffice[] = []
  return {
    offices,
    add: (wish) => {
      const office: DemoOffice = { person: null, officer: null, authority: '', share: null, started: wish.company.started, ended: wish.company.ended, ...wish }
      const grown = office.person ? adultSince(office.person) : ''
      if (office.ended === '' || grown < office.ended) offices.push(grown > office.started ? { ...office, started: grown } : office)
    },
  }
}

/** Owners, partners, directors, shareholders, supervisors and proxies of the ordinary companies. */
export function addOrdinaryOffices(book: OfficeBook, companies: readonly DemoCompany[], population: Population, plan: Plan, random: Random): void {
  const residents = population.people.filter((person) => person.home !== null)
  const holdings = companies.filter((company) => company.branch.sbi2008 === '6420' && company.ended === '')
  const anybody = (): DemoPerson => (residents.length === 0 || random.chance(0.12) ? population.outsider() : random.pick(residents))
  const resident = (company: DemoCompany): DemoPerson => {
    const address = company.establishments[0]?.address
    const [first] = (address && population.residents.get(address.index)) ?? []
    return first ?? anybody()
  }
  for (const company of companies) {
    const people = { anybody, main: resident(company) }
    if (company.legalForm === 'eenmanszaak') book.add({ company, office: 'eigenaar', person: people.main, authority: 'zelfstandig' })
    else if (company.legalForm === 'vof' || company.legalForm === 'cv') addPartners(book, company, 'vennoot', people, random)
    else if (company.legalForm === 'maatschap') addPartners(book, company, 'maat', people, random)
    else if (['stichting', 'vereniging', 'cooperatie'].includes(company.legalForm)) addBoard(book, company, people)
    else addCapitalCompany(book, company, holdings, people, plan, random)
  }
}

interface People {
  anybody(): DemoPerson
  /** whoever lives at the company's address, otherwise anybody */
  main: DemoPerson
}

function addPartners(book: OfficeBook, company: DemoCompany, office: string, people: People, random: Random): void {
  book.add({ company, office, person: people.main, authority: 'zelfstandig' })
  for (let i = 0; i < random.between(1, 2); i += 1) book.add({ company, office, person: people.anybody(), authority: 'zelfstandig' })
}

function addBoard(book: OfficeBook, company: DemoCompany, people: People): void {
  for (const person of [people.main, people.anybody(), people.anybody()]) book.add({ company, office: 'bestuurder', person, authority: 'gezamenlijk' })
}

function addCapitalCompany(book: OfficeBook, company: DemoCompany, holdings: readonly DemoCompany[], people: People, plan: Plan, random: Random): void {
  const isHolding = company.branch.sbi2008 === '6420'
  const parent = !isHolding && holdings.length > 0 && random.chance(0.4) ? random.pick(holdings) : null
  if (parent) {
    book.add({ company, office: 'bestuurder', officer: parent, authority: 'zelfstandig' })
    book.add({ company, office: 'enig_aandeelhouder', officer: parent, share: [1, 1] })
  } else addPersonalBoard(book, company, people, random)
  if (company.legalForm === 'nv') book.add({ company, office: 'commissaris', person: people.anybody() })
  if (random.chance(0.06)) book.add({ company, office: 'gevolmachtigde', person: people.anybody(), authority: 'zelfstandig' })
  if (company.ended !== '' && random.chance(0.2)) book.add({ company, office: 'curator', person: people.anybody(), started: addDays(company.ended, -120) })
  const address = company.establishments[0]?.address
  const isPlantedArea = address !== undefined && plan.factor('witwassen', address) > 1
  const isQuiet = address !== undefined && plan.isQuiet(address)
  const planted = isPlantedArea || plan.isRiskBranch('witwassen', company.branch)
  if (!isHolding && !isQuiet && random.chance(planted ? PLANTED_BOARD_CHANGE : BOARD_CHANGE)) addPredecessors(book, company, planted ? 3 : 1, people, random)
}

function addPersonalBoard(book: OfficeBook, company: DemoCompany, people: People, random: Random): void {
  const second = random.chance(0.3) ? people.anybody() : null
  book.add({ company, office: 'bestuurder', person: people.main, authority: second ? 'gezamenlijk' : 'zelfstandig' })
  if (!second) {
    book.add({ company, office: 'enig_aandeelhouder', person: people.main, share: [1, 1] })
    return
  }
  const [part, rest, whole] = at([[1, 1, 2], [51, 49, 100], [2, 1, 3]] as const, random.below(3))
  book.add({ company, office: 'bestuurder', person: second, authority: 'gezamenlijk' })
  book.add({ company, office: 'aandeelhouder', person: people.main, share: [part, whole] })
  book.add({ company, office: 'aandeelhouder', person: second, share: [rest, whole] })
}

/** Directors who left in the last two years. */
function addPredecessors(book: OfficeBook, company: DemoCompany, most: number, people: People, random: Random): void {
  let ended = randomDay(random, 30, 300)
  for (let i = 0; i < random.between(1, most); i += 1) {
    const started = addDays(ended, -random.between(60, 250))
    if (started < company.started) return
    book.add({ company, office: 'bestuurder', person: people.anybody(), authority: 'zelfstandig', started, ended })
    ended = started
  }
}
