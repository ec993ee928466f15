import type { AreaPattern, Concentration } from '#shared/model/insight.ts'
import { Phenomenon } from '#shared/model/score.ts'
import { formatNumber } from '#shared/text/format.ts'
import type { CallContext } from '../context.ts'
import { countBranchByArea, countByArea } from '../store/counting.ts'
import type { Reader } from '../store/database.ts'
import { areaRows, type AreaRow } from '../store/scoreInputs.ts'
import { highParts, partRows, scoresOf, type PartRow } from '../store/scores.ts'
import { splitBranchCode } from './branches.ts'
import { requireSet } from './current.ts'
import { monthsBefore } from './days.ts'
import { shownTotal, takenFor } from './show.ts'
import { falseDiscoveryRates } from './statistics/falseDiscovery.ts'
import { normalAbove } from './statistics/gammaFunction.ts'
import { exceedance, marshallPrior, posteriorInterval, posteriorRate } from './statistics/shrinkage.ts'
import { binaryWeights, localGiStar } from './statistics/spatial.ts'
import { areaCodes } from './units.ts'
import { currentDefinitions } from './weights.ts'

const FALSE_DISCOVERY = 0.05
/** Below so many expected inspections none at all says nothing: e⁻³ is 5 %. */
const LEAST_EXPECTED = 3
const INSPECTION_MONTHS = 24
const INSPECTIONS = 'controledichtheid-gebied'
/** Circumstances that give occasion, by their number in the catalogue. */
const OCCASIONS = ['H6', 'H7', 'W1', 'W4']

/**
 * Areas that stand out beyond their score: hotspots, vrijplaatsen and gelegenheidsstructuren. Told outside a case, so from counts as
 * they are shown there; that an area has no inspection at all is shown there too.
 * @throws ProblemError `no-scores`
 */
export function areaPatterns({ store, report, checkCancelled }: Asked, phenomenon: Phenomenon): AreaPattern[] {
  const set = requireSet(store)
  const step = <T>(done: number, find: () => T): T => {
    checkCancelled()
    report({ step: 'Gebieden naast elkaar leggen', done, total: 3 })
    return find()
  }
  const parts = partRows(store, set.id, { view: 'rounded', level: 'buurt', phenomenon })
  const names = new Map(scoresOf(store, set.id, { view: 'rounded', level: 'buurt', phenomenon }).map(({ code, name }) => [code, name]))
  const found = [...step(0, () => hotspots(store, parts)), ...step(1, () => freeports(store, parts, set.referenceDate)), ...step(2, () => occasions(store, set.id))]
  const within = new Map([...areaCodes(store).values()].map(({ buurt, wijk, own }) => [buurt, [...(wijk === null ? [] : [wijk]), ...own.map(({ code }) => code)]]))
  return found.map((one) => ({ ...one, name: names.get(one.code) ?? one.code, within: within.get(one.code) ?? [] }))
}

type Asked = Pick<CallContext, 'store' | 'report' | 'checkCancelled'>
type Found = Omit<AreaPattern, 'name' | 'within'>

/** On shrunk rates of the indicator that weighs most: raw ones would make a hot spot of one event. */
function hotspots(reader: Reader, parts: readonly PartRow[]): Found[] {
  const heaviest = Map.groupBy(parts.filter(({ weight }) => weight > 0), ({ indicator }) => indicator)
  const [first] = [...heaviest.values()].toSorted((a, b) => b.length - a.length || (b[0]?.weight ?? 0) - (a[0]?.weight ?? 0))
  if (!first || first.length < 3) return []
  const label = currentDefinitions(reader).indicators.find(({ id }) => id === first[0]?.indicator)?.label ?? ''
  const values = first.map(({ shrunkRate }) => shrunkRate)
  if (values.every((value) => value === values[0])) return []
  const lists = neighbourLists(areaRows(reader), first.map(({ code }) => code))
  const strengths = localGiStar(values, binaryWeights(lists))
  const rates = falseDiscoveryRates(strengths.map((z) => normalAbove(z)))
  return first.flatMap(({ code }, i) => {
    const [strength = 0, falseDiscovery = 1] = [strengths[i], rates[i]]
    if (falseDiscovery > FALSE_DISCOVERY) return []
    return [{ kind: 'hotspot' as const, code, strength, falseDiscovery, why: `${label}: deze buurt en haar buren liggen samen hoog.` }]
  })
}

/** Buurten that share an edge of their outlines. */
function neighbourLists(rows: readonly AreaRow[], codes: readonly string[]): number[][] {
  const at = new Map(codes.map((code, i) => [code, i]))
  const owners = new Map<string, number[]>()
  for (const { code, rings } of rows) {
    const index = at.get(code)
    if (index === undefined) continue
    for (const edge of edgesOf(JSON.parse(rings))) owners.set(edge, [...(owners.get(edge) ?? []), index])
  }
  const lists = codes.map(() => new Set<number>())
  for (const [one, other] of owners.values()) {
    if (one === undefined || other === undefined || one === other) continue
    lists[one]?.add(other)
    lists[other]?.add(one)
  }
  return lists.map((list) => [...list])
}

