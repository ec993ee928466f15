import type { DemoCompany } from '../../../electron/engine/demo/world/companies.ts'
import type { DemoOffice } from '../../../electron/engine/demo/world/offices.ts'
import type { DemoPerson } from '../../../electron/engine/demo/world/people.ts'
import { weighted, type Random } from '../../../electron/engine/demo/world/random.ts'
import { mistype } from './mistakes.ts'
import type { PersonTownRow } from './town.ts'

export interface CompanyTownRow {
  kvk: number | null
  branchNumber: number | null
  name: string
  tradeName: string
  legalForm: string
  sbi: string
  addressId: number | null
  /** of a row of the trade register: where an earlier delivery of it placed the company */
  formerly: readonly number[]
  /** of a row of the trade register: other addresses where those who run the company live */
  homes: readonly number[]
  truth: number
}

/** A row of the trade register that says who holds an office; it gives no BSN. */
export interface OfficerTownRow extends Pick<PersonTownRow, 'givenNames' | 'prefix' | 'familyName' | 'birthDate' | 'truth'> {
  kvk: number
  office: string
}

/** Moved in the years of which other registers still hold rows; and how often an earlier delivery of the trade register tells from where. */
const MOVED = 0.3
const MOVE_KNOWN = 0.8
/** How often another register has a company where the trade register has it now. */
const AT_ITS_ADDRESS = 0.7
/** Whence another address comes, where it can: where the company was, where somebody lives who runs it, or from neither (what it owns or asks a permit for). */
const ELSEWHERE = { former: 4, home: 3, other: 3 }
const running = new Set(['bestuurder', 'vennoot', 'maat', 'eigenaar', 'enig_aandeelhouder', 'aandeelhouder'])
const extraCompanyRows = weighted([[0, 60], [1, 30], [2, 10]] as const)

/** Offices of persons as the trade register has them, names and birth date in full. */
export function officersOf(offices: readonly DemoOffice[], truthOf: ReadonlyMap<DemoPerson, number>): OfficerTownRow[] {
  return offices.flatMap(({ company, person, office }): OfficerTownRow[] => {
    const truth = person === null ? undefined : truthOf.get(person)
    if (person === null || truth === undefined) return []
    const { givenNames, prefix, familyName, birthDate } = person
    return [{ kvk: company.kvk, office, givenNames, prefix, familyName, birthDate, truth }]
  })
}

interface Surroundings {
  houses: readonly number[]
  officers: readonly OfficerTownRow[]
  /** where a person is registered, by truth */
  homeOf: ReadonlyMap<number, number>
}

/**
 * A row of each company as the trade register has it, and rows of other registers: names written otherwise, numbers left out, and three
 * in ten at another address, of which the vault knows some from earlier deliveries or from who runs the company.
 */
export function writeCompanies(companies: readonly DemoCompany[], { houses, officers, homeOf }: Surroundings, random: Random, moves: Random): CompanyTownRow[] {
  const runBy = Map.groupBy(officers.filter(({ office }) => running.has(office)), ({ kvk }) => kvk)
  return companies.flatMap((company, truth): CompanyTownRow[] => {
    const [main] = company.establishments
    const addressId = main?.address.bag ?? null
    const homes = new Set((runBy.get(company.kvk) ?? []).flatMap((officer) => homeOf.get(officer.truth) ?? []))
    if (addressId !== null) homes.delete(addressId)
    const former = moves.chance(MOVED) ? moves.pick(houses) : null
    const formerly = former !== null && moves.chance(MOVE_KNOWN) ? [former] : []
    const written: CompanyTownRow = { kvk: company.kvk, branchNumber: main?.branchNumber ?? null, name: company.name, tradeName: main?.tradeName ?? '', legalForm: company.legalForm, sbi: company.branch.sbi2008, addressId, formerly, homes: [...homes], truth }
    const elsewhere = weighted([...(former === null ? [] : [[() => former, ELSEWHERE.former] as const]), ...(homes.size === 0 ? [] : [[() => moves.pick([...homes]), ELSEWHERE.home] as const]), [() => moves.pick(houses), ELSEWHERE.other]])
    return [written, ...Array.from({ length: extraCompanyRows(random) }, () => writeCompany(written, elsewhere(moves)(), random))]
  })
}

/** How another register writes a company's name, by chance below which. */
const companyForms: readonly (readonly [number, (known: CompanyTownRow, random: Random) => string])[] = [
  [0.1, ({ name }) => name.toUpperCase()],
  [0.2, ({ name }) => name.replace('B.V.', 'BV').replace('V.O.F.', 'vof')],
  [0.26, ({ name }, random) => mistype(name, random)],
  [0.32, ({ tradeName }) => tradeName],
  [0.4, ({ name }) => name.replace(' ', '-')],
  [0.46, ({ name }) => name.replace(' ', '')],
  [0.5, ({ name }) => name.replace(/bedrijf\b/, 'bedr.').replace('Gebroeders', 'Gebr.').replace('Holding', 'Hold.')],
]

function writeCompany(known: CompanyTownRow, elsewhere: number, random: Random): CompanyTownRow {
  const how = random.next()
  const name = companyForms.find(([below]) => how < below)?.[1](known, random) ?? known.name
  return {
    kvk: random.chance(0.85) ? known.kvk : null, branchNumber: random.chance(0.3) ? known.branchNumber : null,
    name, tradeName: random.chance(0.5) ? known.tradeName : '', legalForm: random.chance(0.7) ? known.legalForm : '', sbi: random.chance(0.6) ? known.sbi : '',
    addressId: random.chance(AT_ITS_ADDRESS) ? known.addressId : elsewhere, formerly: [], homes: [], truth: known.truth,
  }
}
