import type { TimelineEntry } from '#shared/contract/dossier.ts'
import { entityKey, type EntityKey } from '#shared/model/entity.ts'
import type { NetworkPicture } from '#shared/model/network.ts'
import { formatCount } from '#shared/text/format.ts'
import {
  establishmentRows, inspectionRows, measureRows, officeRows, ownershipRows, permitRows, residenceRows, signalRows,
  type EstablishmentRow, type SubjectIds,
} from '../store/caseRecords.ts'
import type { Reader } from '../store/database.ts'
import { sourceRefs } from '../store/provenance.ts'
import { caseNames, subjectIds, type CaseNames } from './caseNames.ts'
import { establishmentText, inspectionText, measureText, officeText, ownershipText, permitText, residenceText, signalText } from './recordText.ts'

/** A row of any register, ready to be dated and sourced. */
interface Event {
  category: TimelineEntry['category']
  recordId: number
  date: string | null
  until: string | null
  text: string
  about: (EntityKey | null)[]
}

export interface Timeline {
  entries: TimelineEntry[]
  remarks: string[]
}

/** An address with more other companies than this is a shared building; those companies explain nothing. */
const OTHER_COMPANIES = 25

/**
 * Everything the registers date about the subjects, oldest first: one entry per source row.
 * @param today ISO day that decides which signals still may be seen
 */
export function buildTimeline(reader: Reader, picture: NetworkPicture, today: string): Timeline {
  const { events, remarks, names } = collectEvents(reader, picture, today)
  const dated = events.flatMap(({ date, ...rest }) => (date === null ? [] : [{ ...rest, date }]))
  const sources = sourceRefs(reader, dated.map(({ recordId }) => recordId))
  const entries = dated.flatMap(({ category, date, until, text, about }, place): TimelineEntry[] => {
    const source = sources[place]
    const subjects = about.flatMap((key) => (key !== null && names.isSubject(key) ? [key] : []))
    return source ? [{ category, date, until, text, subjects: [...new Set(subjects)], source }] : []
  })
  const undated = events.length - entries.length
  if (undated > 0) remarks.push(`${formatCount(undated, 'bronregel', 'bronregels')} zonder datum ${undated === 1 ? 'staat' : 'staan'} niet in de tijdlijn.`)
  return { entries: entries.sort(byDate), remarks }
}

function byDate(a: TimelineEntry, b: TimelineEntry): number {
  return a.date < b.date ? -1 : a.date > b.date ? 1 : a.source.recordId - b.source.recordId
}

function collectEvents(reader: Reader, picture: NetworkPicture, today: string): { events: Event[]; remarks: string[]; names: CaseNames } {
  const ids = subjectIds(picture)
  const rows = readRows(reader, ids, today)
  const all = [rows.establishments, rows.ownerships, rows.permits, rows.inspections, rows.measures, rows.signals, rows.offices].flat()
  const names = caseNames(reader, picture, {
    addresses: [...all, ...rows.residences].map((row) => ('addressId' in row ? row.addressId : null)),
    companies: [...all.map((row) => row.companyId), ...rows.offices.map((row) => row.officerCompanyId)],
  })
  const { shown, remarks } = withoutCrowds(rows.establishments, names)
  const events: Event[] = [
    ...shown.map((row) => event('establishment', row.recordId, row.started, row.ended, establishmentText(row, names), [company(row.companyId), address(row.addressId)])),
    ...rows.offices.map((row) =>
      event('office', row.recordId, row.started, row.ended, officeText(row, names), [person(row.personId), company(row.companyId), company(row.officerCompanyId)]),
    ),
    ...rows.ownerships.map((row) => event('ownership', row.recordId, row.started, row.ended, ownershipText(row, names), parties(row))),
    ...rows.residences.map((row) => event('residence', row.recordId, row.started, row.ended, residenceText(row, names), [person(row.personId), address(row.addressId)])),
    ...rows.permits.map((row) => event('permit', row.recordId, row.applied ?? row.decided ?? row.started, row.ended, permitText(row, names), parties(row))),
    ...rows.inspections.map((row) => event('inspection', row.recordId, row.inspected, null, inspectionText(row, names), [address(row.addressId), company(row.companyId)])),
    ...rows.measures.map((row) => event('measure', row.recordId, row.started, row.ended, measureText(row, names), [address(row.addressId), company(row.companyId)])),
    ...rows.signals.map((row) => event('signal', row.recordId, row.started ?? row.received, row.ended, signalText(row, names), [address(row.addressId), company(row.companyId)])),
  ]
  return { events, remarks, names }
}

function readRows(reader: Reader, ids: SubjectIds, today: string) {
  return {
    establishments: establishmentRows(reader, ids),
    offices: officeRows(reader, ids),
    ownerships: ownershipRows(reader, ids),
    residences: residenceRows(reader, ids),
    permits: permitRows(reader, ids),
    inspections: inspectionRows(reader, ids),
    measures: measureRows(reader, ids),
    signals: signalRows(reader, ids, today),
  }
}

/** Leaves out the other companies of crowded addresses and says so. */
function withoutCrowds(rows: readonly EstablishmentRow[], names: CaseNames): { shown: EstablishmentRow[]; remarks: string[] } {
  const others = Map.groupBy(
    rows.filter((row) => !names.isSubject(entityKey('company', row.companyId))),
    (row) => row.addressId,
  )
  const crowded = [...others].filter(([, at]) => at.length > OTHER_COMPANIES)
  const left = new Set(crowded.flatMap(([, at]) => at))
  const remarks = crowded.map(([addressId, at]) => {
    const place = addressId === null ? 'een onbekend adres' : names.name(entityKey('address', addressId))
    return `Op ${place} staan nog ${formatCount(at.length, 'andere vestiging', 'andere vestigingen')} ingeschreven; die staan niet in de tijdlijn.`
  })
  return { shown: rows.filter((row) => !left.has(row)), remarks }
}

function event(category: Event['category'], recordId: number, date: string | null, until: string | null, text: string, about: (EntityKey | null)[]): Event {
  return { category, recordId, date, until, text, about }
}

function parties(row: { personId: number | null; companyId: number | null; addressId: number | null }): (EntityKey | null)[] {
  return [person(row.personId), company(row.companyId), address(row.addressId)]
}

function address(id: number | null): EntityKey | null {
  return id === null ? null : entityKey('address', id)
}

function company(id: number | null): EntityKey | null {
  return id === null ? null : entityKey('company', id)
}

function person(id: number | null): EntityKey | null {
  return id === null ? null : entityKey('person', id)
}
