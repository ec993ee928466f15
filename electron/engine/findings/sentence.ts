import { z } from 'zod'
import { SourceDate } from '#shared/model/entity.ts'
import { formatDate, formatNumber } from '#shared/text/format.ts'
import { NOTHING, add, share } from '../normalise/fraction.ts'

const Words = z.record(z.string(), z.union([z.string(), z.number(), z.null(), z.array(z.string())]))

/** Fills the words of a pattern into its sentence: numbers and dates as they are written here, shares added exactly. */
export function findingSentence(template: string, json: string): string {
  const words = Words.parse(JSON.parse(json))
  const { shares } = words
  const all = Array.isArray(shares) ? { ...words, sum: sumOf(shares) } : words
  return template.replace(/\{(\w+)\}/g, (_slot, name: string) => written(all[name]))
}

function written(value: z.infer<typeof Words>[string] | undefined): string {
  if (typeof value === 'number') return formatNumber(value)
  if (typeof value !== 'string') return 'onbekend'
  return SourceDate.safeParse(value).success ? formatDate(value) : value
}

/** `5/4` of `3/4` and `1/2`. */
function sumOf(shares: readonly string[]): string {
  const sum = shares.reduce((total, one) => {
    const [part = '0', whole = '1'] = one.split('/')
    return add(total, share(BigInt(part), BigInt(whole)))
  }, NOTHING)
  return `${sum.part}/${sum.whole}`
}
