import type { DemoAddress } from './addresses.ts'
import { daysAgo } from './dates.ts'
import type { DemoPerson } from './people.ts'
import type { Plan } from './plan.ts'
import { weighted, type Picker, type Random } from './random.ts'
import type { Branch, Place, WordLists } from './words.ts'

export type LegalForm = 'bv' | 'nv' | 'eenmanszaak' | 'vof' | 'cv' | 'maatschap' | 'stichting' | 'vereniging' | 'cooperatie' | 'buitenlands'

/** An invented company. Its number lies in 099xxxxx, a range the trade register never gave out. */
export interface DemoCompany {
  index: number
  kvk: number
  /** statutory name */
  name: string
  legalForm: LegalForm
  branch: Branch
  /** companies registered since the change of September 2025 carry a code of SBI 2025 */
  sbiVersion: '2008' | '2025'
  started: string
  ended: string
  establishments: Establishment[]
}

export interface Establishment {
  branchNumber: number
  tradeName: string
  address: DemoAddress
  started: string
  ended: string
  employees: number
  isMain: boolean
}

const KVK = 9_900_000
const BRANCH_NUMBER = 99_000_000
export const COMPANIES_PER_ADDRESS = 0.25
/** KVK turned its register to SBI 2025 in the first week of September 2025. */
const SBI_2025_SINCE = '2025-09-08'

const forms: Record<Place, Picker<LegalForm>> = {
  woning: weighted([['eenmanszaak', 82], ['vof', 8], ['bv', 9], ['maatschap', 1]]),
  winkel: weighted([['eenmanszaak', 44], ['vof', 16], ['bv', 38], ['cv', 1.5], ['cooperatie', 0.5]]),
  kantoor: weighted([['bv', 74], ['eenmanszaak', 16], ['vof', 6], ['cv', 1], ['nv', 1], ['cooperatie', 1], ['buitenlands', 1]]),
  industrie: weighted([['bv', 66], ['eenmanszaak', 22], ['vof', 9], ['cv', 1], ['buitenlands', 2]]),
}
const formWords: Record<LegalForm, string> = {
  bv: ' B.V.', nv: ' N.V.', eenmanszaak: '', vof: ' V.O.F.', cv: ' C.V.', maatschap: '', stichting: '', vereniging: '', cooperatie: '', buitenlands: ' Ltd',
}

/** Makes companies on request; every part of the generator that needs one asks here. */
export interface CompanyMaker {
  companies: DemoCompany[]
  make(wish: CompanyWish): DemoCompany
}

export interface CompanyWish {
  branch: Branch
  address: DemoAddress
  legalForm?: LegalForm
  name?: string
  started?: string
  ended?: string
}

export function makeCompanyMaker(words: WordLists, random: Random): CompanyMaker {
  const companies: DemoCompany[] = []
  let establishments = 0
  const establish = (address: DemoAddress, tradeName: string, started: string, ended: string, isMain: boolean): Establishment => {
    establishments += 1
    return { branchNumber: BRANCH_NUMBER + establishments, tradeName, address, started, ended, employees: random.chance(0.7) ? 1 : random.between(2, 40), isMain }
  }
  return {
    companies,
    make: ({ branch, address, ...wish }) => {
      const legalForm = wish.legalForm ?? formOf(branch, random)
      const tradeName = wish.name ?? `${random.pick(branch.words)} ${random.pick(words.companyNames)}`
      const started = wish.started ?? daysAgo(Math.floor(30 + 9000 * Math.pow(random.next(), 2)))
      const ended = wish.ended ?? (random.chance(0.13) ? endAfter(started, random) : '')
      const company: DemoCompany = {
        index: companies.length,
        kvk: KVK + 1 + companies.length,
        name: nameOf(tradeName, legalForm),
        legalForm,
        branch,
        sbiVersion: started >= SBI_2025_SINCE ? '2025' : '2008',
        started,
        ended,
        establishments: [establish(address, tradeName, started, ended, true)],
      }
      companies.push(company)
      return company
    },
  }
}

