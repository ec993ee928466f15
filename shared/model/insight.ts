import { z } from 'zod'
import { SourceDate } from './entity.ts'
import { AttentionClass, ShownCount } from './score.ts'

/** A published number and what the application computes for it. */
export const GoldenNumber = z.object({ name: z.string(), source: z.string(), published: z.number(), computed: z.number(), digits: z.number().int(), holds: z.boolean() })
export type GoldenNumber = z.infer<typeof GoldenNumber>

/** A sheet for accountability, generated from what is really set up: Markdown. */
export const GovernanceSheet = z.object({ id: z.enum(['indicatorenboek', 'algoritmeregister', 'dpia-iama', 'methode']), title: z.string(), markdown: z.string() })
export type GovernanceSheet = z.infer<typeof GovernanceSheet>

/**
 * An area that stands out in one of three ways:
 * - `hotspot`: it and its neighbours have high shrunk rates together (Gi*, false discovery rate at most 5 %)
 * - `vrijplaats`: not one inspection in 24 months where at least three were to be expected
 * - `gelegenheid`: at least two circumstances that give occasion lie more than one step above those of its peers
 */
export const AreaPattern = z.object({
  kind: z.enum(['hotspot', 'vrijplaats', 'gelegenheid']),
  code: z.string(),
  name: z.string(),
  /** codes of the areas it is a part of: its wijk, and those of one's own */
  within: z.array(z.string()),
  /** Gi*, expected inspections, or the number of circumstances */
  strength: z.number(),
  /** false discovery rate; null where nothing was tested */
  falseDiscovery: z.number().nullable(),
  why: z.string(),
})
export type AreaPattern = z.infer<typeof AreaPattern>

/** How strongly a branch is concentrated in an area: location quotient with the shrunk estimate and its 95 % interval. */
export const Concentration = z.object({
  code: z.string(),
  name: z.string(),
  observed: ShownCount,
  expected: z.number(),
  quotient: z.number(),
  lower: z.number(),
  upper: z.number(),
  /** chance that the true quotient is above 1 */
  probability: z.number(),
})
export type Concentration = z.infer<typeof Concentration>

/** What a score would be if something were otherwise, all else staying as it is. */
export const Counterfactual = z.object({
  class: AttentionClass,
  /** counted again without the deliveries of one supplier; `events` fewer, below zero where a series then falls apart; no score when too little is left */
  withoutSupplier: z.array(z.object({ kind: z.string(), supplier: z.string(), events: z.number().int(), score: z.number().nullable(), class: AttentionClass })),
  /** the fewest events found that must be absent for another class; null when no number is enough */
  fewest: z.object({ class: AttentionClass, events: z.number().int(), parts: z.array(z.object({ indicator: z.string(), label: z.string(), absent: z.number().int(), of: z.number().int() })) }).nullable(),
  /** reports and how many of them are independent: departments that repeat one tip count once */
  sources: z.array(z.object({ indicator: z.string(), label: z.string(), rows: z.number().int(), counted: z.number().int() })),
})
export type Counterfactual = z.infer<typeof Counterfactual>

/** Events per half year of one area or branch against the whole municipality; never drawn through a break. */
export const Trend = z.object({
  indicator: z.string(),
  label: z.string(),
  periods: z.array(z.object({ from: SourceDate, to: SourceDate, observed: z.number().int(), expected: z.number(), /** events of companies whose code is of another version of the SBI: whether they were of this branch is not known */ unplaced: z.number().int() })),
  breaks: z.array(z.object({ date: SourceDate, reason: z.string() })),
  /**
   * events count as long as they lie in the period of the indicator, and those before `halved` for half or less; null where that period is
   * shorter than a year
   */
  counting: z
    .object({
      from: SourceDate, months: z.number().int(), counted: z.number().int(), fading: z.number().int(),
      /** months; null where age does not count */
      halfLife: z.number().int().nullable(),
      halved: SourceDate.nullable(),
    })
    .nullable(),
  /** why there is no course: a state as it is now, events made of many years together, or nothing delivered that has a date */
  absence: z.enum(['state', 'together', 'nothing']).nullable(),
})
export type Trend = z.infer<typeof Trend>
