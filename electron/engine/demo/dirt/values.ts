import { weighted, type Picker, type Random } from '../world/random.ts'

/** Excel keeps no zeros in front of a number: KVK 09900123 becomes 9900123. */
export function withoutZeros(digits: string): string {
  return digits.replace(/^0+/, '')
}

/** A KVK number as departments type it. */
export function writeKvk(kvk: number | null, random: Random): string {
  if (kvk === null) return random.chance(0.1) ? random.pick(['nvt', '-', 'onbekend', '0']) : ''
  const digits = String(kvk).padStart(8, '0')
  return kvkForm(random)(digits)
}

const kvkForm: Picker<(digits: string) => string> = weighted([
  [(digits) => digits, 70],
  [withoutZeros, 18],
  [(digits) => `${digits.slice(0, 2)}.${digits.slice(2, 5)}.${digits.slice(5)}`, 4],
  [(digits) => ` ${digits}`, 3],
  [(digits) => `KvK ${digits}`, 3],
  [(digits) => digits.replace('0', 'O'), 0.5],
])

/** A date as one department writes all of them; now and then another way. */
export type DateStyle = 'dutch' | 'short' | 'slashes' | 'iso' | 'digits'

export function writeDate(iso: string, style: DateStyle, random: Random): string {
  if (iso === '') return ''
  const used = random.chance(0.01) ? random.pick(['dutch', 'short', 'iso', 'digits'] as const) : style
  const [year = '', month = '', day = ''] = iso.split('-')
  if (random.chance(0.003)) return year
  if (used === 'iso') return iso
  if (used === 'digits') return year + month + day
  if (used === 'short') return `${day}-${month}-${year.slice(2)}`
  return used === 'slashes' ? `${Number(day)}/${Number(month)}/${year}` : `${day}-${month}-${year}`
}

/** An amount as a Dutch program writes it. */
export function writeMoney(euros: number | null): string {
  if (euros === null) return ''
  return `€ ${String(euros).replace(/\B(?=(\d{3})+$)/g, '.')},00`
}

/** RD coordinates with a decimal comma and a point for thousands: `142.317,550`. */
export function writeCoordinate(metres: number): string {
  const [whole = '', decimals = ''] = metres.toFixed(3).split('.')
  return `${whole.replace(/\B(?=(\d{3})+$)/g, '.')},${decimals}`
}
