import type { DemoAddress } from './addresses.ts'
import type { CompanyMaker, DemoCompany } from './companies.ts'
import { addDays, daysAgo } from './dates.ts'
import type { OfficeBook } from './offices.ts'
import type { DemoPerson, Population } from './people.ts'
import { at, shuffled, type Random } from './random.ts'
import { marketValue, noSale } from './sales.ts'
import { rightOf, wozValue, type DemoTitle } from './titles.ts'
import type { Branch, WordLists } from './words.ts'

/** A network that is hidden in the deliveries, and what belongs to it. */
export interface PlantedNetwork {
  kind: 'katvanger' | 'abc-transactie' | 'stapeladres' | 'doorstart'
  /** in one sentence, for whoever checks */
  story: string
  addresses: DemoAddress[]
  companies: DemoCompany[]
  people: DemoPerson[]
}

/** What the networks are built from and added to. */
export interface Site {
  addresses: readonly DemoAddress[]
  population: Population
  maker: CompanyMaker
  book: OfficeBook
  titles: DemoTitle[]
  words: WordLists
}

/** One of each kind per 15,000 addresses, at least one. */
export function plantNetworks(site: Site, random: Random): PlantedNetwork[] {
  const draw = makeDraw(site, random)
  const rounds = Math.max(1, Math.round(site.addresses.length / 15_000))
  return Array.from({ length: rounds }).flatMap(() => [plantStrawMan(site, draw, random), plantFlip(site, draw, random), plantStack(site, draw, random), plantRestart(site, draw, random)])
}

/** People and addresses no network has used yet; drawn evenly, so that nothing but the pattern marks them. No corporation owns them. */
interface Draw {
  person(): DemoPerson
  dwelling(): DemoAddress
  premises(): DemoAddress
  branch(risk: string): Branch
}

function makeDraw({ addresses, population, words, titles }: Site, random: Random): Draw {
  const rented = new Set(titles.filter(({ owner }) => owner.company?.legalForm === 'stichting').map(({ address }) => address.index))
  const isFit = (address: DemoAddress) => address.place === 'woning' && population.residents.has(address.index) && !rented.has(address.index)
  const dwellings = shuffled(addresses.filter(isFit), random)
  const premises = shuffled(addresses.filter((address) => address.place === 'kantoor' || address.place === 'industrie' || address.place === 'winkel'), random)
  const people = shuffled(population.people.filter((person) => person.home !== null), random)
  return {
    person: () => people.pop() ?? population.outsider(),
    dwelling: () => dwellings.pop() ?? at(addresses, 0),
    premises: () => premises.pop() ?? dwellings.pop() ?? at(addresses, 0),
    branch: (risk) => random.pick(words.branches.filter((branch) => branch.risk === risk)),
  }
}

/** Katvanger: one person is in name the director of company after company; another holds the power of attorney everywhere. */
function plantStrawMan({ maker, book }: Site, draw: Draw, random: Random): PlantedNetwork {
  const [straw, principal] = [draw.person(), draw.person()]
  const home = straw.home ?? draw.dwelling()
  const companies: DemoCompany[] = []
  const addresses = [home]
  const holdingBranch = draw.branch('vastgoed')
  const holding = maker.make({ branch: holdingBranch, address: draw.premises(), legalForm: 'bv', started: daysAgo(1500), ended: '' })
  book.add({ company: holding, office: 'bestuurder', person: principal, authority: 'zelfstandig' })
  book.add({ company: holding, office: 'enig_aandeelhouder', person: principal, share: [1, 1] })
  for (let i = 0; i < random.between(6, 9); i += 1) {
    const address = i < 3 ? home : draw.premises()
    const started = daysAgo(40 + i * random.between(35, 60))
    const company = maker.make({ branch: draw.branch('witwassen'), address, legalForm: 'bv', started, ended: '' })
    book.add({ company, office: 'bestuurder', person: straw, authority: 'zelfstandig' })
    book.add({ company, office: 'gevolmachtigde', person: principal, authority: 'zelfstandig' })
    book.add({ company, office: 'enig_aandeelhouder', officer: holding, share: [1, 1] })
    companies.push(company)
    addresses.push(address)
  }
  return { kind: 'katvanger', story: `Eén bestuurder van ${companies.length} vennootschappen; een ander heeft overal volmacht en via een holding alle aandelen.`, addresses: [...new Set(addresses)], companies: [holding, ...companies], people: [straw, principal] }
}

