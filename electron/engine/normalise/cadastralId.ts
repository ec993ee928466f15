import { reasons } from '#shared/text/reasons.ts'
import { refuse, Repaired, type Filled, type Reading } from './reading.ts'

/** Municipality or its code, section without J, parcel, and the apartment right (domain.md §2.5). */
const PARTS = /^([\p{L}\d'][\p{L}\d' ,.()-]*?)[\s,-]+(?:sectie\s+)?([A-IK-Z]{1,2})[\s,-]+(?:(?:nr|nummer|perceel)\.?\s*)?0*([1-9]\d{0,4})(?:[\s-]*A[\s-]?0*([1-9]\d{0,3}))?$/iu
const JOINED = /^([A-Z]{3}\d{2})\s*([A-IK-Z]{1,2})\s*0*([1-9]\d{0,4})(?:\s*A\s*0*([1-9]\d{0,3}))?$/i

/** Cadastral designation as `Almere D 1234` or `ALM00 D 1234 A7`: spaces, hyphens, leading zeros and words such as `sectie` put right. */
export function readCadastralId(cell: Filled): Reading<string> {
  if (typeof cell !== 'string') return refuse(reasons.notCadastral)
  const [, place = '', section = '', parcel = '', apartment] = JOINED.exec(cell) ?? PARTS.exec(cell) ?? []
  if (place === '') return refuse(reasons.notCadastral)
  const name = /^[A-Z]{3}\d{2}$/i.test(place) ? place.toUpperCase() : place
  const written = [name, section.toUpperCase(), parcel, ...(apartment === undefined ? [] : [`A${apartment}`])].join(' ')
  return written === cell ? written : new Repaired(written, reasons.cadastralWriting)
}
