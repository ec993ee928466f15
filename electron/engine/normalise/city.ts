import cities from '../../../resources/address/cities.json' with { type: 'json' }
import cityNames from '../../../resources/address/cityNames.json' with { type: 'json' }
import { foldText } from './fold.ts'
import { remembered } from './remembered.ts'

const sameAs = new Map(
  [cities.parts, cities.sameCity].flatMap((table) =>
    Object.entries(table).flatMap(([city, others]) => others.map((other): [string, string] => [plainKey(other), plainKey(city)])),
  ),
)

/**
 * One spelling for all ways to write a city: case, diacritics, ij/y, `St.` and `Sint`, `'t` and `t`, and the names people use for
 * parts of a city (Almere Buiten is in Almere).
 */
export const cityKey = remembered(50_000, (city) => {
  const plain = plainKey(city)
  return sameAs.get(plain) ?? plain
})

const national = new Set(cityNames.names.map(cityKey))

/** Whether a text is the name of a Dutch city or of a part of one, in any spelling; those founded after the list only the vault knows. */
export function isCityName(text: string): boolean {
  return national.has(cityKey(text))
}

function plainKey(city: string): string {
  return foldText(city)
    .replace(/\bst\b\.?/g, 'sint')
    .replace(/\b(?:aan den|aan de|a\/d|a\.d\.|ad)(?=\s)/g, 'ad')
    .replace(/\b(?:aan het|aan 't|a\/h|ah)(?=\s)/g, 'ah')
    .replace(/[^a-z\d]/g, '')
    .replace(/ij/g, 'y')
}
