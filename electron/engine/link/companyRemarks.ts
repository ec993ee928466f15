import { formatCount, formatNumber } from '#shared/text/format.ts'
import { kvkLabel } from '#shared/text/names.ts'
import type { CompanyEvidence } from './companyEvidence.ts'
import type { CompanyFillers } from './companyKeys.ts'
import { listed } from './linkSet.ts'
import { countAbove, largeRemark } from './remarks.ts'

/** An address with more companies than this is a collecting office; it says little of who is who. */
const CROWDED = 40

interface JoinedCompanies {
  fillers: CompanyFillers
  evidence: readonly CompanyEvidence[]
  /** how many companies consist of how many rows */
  sizes: ReadonlyMap<number, number>
}

/** What stands out in the rows of the trade register and was taken for what it is, in Dutch. */
export function companyRemarks({ fillers, evidence, sizes }: JoinedCompanies): string[] {
  const remarks: string[] = []
  const [kvk] = fillers.kvk
  if (kvk !== undefined && fillers.kvk.size === 1) remarks.push(`${kvkLabel(kvk)} staat bij veel verschillende namen en is niet als sleutel gebruikt.`)
  if (fillers.kvk.size > 1) remarks.push(`${formatNumber(fillers.kvk.size)} KVK-nummers staan elk bij veel verschillende namen en zijn niet als sleutel gebruikt.`)
  if (fillers.rsin.size > 0) remarks.push(`${formatCount(fillers.rsin.size, 'RSIN staat', 'RSIN’s staan')} bij veel verschillende namen en ${fillers.rsin.size === 1 ? 'is' : 'zijn'} niet als sleutel gebruikt.`)
  if (fillers.branch.size > 0) remarks.push(`${formatCount(fillers.branch.size, 'vestigingsnummer staat', 'vestigingsnummers staan')} bij veel verschillende namen en ${fillers.branch.size === 1 ? 'is' : 'zijn'} niet als sleutel gebruikt.`)
  const nameless = evidence.filter((company) => company.kvk === null && company.rsin === null && company.names.length === 0).length
  if (nameless > 0) remarks.push(`${formatCount(nameless, 'bedrijf heeft', 'bedrijven hebben')} geen nummer en geen naam, of een naam als ‘onbekend’, en ${nameless === 1 ? 'is' : 'zijn'} met geen ander vergeleken.`)
  const crowded = countAbove(listed(evidence), ({ places }) => places, CROWDED)
  if (crowded > 0) remarks.push(`${crowded === 1 ? 'Op één adres staan' : `Op ${formatNumber(crowded)} adressen staan elk`} meer dan ${CROWDED} bedrijven; samen op zo’n adres staan weegt bijna niet mee.`)
  remarks.push(...largeRemark('company', sizes))
  return remarks
}
