import type { PeerGroups } from '#shared/model/indicator.ts'
import type { AreaLevel, OwnAreaLevel, ScoreLevel } from '#shared/model/score.ts'
import { scoreLevelPlural } from '#shared/text/terms.ts'
import type { Reader } from '../store/database.ts'
import { areaRows, ownAreaRows, type AreaRow } from '../store/scoreInputs.ts'
import { branchCode, branchName, sectionOf, splitBranchCode, versionLabel } from './branches.ts'
import type { PeerGroup } from './compose.ts'
import { ownAreas, type OwnArea } from './ownAreas.ts'
import type { Population } from './population.ts'

/** An area or branch with what it consists of. */
export interface Subject {
  code: string
  name: string
  parent: { code: string; name: string } | null
  /** groups it may be compared with, narrowest first; the last holds everything of its kind */
  groups: readonly PeerGroup[]
  /** addresses in use and vestigingen; a branch has no addresses */
  addresses: number
  locations: number
  /** codes of the buurten an own area consists of */
  parts?: readonly string[] | undefined
}

/** Sets of before own areas could be listed have none. */
export type Subjects = Record<Exclude<ScoreLevel, OwnAreaLevel>, Subject[]> & Partial<Record<OwnAreaLevel, Subject[] | undefined>>

/** Everything that can be scored at each level, in order of code. */
export function readSubjects(reader: Reader, peers: PeerGroups, population: Population): Subjects {
  const { businessPark, opsArea, ...areas } = areaSubjects(reader, peers, population)
  // in the order in which a set keeps them
  return { ...areas, ...branchSubjects(population), businessPark, opsArea }
}

/** What a row of `area` counts for: a buurt for its own code, that of its wijk, and those of the own areas it is a part of. */
export interface CodesOfArea {
  buurt: string | null
  wijk: string | null
  own: readonly Pick<OwnArea, 'level' | 'code'>[]
}
export type AreaCodes = ReadonlyMap<number, CodesOfArea>

export function areaCodes(reader: Reader): AreaCodes {
  return codesOf(areaRows(reader), readOwnAreas(reader))
}

function codesOf(rows: readonly AreaRow[], listed: readonly OwnArea[]): AreaCodes {
  const own = Map.groupBy(listed.flatMap(({ level, code, parts }) => parts.map((part) => ({ part, level, code }))), ({ part }) => part)
  return new Map(rows.map((row) => {
    const buurt = row.level === 'buurt' ? row.code : null
    return [row.id, { buurt, wijk: wijkOf(row), own: buurt === null ? [] : (own.get(buurt) ?? []) }]
  }))
}

/** Own areas with the buurten they consist of, as listed and outlined now. */
export function readOwnAreas(reader: Reader): OwnArea[] {
  const buurten = areaRows(reader).filter(({ level }) => level === 'buurt')
  return ownAreas(ownAreaRows(reader), new Map(buurten.map((row) => [row.code, { wijk: wijkOf(row) }])))
}

/** CBS builds the code of a buurt from that of its wijk: BU00340704 lies in WK003407. */
function wijkOf({ level, code, parentCode }: AreaRow): string | null {
  if (level === 'wijk') return code
  return level === 'buurt' ? (parentCode ?? `WK${code.slice(2, 8)}`) : null
}

function areaSubjects(reader: Reader, peers: PeerGroups, { premises, locations }: Population): Record<AreaLevel, Subject[]> {
  const rows = areaRows(reader)
  const listed = readOwnAreas(reader)
  const codes = codesOf(rows, listed)
  const counts = {
    addresses: new Map([...premises].map(([area, [, addresses]]) => [area, addresses])),
    dwellings: new Map([...premises].map(([area, [dwellings]]) => [area, dwellings])),
    locations: new Map([...locations.areas].map(([area, [, n]]) => [area, n])),
  }
  const names = new Map(rows.map(({ code, name }) => [code, name]))
  const level = (which: 'buurt' | 'wijk', plural: string): Subject[] => {
    const areas = rows.filter((row) => row.level === which)
    const sum = (of: keyof typeof counts) => sumByCode(counts[of], (id) => codes.get(id)?.[which] ?? null)
    const [addresses, dwellings, vestigingen] = [sum('addresses'), sum('dwellings'), sum('locations')]
    const density = meanDensity(areas, addresses)
    return areas.map((row) => {
      const of = (map: ReadonlyMap<string, number>) => map.get(row.code) ?? 0
      const wijk = which === 'buurt' ? wijkOf(row) : null
      const shape = { addresses: of(addresses), dwellings: of(dwellings), relativeDensity: of(addresses) / (squareMetres(row) * density) }
      return {
        code: row.code,
        name: row.name,
        parent: wijk === null ? null : { code: wijk, name: names.get(wijk) ?? wijk },
        groups: [peerGroupOf(shape, peers), { key: 'all', label: `alle ${plural}` }],
        addresses: shape.addresses,
        locations: of(vestigingen),
      }
    })
  }
  const own = (which: OwnAreaLevel) => {
    const sum = (of: keyof typeof counts) => sumByCode(counts[of], (id) => codes.get(id)?.buurt ?? null)
    return ownSubjects(listed.filter((one) => one.level === which), which, sum('addresses'), sum('locations'))
  }
  return { buurt: level('buurt', 'buurten'), wijk: level('wijk', 'wijken'), businessPark: own('businessPark'), opsArea: own('opsArea') }
}

