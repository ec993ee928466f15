import type { Writer } from '../../store/database.ts'
import { homesOf, nextEntityNumber, recordsOfEntities, saveEntityHomes, saveNextEntityNumber, type EntityRecord } from '../../store/entities.ts'
import { branchNumbersPlaced, clearBranchesOf, keysOfCompanies } from '../../store/entitiesCompany.ts'
import type { CompanyGroup } from '../companyGroups.ts'
import { numberEntities } from '../entityNumbers.ts'
import type { Joined } from '../joinPersons.ts'
import { placeBranches } from '../placeBranches.ts'
import { largeRemark } from '../remarks.ts'
import { companyRecords, companySizes, saveCompanies, type NumberedCompanies } from '../saveCompanies.ts'
import type { GatheredUnits } from './gatherUnits.ts'

/** What stands of companies that were joined anew. */
interface Stood extends Pick<GatheredUnits, 'named'> {
  companies: readonly number[]
  /** of all companies */
  joined: Joined
  /** called now and then; may throw to stop */
  beat(): void
}

/** Numbers companies that were joined anew, and writes those that consist of other rows than before. */
export function saveRejoined(writer: Writer, groups: readonly CompanyGroup[], { companies, named, joined, beat }: Stood): Pick<Joined, 'sizes' | 'remarks'> & { touched: ReadonlySet<number> } {
  const numbers = numbered(writer, groups, companies)
  const before = recordsOfEntities(writer, 'company', companies)
  const touched = differing(before, companyRecords({ groups, numbers }))
  if (touched.size > 0) {
    const changed = groups.map((group, i) => ({ group, id: numbers[i] ?? 0 })).filter(({ id }) => touched.has(id))
    const now: NumberedCompanies = { groups: changed.map(({ group }) => group), numbers: Float64Array.from(changed, ({ id }) => id) }
    const records = new Set(now.groups.flatMap((group) => group.records))
    const mentions = new Map([...named].map(([place, own]) => [place, own.filter(({ id }) => records.has(id))]))
    clearBranchesOf(writer, [...touched])
    saveCompanies(writer, now, { ids: companies.filter((id) => touched.has(id)), records: before.filter(({ entityId }) => touched.has(entityId)), mentions }, beat)
    placeBranchesOf(writer, now, beat)
  }
  const sizes = sizesNow(joined.sizes, before, groups)
  const large = new Set(largeRemark('company', joined.sizes))
  return { sizes, remarks: [...joined.remarks.filter((remark) => !large.has(remark)), ...largeRemark('company', sizes)], touched }
}

function numbered(writer: Writer, groups: readonly CompanyGroup[], companies: readonly number[]): Float64Array {
  const stood = homesOf(writer, 'company', groups.flatMap(({ records }) => records))
  const keys = keysOfCompanies(writer, [...new Set([...companies, ...stood.map(({ entityId }) => entityId)])])
  const { numbers, next, homes } = numberEntities(
    { count: groups.length, hardKey: (i) => groups[i]?.kvk?.toString() ?? null, records: (i) => groups[i]?.records ?? [] },
    new Map([...keys].flatMap(([id, kvk]): [string, number][] => (kvk === null ? [] : [[`${kvk}`, id]]))),
    new Map(stood.map(({ recordId, entityId }) => [recordId, entityId])),
    nextEntityNumber(writer, 'company'),
  )
  saveNextEntityNumber(writer, 'company', next)
  saveEntityHomes(writer, 'company', homes)
  return numbers
}

/** Companies of which rows came or went. */
function differing(before: readonly EntityRecord[], now: readonly EntityRecord[]): Set<number> {
  const spelled = ({ entityId, recordId, basis }: EntityRecord): string => `${entityId} ${recordId} ${basis}`
  const [stood, stands] = [new Set(before.map(spelled)), new Set(now.map(spelled))]
  const other = [...before.filter((one) => !stands.has(spelled(one))), ...now.filter((one) => !stood.has(spelled(one)))]
  return new Set(other.map(({ entityId }) => entityId))
}

function placeBranchesOf(writer: Writer, { groups, numbers }: NumberedCompanies, beat: () => void): void {
  const joined = groups.flatMap((group, i) => group.rows.map(({ row }) => ({ row, companyId: numbers[i] ?? 0 })))
  const given = new Set(joined.flatMap(({ row }) => row.branchNumber ?? []))
  placeBranches(writer, joined, new Set(branchNumbersPlaced(writer, [...given])), beat)
}

function sizesNow(known: Joined['sizes'], before: readonly EntityRecord[], groups: readonly CompanyGroup[]): Map<number, number> {
  const sizes = new Map(known)
  const add = (size: number, companies: number): void => void sizes.set(size, (sizes.get(size) ?? 0) + companies)
  for (const rows of Map.groupBy(before, ({ entityId }) => entityId).values()) add(rows.length, -1)
  for (const [size, companies] of companySizes(groups)) add(size, companies)
  return new Map([...sizes].filter(([, companies]) => companies > 0))
}
