import { createHash } from 'node:crypto'
import type { Indicator, IndicatorSet } from '#shared/model/indicator.ts'
import { assemble } from './assemble.ts'
import type { Counted, Unit } from './compose.ts'
import { alone } from './hands.ts'
import { roundedCount } from './show.ts'

let known: string | null = null

/**
 * Version of the formulas: a hash over what they make of a fixed example. Nobody sets it and nobody can forget to: a formula that makes
 * other numbers makes another version. Worked out when it is first asked for, not before: a thread that begins
 * with this small example scores slower ever after.
 */
export function formulas(): string {
  known ??= createHash('sha256').update(JSON.stringify([exampleOutcome(), exampleRounding()])).digest('hex').slice(0, 12)
  return known
}

const SET: IndicatorSet = {
  version: 1, since: '2026-01-01', owner: '', motive: '', seed: 1, draws: 200, weightSpread: 0.25, minimumExposure: 10, minimumPeers: 8, minimumCompleteness: 0.6,
  distance: 1, certainty: 0.8, baseRate: { prevalence: 0.005, sensitivity: 0.9, specificity: 0.95, source: '' }, leftOut: [],
}

/**
 * Twenty units in two groups, one of them too small: events that differ, events that do not, one where less is worse, and context; three
 * units without peers; eight in which next to nothing happened, so that scores lie beyond their draws; and events that count for less with age.
 */
function exampleOutcome(): unknown {
  const everything = { key: 'all', label: 'all' }
  const units: Unit[] = Array.from({ length: 20 }, (_, i) => ({
    code: `U${i}`, name: `unit ${i % 7}`, parent: null, groups: [{ key: `g${i % 5 === 0 ? 1 : 2}`, label: 'group' }, everything], exposure: 40 + ((i * 37) % 200),
  }))
  const count = (id: string, weight: number, events: (i: number) => number, direction: Indicator['direction'] = 'more'): Counted => ({
    indicator: indicator(id, weight, direction),
    counts: new Map(units.map(({ code, exposure }, i) => [code, { count: events(i), exposure: id === 'b' ? Math.floor(exposure / 4) : exposure }])),
    unavailable: null,
    silent: id === 'b' ? { share: 0.5, reason: '' } : null,
  })
  const counted = [count('a', 50, (i) => (i * i) % 23), count('b', 30, (i) => (i % 3 === 0 ? 1 : 0)), count('c', 20, (i) => (i === 4 ? 30 : 5), 'less')]
  const outcomeOf = (level: 'buurt' | 'opsArea', of: readonly Unit[], measured: readonly Counted[]) =>
    assemble({ view: 'exact', level, phenomenon: 'hennep', units: of, counted: measured, context: [count('d', 0, (i) => i)] }, SET, alone(() => undefined))
  const beside = counted.map((one) => ({ ...one, whole: [...one.counts.values()] }))
  const rare = ['e', 'f', 'g'].map((id, k) => count(id, 10, (i) => (i === k ? 4 + k : 0)))
  return [outcomeOf('buurt', units, counted), outcomeOf('opsArea', units.slice(0, 3), beside), outcomeOf('buurt', units.slice(0, 8), rare), outcomeOf('buurt', units, counted.map(halved))]
}

/** The first two as they are where events count for half after a year, on two years. */
function halved(counted: Counted, i: number): Counted {
  if (i === 2) return counted
  const upTo = (step: number) => new Map([...counted.counts].map(([code, { count, exposure }]) => [code, { count: Math.floor((count * step) / 5), exposure: (exposure * step) / 4 }]))
  return { ...counted, indicator: { ...counted.indicator, parameters: { months: 24 }, halfLife: 12 }, newer: [1, 2, 3].map(upTo) }
}

function indicator(id: string, weight: number, direction: Indicator['direction']): Indicator {
  return {
    id, version: 1, catalogue: 'X1', label: id, phenomena: ['hennep'], subject: 'area', role: weight === 0 ? 'context' : 'score', measure: '', parameters: {}, requires: ['x'],
    attributes: ['x.x'], weight, direction, numerator: '', denominator: '', unit: 'units', per: 100, sentence: '', motive: '', pitfalls: '', source: '', owner: '', since: '2026-01-01',
  }
}

function exampleRounding(): unknown {
  return Array.from({ length: 30 }, (_, count) => roundedCount(count, `cell ${count}`, '00'.repeat(32)))
}
