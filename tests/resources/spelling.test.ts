import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { legalFormLabel } from '#shared/text/names.ts'

/** The tables normalise reads at build time; what it leans on is checked here. */
function read<T extends z.ZodType>(schema: T, ...path: string[]): z.output<T> {
  return schema.parse(JSON.parse(readFileSync(join(import.meta.dirname, '..', '..', 'resources', ...path), 'utf8')))
}

const lower = z.string().regex(/^[a-z ]+$/)
const Entry = z.strictObject({ full: z.string().regex(/^[a-z]+$/), short: z.string().regex(/^[A-Za-z]+$/), also: z.array(lower) })
const repeats = (all: readonly string[]) => all.filter((one, i) => all.indexOf(one) !== i)

test('abbreviations of streets: each stands for one thing', () => {
  const { words, endings, ordinals } = read(z.strictObject({ endings: z.array(Entry), words: z.array(Entry), ordinals: z.array(lower).length(12) }), 'address', 'abbreviations.json')
  for (const entries of [words, endings]) expect(repeats(entries.flatMap(({ short, also }) => [short.toLowerCase(), ...also]))).toEqual([])
  expect(repeats(words.map(({ full }) => full))).toEqual([])
  expect(repeats(ordinals)).toEqual([])
  // no Dutch word ends so, or whole names would be written out
  for (const { short } of endings) expect(short).toMatch(/[bcdfghjklmnpqrstvwxz]{2}$|om$/)
})

test('other names of cities: each stands for one city', () => {
  const Table = z.record(z.string(), z.array(z.string()).min(1))
  const { parts, sameCity } = read(z.strictObject({ parts: Table, sameCity: Table }), 'address', 'cities.json')
  expect(repeats([...Object.values(parts), ...Object.values(sameCity)].flat())).toEqual([])
})

test('prefixes, fillers and placeholder dates', () => {
  const { prefixes, noNames } = read(z.strictObject({ prefixes: z.array(z.string()), noNames: z.array(z.string()) }), 'person', 'names.json')
  expect(repeats(prefixes)).toEqual([])
  expect(noNames.filter((one) => !/^[a-z ]+$/.test(one))).toEqual([])
  read(z.strictObject({ days: z.array(z.string().regex(/^\d\d-\d\d$/)), dates: z.array(z.iso.date()), earliestYear: z.number().int() }), 'person', 'birthDates.json')
})

test('legal forms are those of the vault, each spelled in its own ways', () => {
  const forms = read(z.record(z.string(), z.array(lower).min(1)), 'company', 'legalForms.json')
  expect(Object.keys(forms).filter((form) => legalFormLabel[form] === undefined)).toEqual([])
  expect(repeats(Object.values(forms).flat())).toEqual([])
})