/** ABC-transactie: sold on twice within half a year, through a young company, at a price that jumps, lent by a person. */
function plantFlip(site: Site, draw: Draw, random: Random): PlantedNetwork {
  const address = draw.dwelling()
  const [seller, middle, buyer] = [draw.person(), draw.person(), draw.person()]
  const first = daysAgo(random.between(300, 700))
  const company = site.maker.make({ branch: draw.branch('vastgoed'), address: middle.home ?? draw.dwelling(), legalForm: 'bv', started: addDays(first, -random.between(20, 60)), ended: '' })
  site.book.add({ company, office: 'bestuurder', person: middle, authority: 'zelfstandig' })
  site.book.add({ company, office: 'enig_aandeelhouder', person: middle, share: [1, 1] })
  const value = marketValue(address, first)
  const common = { address, right: rightOf(address, random), wozValue: wozValue(address, random), share: [1, 1] as const }
  const second = addDays(first, random.between(20, 70))
  const third = addDays(second, random.between(20, 90))
  const chain: DemoTitle[] = [
    { ...common, ...noSale, owner: { person: seller, company: null }, started: addDays(first, -3000), ended: second, price: Math.round(value * 0.8) },
    { ...common, ...noSale, owner: { person: null, company }, started: second, ended: third, price: Math.round(value * 0.7) },
    { ...common, ...noSale, owner: { person: buyer, company: null }, started: third, ended: '', price: Math.round(value * 1.6), mortgage: Math.round(value * 1.5), mortgagee: [seller.givenNames, seller.prefix, seller.familyName].filter(Boolean).join(' '), mortgageeKind: 'natuurlijk-persoon' },
  ]
  replaceTitles(site.titles, address, chain)
  return { kind: 'abc-transactie', story: 'Twee keer doorverkocht binnen een half jaar, via een nieuwe vennootschap, met geld van de eerste verkoper.', addresses: [address], companies: [company], people: [seller, middle, buyer] }
}

/** Stapeladres: far more establishments than a dwelling can hold, each with a director of its own. */
function plantStack({ maker, book }: Site, draw: Draw, random: Random): PlantedNetwork {
  const address = draw.dwelling()
  const companies: DemoCompany[] = []
  const people: DemoPerson[] = []
  for (let i = 0; i < random.between(12, 18); i += 1) {
    const company = maker.make({ branch: draw.branch('witwassen'), address, legalForm: 'bv', started: daysAgo(random.between(60, 700)), ended: '' })
    const person = draw.person()
    book.add({ company, office: 'bestuurder', person, authority: 'zelfstandig' })
    book.add({ company, office: 'enig_aandeelhouder', person, share: [1, 1] })
    companies.push(company)
    people.push(person)
  }
  return { kind: 'stapeladres', story: `${companies.length} vennootschappen op één woning.`, addresses: [address], companies, people }
}

/** Doorstart: the company goes under, the next one starts at the same address in the same trade with the same people. */
function plantRestart({ maker, book }: Site, draw: Draw, random: Random): PlantedNetwork {
  const address = draw.premises()
  const branch = draw.branch('witwassen')
  const people = [draw.person(), draw.person()]
  const name = random.pick(branch.words)
  const companies: DemoCompany[] = []
  let started = daysAgo(1300)
  for (let i = 0; i < 4; i += 1) {
    const ended = i < 3 ? addDays(started, random.between(240, 330)) : ''
    const company = maker.make({ branch, address, legalForm: 'bv', name: `${name} ${['Kadewerk', 'Kadewerk II', 'De Nieuwe Kade', 'Kadewerk Almere'][i] ?? ''}`, started, ended })
    book.add({ company, office: 'bestuurder', person: at(people, i % 2), authority: 'zelfstandig' })
    book.add({ company, office: 'enig_aandeelhouder', person: at(people, (i + 1) % 2), share: [1, 1] })
    companies.push(company)
    if (ended !== '') started = addDays(ended, random.between(5, 40))
  }
  return { kind: 'doorstart', story: 'Vier keer dezelfde zaak op hetzelfde adres, telkens kort na de ondergang van de vorige.', addresses: [address], companies, people }
}

function replaceTitles(titles: DemoTitle[], address: DemoAddress, chain: readonly DemoTitle[]): void {
  const first = titles.findIndex((title) => title.address === address)
  const count = titles.filter((title) => title.address === address).length
  titles.splice(first < 0 ? titles.length : first, count, ...chain)
}
