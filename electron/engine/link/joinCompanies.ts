import type { Writer } from '../store/database.ts'
import { emptyTable } from '../store/emptyTable.ts'
import { entityHomes, nextEntityNumber, saveEntityHomes, saveNextEntityNumber } from '../store/entities.ts'
import { companyKeys, listCompanyMentions, listCompanyRows, mentionPlaces } from '../store/entitiesCompany.ts'
import { allPairs } from '../store/linkPairs.ts'
import { keepCompanies } from './companyAddition/companiesKept.ts'
import { rejoinTold } from './companyAddition/rejoinTold.ts'
import { founding, groupCompanies, takeCompaniesApart } from './companyGroups.ts'
import { companyFillers } from './companyKeys.ts'
import { companyRemarks } from './companyRemarks.ts'
import { companiesBeside, companiesBesideNow, type CompaniesBeside } from './companiesBeside.ts'
import { joinedBefore, rememberCompanies, type CompaniesDone } from './companiesDone.ts'
import { askedPlaces, toldPlaces } from './companiesTold.ts'
import { decidedRecords, pairsOf } from './decidedPairs.ts'
import { numberEntities } from './entityNumbers.ts'
import { formerHomes } from './formerCompanies.ts'
import { joinMentions } from './joinMentions.ts'
import type { Joined } from './joinPersons.ts'
import { countCompanies, evidenceOfCompanies, linkCompanies } from './linkCompanies.ts'
import type { Pace } from './pace.ts'
import { placeBranches } from './placeBranches.ts'
import { companySizes, saveCompanies } from './saveCompanies.ts'

/**
 * Joins the rows that name companies: by KVK number and the like, then by comparison (see
 * {@link groupCompanies} and {@link linkCompanies}). Two KVK numbers are never one company. Then places their establishments. Persons have
 * been joined before: where an officer is registered tells of his company.
 * @param touched persons of whom rows may have come or gone since the last run; null when of any they may, or an address may be read otherwise
 */
export function joinCompanies(writer: Writer, pace: Pace, touched: Joined['touched']): Joined {
  pace.start('Bedrijven samenvoegen')
  // in their order: what is looked up together stands together
  const persons = touched && [...touched].sort((one, other) => one - other)
  const done = joinedBefore(writer)
  const beside = done && persons ? companiesBesideNow(writer, done.beside, persons) : companiesBeside(writer, null)
  return (done && isSame(done.beside, beside) ? addTold(writer, pace, done, persons === null) : null) ?? joinAllCompanies(writer, pace, beside)
}

function isSame(before: CompaniesBeside, now: CompaniesBeside): boolean {
  return before.size === now.size && [...now].every(([row, kvk]) => before.get(row) === kvk)
}

/** Null when all companies have to be joined anew. */
function addTold(writer: Writer, pace: Pace, done: CompaniesDone, areAllTold: boolean): Joined | null {
  const joined = joinMentions(writer, done)
  return joined && rejoinTold(writer, { ...done, joined }, areAllTold, () => pace.advance(0))
}

function joinAllCompanies(writer: Writer, pace: Pace, beside: CompaniesBeside): Joined {
  const rows = listCompanyRows(writer)
  const beat = (): void => pace.advance(0)
  const mentions = new Map(mentionPlaces.map((place) => {
    beat()
    return [place, listCompanyMentions(writer, place)]
  }))
  pace.start('Bedrijven samenvoegen', rows.length)
  const fillers = companyFillers(rows)
  beat()
  const hard = groupCompanies({ rows, mentions: founding.flatMap((place) => mentions.get(place) ?? []), held: mentions.get('office') ?? [], beside }, fillers)
  beat()
  const asked = askedPlaces(hard)
  const told = toldPlaces(writer, asked)
  beat()
  const verdicts = decidedRecords(writer, 'company')
  const decided = pairsOf(verdicts)
  const units = takeCompaniesApart(hard, decided.apart)
  const evidence = evidenceOfCompanies(units, told, beat)
  const counted = countCompanies(evidence, beat)
  const linked = linkCompanies(allPairs(writer, 'company'), { units, evidence }, { ...counted, decided, beat })
  const { groups } = linked
  beat()
  const keys = companyKeys(writer)
  const known = new Map([...keys].flatMap(([id, kvk]): [string, number][] => (kvk === null ? [] : [[`${kvk}`, id]])))
  const homesBefore = entityHomes(writer, 'company')
  beat()
  const inherited = formerHomes(writer, groups, homesBefore)
  const { numbers, next, homes } = numberEntities(
    {
      count: groups.length,
      hardKey: (i) => groups[i]?.kvk?.toString() ?? null,
      records: (i) => groups[i]?.records ?? [],
    },
    known,
    new Map([...homesBefore, ...inherited.map(({ recordId, entityId }) => [recordId, entityId] as const)]),
    nextEntityNumber(writer, 'company'),
  )
  saveNextEntityNumber(writer, 'company', next)
  saveEntityHomes(writer, 'company', [...inherited, ...homes])
  emptyTable(writer, 'branch_location', beat)
  saveCompanies(writer, { groups, numbers }, { ids: keys.keys(), records: undefined, mentions }, beat)
  placeBranches(writer, groups.flatMap((group, i) => group.rows.map(({ row }) => ({ row, companyId: numbers[i] ?? 0 }))), new Set(), beat)
  pace.advance(rows.length)
  const sizes = companySizes(groups)
  const joined: Joined = { pairs: linked.counts, sizes, remarks: companyRemarks({ fillers, evidence, sizes }), touched: null }
  rememberCompanies(writer, joined, { asked, told, beside })
  keepCompanies(writer, { units, ...linked }, { ...counted, verdicts })
  return joined
}
