/** How entities are named wherever they are shown: search, network, sheets, dossier. */

/** Stored value → Dutch word, for the legal forms of domain.md §2.4. */
export const legalFormLabel: Record<string, string> = {
  bv: 'besloten vennootschap',
  nv: 'naamloze vennootschap',
  eenmanszaak: 'eenmanszaak',
  vof: 'vennootschap onder firma',
  cv: 'commanditaire vennootschap',
  maatschap: 'maatschap',
  stichting: 'stichting',
  vereniging: 'vereniging',
  cooperatie: 'coöperatie',
  vve: 'vereniging van eigenaars',
  kerkgenootschap: 'kerkgenootschap',
  publiekrechtelijk: 'publiekrechtelijke rechtspersoon',
  buitenlands: 'buitenlandse rechtsvorm',
  overig: 'overige rechtsvorm',
}

/**
 * `Markerkant 12-34`, `Randstad 22 A`, `Bornsesteeg 1-5A3`: house letter and suffix behind the number, after a space when
 * they start with a letter and after a hyphen when they start with a digit (NEN 5825).
 */
export function addressLabel(address: { street: string; number: number; letter: string; suffix: string }): string {
  const tail = `${address.letter}${address.suffix}`
  const gap = tail === '' ? '' : /^\d/.test(tail) ? '-' : ' '
  return `${address.street} ${address.number}${gap}${tail}`
}

/** `J. de Vries`: initials, or else the given names, then prefix and family name. */
export function personLabel(person: { givenNames: string; initials: string; prefix: string; familyName: string }): string {
  const given = person.initials === '' ? person.givenNames : dotted(person.initials)
  return [given, person.prefix, person.familyName].filter((part) => part !== '').join(' ')
}

function dotted(initials: string): string {
  return initials.includes('.') ? initials : Array.from(initials.replace(/\s/g, ''), (letter) => `${letter}.`).join('')
}

/** `KVK 01234567`, with the leading zeros that a number in a table loses. */
export function kvkLabel(kvk: number): string {
  return `KVK ${String(kvk).padStart(8, '0')}`
}

/** The number of a company, or that nobody gave one: it is known by its name alone. */
export function kvkOrNone(kvk: number | null): string {
  return kvk === null ? 'zonder KVK-nummer' : kvkLabel(kvk)
}

/** `1316 AB`: with the space that is not stored. */
export function postcodeLabel(postcode: string): string {
  return postcode.replace(/^(\d{4})([A-Z]{2})$/, '$1 $2')
}