/** Own areas are compared among themselves only, whatever they look like. */
function ownSubjects(areas: readonly OwnArea[], level: OwnAreaLevel, addresses: ReadonlyMap<string, number>, locations: ReadonlyMap<string, number>): Subject[] {
  const total = (parts: readonly string[], counts: ReadonlyMap<string, number>) => parts.reduce((sum, part) => sum + (counts.get(part) ?? 0), 0)
  const groups = [{ key: 'all', label: `alle ${scoreLevelPlural[level]}` }]
  return areas.map(({ code, name, parts }) => ({ code, name, parent: null, groups, addresses: total(parts, addresses), locations: total(parts, locations), parts }))
}

function sumByCode(counts: ReadonlyMap<number, number>, codeOf: (id: number) => string | null): Map<string, number> {
  const sums = new Map<string, number>()
  for (const [id, n] of counts) {
    const code = codeOf(id)
    if (code !== null) sums.set(code, (sums.get(code) ?? 0) + n)
  }
  return sums
}

/** Addresses per square metre over all areas together. */
function meanDensity(areas: readonly AreaRow[], addresses: ReadonlyMap<string, number>): number {
  const total = areas.reduce((sum, { code }) => sum + (addresses.get(code) ?? 0), 0)
  return total / areas.reduce((sum, row) => sum + squareMetres(row), 0)
}

/** By the shoelace formula; holes wind the other way and subtract themselves. */
function squareMetres(row: AreaRow): number {
  const rings: number[][] = JSON.parse(row.rings)
  return Math.abs(rings.reduce((sum, ring) => sum + signedArea(ring), 0))
}

function signedArea(ring: readonly number[]): number {
  let twice = 0
  for (let i = 0; i < ring.length; i += 2) {
    const j = (i + 2) % ring.length
    twice += (ring[i] ?? 0) * (ring[j + 1] ?? 0) - (ring[j] ?? 0) * (ring[i + 1] ?? 0)
  }
  return twice / 2
}

/** The first group of which the area meets every condition. */
export function peerGroupOf(shape: { addresses: number; dwellings: number; relativeDensity: number }, peers: PeerGroups): PeerGroup {
  const dwellingShare = shape.addresses === 0 ? 1 : shape.dwellings / shape.addresses
  const found = peers.groups.find(
    (group) =>
      (group.addressesBelow === undefined || shape.addresses < group.addressesBelow) &&
      (group.dwellingShareBelow === undefined || dwellingShare < group.dwellingShareBelow) &&
      (group.relativeDensityFrom === undefined || shape.relativeDensity >= group.relativeDensityFrom) &&
      (group.relativeDensityBelow === undefined || shape.relativeDensity < group.relativeDensityBelow),
  )
  if (!found) throw new Error('resources/areas/peer-groups.json: the last group must take every area')
  return { key: found.id, label: found.label }
}

/** Branches that have at least one vestiging. Versions of the SBI are never compared with each other. */
function branchSubjects({ locations: counted }: Population): Pick<Subjects, 'division' | 'group'> {
  const counts = [...counted.branches].map(([code, [, n]]) => ({ ...splitBranchCode(code), n })).filter(({ start }) => /^\d{2,}/.test(start))
  const level = (digits: 2 | 3, plural: string): Subject[] => {
    const locations = new Map<string, number>()
    for (const { version, start, n } of counts.filter((one) => one.start.length >= digits)) {
      const code = branchCode(version, start.slice(0, digits))
      locations.set(code, (locations.get(code) ?? 0) + n)
    }
    return [...locations.keys()].toSorted().map((code) => branchSubject(code, plural, locations.get(code) ?? 0))
  }
  return { division: level(2, 'afdelingen'), group: level(3, 'groepen') }
}

function branchSubject(code: string, plural: string, locations: number): Subject {
  const [version = '', start = ''] = code.split(':')
  const division = { code: branchCode(version, start.slice(0, 2)), name: branchName(version, start.slice(0, 2)) }
  const section = sectionOf(version, start)
  const everything = { key: `version ${version}`, label: `alle ${plural} van ${versionLabel(version)}` }
  const inSection = section ? [{ key: section.code, label: `sectie ${section.code.slice(-1)} ${section.name}` }] : []
  const inDivision = start.length > 2 ? [{ key: division.code, label: `afdeling ${start.slice(0, 2)} ${division.name}` }] : []
  return {
    code,
    name: branchName(version, start),
    parent: start.length > 2 ? division : section,
    groups: [...inDivision, ...inSection, everything],
    addresses: 0,
    locations,
  }
}