/** The ordinary companies of the municipality, and the extra ones of the buurten where money laundering was planted. */
export function addOrdinaryCompanies(
  maker: CompanyMaker, addresses: readonly DemoAddress[], residents: ReadonlyMap<number, DemoPerson[]>, words: WordLists, plan: Plan, random: Random,
): void {
  const branchOf = weighted(words.branches.map((branch) => [branch, branch.weight] as const))
  const pools = poolsOf(addresses, residents)
  const anywhere = [...pools.woning, ...pools.winkel, ...pools.kantoor, ...pools.industrie]
  const calmOf = calmBranches(words)
  const shared = pools.kantoor.filter((address) => !plan.isQuiet(address) && random.chance(0.012))
  for (let i = 0; i < Math.round(addresses.length * COMPANIES_PER_ADDRESS); i += 1) {
    const branch = branchOf(random)
    const pool = pools[branch.place]
    const crowded = branch.place === 'kantoor' && shared.length > 0 && random.chance(0.35)
    const address = random.pick(crowded ? shared : pool.length > 0 ? pool : anywhere)
    const company = maker.make(plan.isQuiet(address) ? settled(address, calmOf[branch.place](random), random) : { branch, address })
    while (random.chance(0.06)) addEstablishment(company, random.pick(anywhere), random)
  }
  addPlantedCompanies(maker, addresses, plan, random)
}

/** A company that has been where it is for years. */
function settled(address: DemoAddress, branch: Branch, random: Random): CompanyWish {
  return random.chance(SETTLED) ? { branch, address, started: daysAgo(random.between(1_100, 9_000)), ended: '' } : { branch, address }
}

const SETTLED = 0.97

/** Per place the branches nobody calls a risk. */
function calmBranches(words: WordLists): Record<Place, Picker<Branch>> {
  const of = (place: Place) => weighted(words.branches.filter((branch) => branch.place === place && branch.risk === '').map((branch) => [branch, branch.weight] as const))
  return { woning: of('woning'), winkel: of('winkel'), kantoor: of('kantoor'), industrie: of('industrie') }
}

/** Where money laundering was planted: more companies of risk branches, that come and go, now and then many in one small place. */
function addPlantedCompanies(maker: CompanyMaker, addresses: readonly DemoAddress[], plan: Plan, random: Random): void {
  for (const address of addresses) {
    const factor = plan.factor('witwassen', address)
    if (address.place === '' || factor === 1 || !random.chance(Math.min(0.7, factor * (address.place === 'woning' ? 0.012 : 0.04)))) continue
    if (address.floorArea < 130 && random.chance(0.15)) addCrowd(maker, address, plan, random)
    else addFleeting(maker, address, plan, random)
  }
}

function addFleeting(maker: CompanyMaker, address: DemoAddress, plan: Plan, random: Random): void {
  const started = daysAgo(random.between(20, 400))
  maker.make({ branch: random.pick(plan.branches.witwassen), address, started, ended: random.chance(0.4) ? endAfter(started, random) : '' })
}

function addCrowd(maker: CompanyMaker, address: DemoAddress, plan: Plan, random: Random): void {
  for (let i = 0; i < random.between(6, 9); i += 1) {
    maker.make({ branch: random.pick(plan.branches.witwassen), address, started: daysAgo(random.between(20, 700)), ended: '' })
  }
}

function addEstablishment(company: DemoCompany, address: DemoAddress, random: Random): void {
  const main = company.establishments[0]
  if (!main) return
  const branchNumber = main.branchNumber * 100 + company.establishments.length
  company.establishments.push({ ...main, branchNumber, address, employees: random.between(1, 12), isMain: false })
}

function poolsOf(addresses: readonly DemoAddress[], residents: ReadonlyMap<number, DemoPerson[]>): Record<Place, DemoAddress[]> {
  const of = (place: Place) => addresses.filter((address) => address.place === place)
  return { woning: of('woning').filter((address) => residents.has(address.index)), winkel: of('winkel'), kantoor: of('kantoor'), industrie: of('industrie') }
}

function formOf(branch: Branch, random: Random): LegalForm {
  if (branch.sbi2008 === '6420') return 'bv'
  if (branch.sbi2008.startsWith('94')) return random.chance(0.7) ? 'stichting' : 'vereniging'
  return forms[branch.place](random)
}

function nameOf(tradeName: string, form: LegalForm): string {
  if (form === 'stichting') return `Stichting ${tradeName}`
  if (form === 'vereniging') return `Vereniging ${tradeName}`
  if (form === 'cooperatie') return `Coöperatie ${tradeName} U.A.`
  return `${tradeName}${formWords[form]}`
}

function endAfter(started: string, random: Random): string {
  const age = Math.round((Date.parse(daysAgo(0)) - Date.parse(started)) / 86_400_000)
  return daysAgo(Math.floor(age * random.next() * 0.6))
}
