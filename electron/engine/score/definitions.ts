import { createHash } from 'node:crypto'
import { Blocklist, Indicator, IndicatorSet, PeerGroups, RiskBranches, type IndicatorBook } from '#shared/model/indicator.ts'
import { listResources, readResource } from '../resources.ts'
import { measures } from '../store/measures.ts'
import { requireAllowed } from './blocklist.ts'

let known: IndicatorBook | null = null

/** The definitions of the application, checked once: each parses, its measure exists, and it reads nothing that is forbidden. */
export function definitions(): IndicatorBook {
  known ??= load()
  return known
}

function load(): IndicatorBook {
  const set = readResource(IndicatorSet, 'indicators', 'rules', 'set.json')
  const blocklist = readResource(Blocklist, 'indicators', 'rules', 'blocklist.json')
  const indicators = listResources('indicators').map((file) => readResource(Indicator, 'indicators', file))
  for (const indicator of indicators) {
    if (!isMeasure(indicator.measure)) throw new Error(`indicator ${indicator.id}: no measure ${indicator.measure}`)
    requireAllowed(indicator, measures[indicator.measure], blocklist)
  }
  const peers = readResource(PeerGroups, 'areas', 'peer-groups.json')
  const riskBranches = readResource(RiskBranches, 'branches', 'risk-branches.json')
  const book = { set, indicators, blocklist, peers, riskBranches }
  return { ...book, hash: hashOf(book) }
}

/** Hash over everything that decides on a number. */
export function hashOf({ set, indicators, peers, riskBranches }: Omit<IndicatorBook, 'hash'>): string {
  return createHash('sha256').update(JSON.stringify({ set, indicators, peers, riskBranches })).digest('hex')
}

/** Narrows the name an indicator gives to the measures there are. */
export function isMeasure(name: string): name is keyof typeof measures {
  return Object.hasOwn(measures, name)
}
