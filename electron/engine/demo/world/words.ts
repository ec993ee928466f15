import { z } from 'zod'
import { readResource } from '../../resources.ts'

/** Where a company of a branch has its establishment. */
export const Place = z.enum(['woning', 'winkel', 'kantoor', 'industrie'])
export type Place = z.infer<typeof Place>

const Branch = z.object({
  sbi2008: z.string(),
  sbi2025: z.string(),
  label: z.string(),
  weight: z.number(),
  place: Place,
  words: z.array(z.string()),
  /** the phenomenon the demo plants in this branch, or empty */
  risk: z.string(),
})
export type Branch = z.infer<typeof Branch>

const SignalKind = z.object({
  department: z.string(),
  /** which delivery it comes in */
  file: z.string(),
  kind: z.string(),
  phenomenon: z.string(),
  weight: z.number(),
  contact: z.string(),
  texts: z.array(z.string()).min(1),
})
export type SignalKind = z.infer<typeof SignalKind>

const Names = z.object({ given: z.array(z.string()), family: z.array(z.tuple([z.string(), z.string()])) })

const Theme = z.object({
  name: z.string(),
  wijken: z.array(z.string()),
  stems: z.array(z.string()),
  endings: z.array(z.string()),
  /** street names that end in a number: name, first, last */
  series: z.array(z.tuple([z.string(), z.number(), z.number()])).default([]),
})
export type Theme = z.infer<typeof Theme>

const Streets = z.object({ themes: z.array(Theme), singular: z.array(z.string()), variants: z.array(z.string()) })

const Words = z.object({
  companyNames: z.array(z.string()),
  outsideCities: z.array(z.tuple([z.string(), z.string(), z.string()])),
  banks: z.array(z.string()),
  corporations: z.array(z.string()),
  permitKinds: z.array(z.string()),
  inspectionKinds: z.array(z.string()),
  signals: z.array(SignalKind),
})

/** The word lists the demo municipality is made of. */
export interface WordLists extends z.infer<typeof Words> {
  names: z.infer<typeof Names>
  streets: z.infer<typeof Streets>
  branches: Branch[]
}

export function readWordLists(): WordLists {
  return {
    ...readResource(Words, 'demo', 'words.json'),
    names: readResource(Names, 'demo', 'names.json'),
    streets: readResource(Streets, 'demo', 'streets.json'),
    branches: readResource(z.array(Branch), 'demo', 'branches.json'),
  }
}
