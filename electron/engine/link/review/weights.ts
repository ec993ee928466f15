import type { ComparedField } from '#shared/contract/review.ts'
import { hasLost } from '../../normalise/lostLetters.ts'
import { PRIOR, type PairPart } from '../../store/linkPairs.ts'
import type { WeighedRow } from '../../store/reviewPairs.ts'
import { pairPartsIn } from '../pairParts.ts'
import { EQUAL_BUT_LOST, type Carried } from './fields.ts'
import type { Spelled } from './spelled.ts'

/** The rows of one side in the spelling they were compared in: the one on the screen first, then the others of its entity. */
export type RowsOfSide = () => Iterable<Spelled>

const words: Record<string, string> = {
  gelijk: 'gelijk', genormaliseerd: 'gelijk, anders geschreven', deels: 'eerste naam gelijk', roepnaam: 'roepnaam', lijkt: 'lijkt', gedeeld: 'deelt een naam', enigszins: 'lijkt enigszins',
  letters: 'voorletters passen', deel: 'deel van de naam gelijk', klinkt: 'klinkt gelijk', anders: 'verschilt', verwisseld: 'dag en maand verwisseld', schrijffout: 'één schrijffout',
  maand: 'jaar en maand gelijk', jaar: 'jaar gelijk', tweeFouten: 'twee schrijffouten', zelfdeJaar: 'zelfde jaar, andere dag', afkorting: 'afkorting', woorden: 'deelt woorden',
  functionaris: 'wie het bedrijf leidt, of wat het zelf leidt, staat er ingeschreven',
}
const outcomes: Record<string, ComparedField['outcome']> = { gelijk: 'equal', genormaliseerd: 'equal', anders: 'different', zelfdeJaar: 'different' }
/** Where a value stands: in the row on the screen, in another one of the entity, or in none that is there now. */
type Whereabouts = 'here' | 'elsewhere' | 'told'
const ELSEWHERE = ', in een andere bronrij'
const LETTER_LOST = ', met verloren letters'
/** Said by a row about somebody else in any case. */
const OF_SOMEBODY_ELSE = 'functionaris'

/** Addresses by their id, and what tells of those that no row gives any more. */
export interface ToldAddresses {
  addressOf(id: number): string
  by: string
}

/** What belongs to no field of a row, by comparison. */
const fieldless: Record<string, Omit<ComparedField, 'weight'>> = {
  order: { label: 'Volgorde', left: '', right: '', outcome: 'alike', words: 'voor- en achternaam op elkaars plaats' },
  [PRIOR]: { label: 'Uitgangskans', left: '', right: '', outcome: 'prior', words: 'dat twee willekeurige dezelfde zijn' },
}

/**
 * What was weighed, by field, with the values that carried the weight: those of the rows on the screen where these say it, else of
 * another row of the entity that does, else in the spelling in which they were compared.
 * @param told addresses that no row of the entity gives: where it stood before, or where somebody lives who runs it
 */
export function carriedByField(weighed: WeighedRow | undefined, left: RowsOfSide, right: RowsOfSide, told: ToldAddresses): Map<string, Carried> {
  return new Map(partsOf(weighed).filter(({ comparison }) => !(comparison in fieldless)).map((part): [string, Carried] => {
    const [one, other] = [textOf(left, part.comparison, part.left, told), textOf(right, part.comparison, part.right, told)]
    const { outcome, said } = inWords(part)
    return [part.comparison, { left: one.text, right: other.text, outcome, words: `${said}${part.level === OF_SOMEBODY_ELSE ? '' : sourceOf([one.stands, other.stands], told)}`, weight: part.weight }]
  }))
}

/** What was weighed besides the fields: names in each other's place, and the chance beforehand. */
export function fieldlessParts(weighed: WeighedRow | undefined): ComparedField[] {
  return partsOf(weighed).flatMap(({ comparison, weight }) => {
    const known = fieldless[comparison]
    return known ? [{ ...known, weight }] : []
  })
}

/** A level as it is said; where letters were lost on the way, with that. */
function inWords({ level, left, right }: PairPart): { outcome: ComparedField['outcome']; said: string } {
  const [outcome, said] = [outcomes[level] ?? 'alike', words[level] ?? level]
  if (level === 'anders' || !(hasLost(left) || hasLost(right))) return { outcome, said }
  return outcome === 'equal' ? { outcome: 'alike', said: EQUAL_BUT_LOST } : { outcome, said: `${said}${LETTER_LOST}` }
}

function sourceOf(stands: readonly Whereabouts[], { by }: ToldAddresses): string {
  if (stands.includes('told')) return `, volgens ${by}`
  return stands.includes('elsewhere') ? ELSEWHERE : ''
}

function partsOf(weighed: WeighedRow | undefined): PairPart[] {
  return weighed ? pairPartsIn(weighed.parts) : []
}

/** A compared value as a row writes it. No value: two that share none, so that the row on the screen speaks. */
function textOf(rows: RowsOfSide, comparison: string, value: string, { addressOf }: ToldAddresses): { text: string; stands: Whereabouts } {
  let isFirst = true
  for (const spelled of rows()) {
    const said = spelled[comparison] ?? []
    const found = value === '' ? said[0] : said.find((one) => one.value === value)
    if (found) return { text: found.text, stands: isFirst ? 'here' : 'elsewhere' }
    isFirst = false
  }
  const isAddress = comparison === 'address' && /^a\d+$/.test(value)
  return isAddress ? { text: addressOf(Number(value.slice(1))), stands: 'told' } : { text: value, stands: 'here' }
}
