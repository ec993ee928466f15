import type { Reader, Writer } from '../store/database.ts'
import { addEntityRecord, sizeOfEntity } from '../store/entities.ts'
import { companyMentionsAfter, findCompanyOfKvk, isOnlyHeld, mentionPlaces, registerGives, saveCompanyId, type CompanyMention, type MentionPlace } from '../store/entitiesCompany.ts'
import type { CompaniesDone } from './companiesDone.ts'
import type { Joined } from './joinPersons.ts'
import { largeRemark } from './remarks.ts'

/** A new row that names a company by the number of one that is there. */
interface NewMention {
  place: MentionPlace
  id: number
  companyId: number
}

/**
 * Gives rows that came since the last run the company they name, as long as they say nothing new of companies: an office held in one
 * that is known, an inspection, an owner whose name and place the register gives. Null when one may join companies otherwise than they
 * are: then all of them have to be joined anew. It ends where that would.
 */
export function joinMentions(writer: Writer, { joined, lastRecord }: CompaniesDone): Joined | null {
  const places = mentionPlaces.map((place) => ({ place, mentions: companyMentionsAfter(writer, place, lastRecord) }))
  const known = companyFinder(writer)
  const found: NewMention[] = []
  for (const { place, mentions } of places) {
    for (const mention of mentions) {
      const companyId = mention.kvk === null ? undefined : known(mention.kvk)
      if (saysNew(writer, place, mention, companyId)) return null
      if (companyId !== undefined) found.push({ place, id: mention.id, companyId })
    }
  }
  const ofOfficers = new Set(places.flatMap(({ place, mentions }) => (place === 'officer' ? mentions.map(({ id }) => id) : [])))
  const sizes = addHeld(writer, found.filter(({ place, id }) => place === 'office' && !ofOfficers.has(id)), joined.sizes)
  for (const { place, id, companyId } of found) saveCompanyId(writer, place)(id, companyId)
  const large = new Set(largeRemark('company', joined.sizes))
  return { ...joined, sizes, remarks: [...joined.remarks.filter((remark) => !large.has(remark)), ...largeRemark('company', sizes)] }
}

/** Whether a row makes a company known, or tells of a known one what the register does not. */
function saysNew(reader: Reader, place: MentionPlace, mention: CompanyMention, companyId: number | undefined): boolean {
  if (place === 'inspection' || place === 'measure' || place === 'signal') return false
  // beside who runs a company its name is looked at before (companiesBeside.ts); beside anybody else it makes none known
  if (mention.kvk === null && mention.isBeside === 1) return false
  if (companyId === undefined) return true
  if (place === 'office') return false
  // by the number of an officer others of that name in the same company may become known
  return (place === 'officer' && mention.name !== '') || !registerGives(reader, companyId, mention)
}

function companyFinder(reader: Reader): (kvk: number) => number | undefined {
  const known = new Map<number, number | undefined>()
  return (kvk) => {
    if (!known.has(kvk)) known.set(kvk, findCompanyOfKvk(reader, kvk))
    return known.get(kvk)
  }
}

/** Offices are rows of a company that is known by nothing else. Returns how many companies then consist of how many rows. */
function addHeld(writer: Writer, held: readonly NewMention[], sizes: ReadonlyMap<number, number>): Map<number, number> {
  const now = new Map(sizes)
  const add = (size: number, companies: number): void => void now.set(size, (now.get(size) ?? 0) + companies)
  const addRecord = addEntityRecord(writer, 'company')
  for (const [companyId, rows] of Map.groupBy(held, (one) => one.companyId)) {
    if (!isOnlyHeld(writer, companyId)) continue
    const before = sizeOfEntity(writer, 'company', companyId)
    add(before, -1)
    add(before + rows.length, 1)
    for (const { id } of rows) addRecord({ entityId: companyId, recordId: id, basis: 'kvk' })
  }
  return new Map([...now].filter(([, companies]) => companies > 0))
}