function edgesOf(rings: readonly (readonly number[])[]): string[] {
  return rings.flatMap((ring) => {
    const corners = Array.from({ length: ring.length / 2 }, (_, i) => `${ring[2 * i]},${ring[2 * i + 1]}`)
    return corners.flatMap((corner, i) => {
      const next = corners[(i + 1) % corners.length] ?? corner
      return corner === next ? [] : [corner < next ? `${corner}|${next}` : `${next}|${corner}`]
    })
  })
}

/** Not one inspection where, at the density of the municipality, several were to be expected. */
function freeports(reader: Reader, parts: readonly PartRow[], day: string): Found[] {
  const exposures = parts.filter(({ indicator }) => indicator === INSPECTIONS)
  const codes = areaCodes(reader)
  const counted = countByArea(reader, 'inspections', 'events', { first: monthsBefore(day, INSPECTION_MONTHS), day })
  const counts = new Map([...counted].map(([id, n]) => [codes.get(id)?.buurt ?? '', n]))
  const inspections = takenFor(shownTotal([exposures.reduce((sum, { code }) => sum + (counts.get(code) ?? 0), 0)]))
  const all = exposures.reduce((sum, { exposure }) => sum + exposure, 0)
  // those that were inspected are tests too, with a chance of 1
  const expectations = exposures.map(({ code, exposure }) => (counts.has(code) ? 0 : (inspections * exposure) / Math.max(1, all)))
  const rates = falseDiscoveryRates(expectations.map((expected) => Math.exp(-expected)))
  return exposures.flatMap(({ code }, i) => {
    const [expected = 0, falseDiscovery = 1] = [expectations[i], rates[i]]
    if (expected < LEAST_EXPECTED || falseDiscovery > FALSE_DISCOVERY) return []
    return [{ kind: 'vrijplaats' as const, code, strength: expected, falseDiscovery, why: `Geen enkele controle in ${INSPECTION_MONTHS} maanden; bij de dichtheid van de gemeente zouden het er ${formatNumber(expected, 1)} zijn.` }]
  })
}

function occasions(reader: Reader, setId: number): Found[] {
  const indicators = currentDefinitions(reader).indicators.filter(({ subject, catalogue }) => subject === 'area' && OCCASIONS.includes(catalogue))
  const labels = new Map(indicators.map(({ id, label }) => [id, label]))
  const high = new Map<string, Set<string>>()
  const asked = { indicators: [...labels.keys()], above: 1 }
  for (const { code, indicator } of Phenomenon.options.flatMap((phenomenon) => highParts(reader, setId, { view: 'rounded', level: 'buurt', phenomenon }, asked))) {
    high.set(code, (high.get(code) ?? new Set()).add(labels.get(indicator) ?? indicator))
  }
  return [...high].filter(([, found]) => found.size > 1).map(([code, found]) => ({
    kind: 'gelegenheid', code, strength: found.size, falseDiscovery: null, why: `Hoger dan vergelijkbare buurten: ${[...found].join(', ')}.`,
  }))
}

/**
 * Where a branch is concentrated: its share of the vestigingen of an area against its share of the municipality, shrunk as any
 * rate is. Within one version of the SBI: vestigingen of the other are no part of either share.
 * @throws ProblemError `no-scores`
 */
export function concentrations({ store, report }: Asked, { branch, level }: { branch: string; level: 'buurt' | 'wijk' }): Concentration[] {
  report({ step: 'Vestigingen per gebied tellen', done: 0, total: null })
  const { referenceDate } = requireSet(store)
  const { version, start } = splitBranchCode(branch)
  const codes = areaCodes(store)
  const names = new Map(areaRows(store).map(({ code, name }) => [code, name]))
  const sums = new Map<string, { own: number; all: number }>()
  for (const { area, own, all } of countBranchByArea(store, referenceDate, version, start)) {
    const code = codes.get(area)?.[level]
    if (!code) continue
    const known = sums.get(code) ?? { own: 0, all: 0 }
    sums.set(code, { own: known.own + own, all: known.all + all })
  }
  const share = total(sums, 'own') / Math.max(1, total(sums, 'all'))
  const least = currentDefinitions(store).set.minimumExposure
  const areas = [...sums].filter(([, { all }]) => all >= least).map(([code, { own, all }]) => ({ code, count: own, exposure: all * share }))
  if (share === 0) return []
  const prior = marshallPrior(areas)
  return areas
    .map(({ code, ...one }) => {
      const posterior = posteriorRate(one, prior)
      return { code, name: names.get(code) ?? code, observed: one.count, expected: one.exposure, quotient: posterior.mean, ...posteriorInterval(posterior), probability: exceedance(posterior, 1) }
    })
    .toSorted((a, b) => b.quotient - a.quotient || (a.code < b.code ? -1 : 1))
}

function total(sums: ReadonlyMap<string, { own: number; all: number }>, side: 'own' | 'all'): number {
  return [...sums.values()].reduce((sum, one) => sum + one[side], 0)
}
