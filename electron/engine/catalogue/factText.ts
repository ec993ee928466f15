import type { EntityKind } from '#shared/model/entity.ts'
import { formatNumber } from '#shared/text/format.ts'
import type { InspectionFactRow, LinkFactRow, MeasureFactRow, OwnershipFactRow, PermitFactRow } from '../store/entitiesFacts.ts'

/** One line per row, without the other entity: that is named beside it. Only what the row holds. */

/** @param of whose fact it is: of a company it must be said whether it holds the office or the other does */
export function linkText({ kind, label, tradeName, sbi, sbiVersion, isForward }: LinkFactRow, of: EntityKind): string {
  if (kind !== 'established-at') return of === 'company' && isForward === 1 ? `met dit bedrijf als ${label}` : label
  return joined([label, tradeName === '' ? '' : `als ${tradeName}`, sbi === '' ? '' : `SBI ${sbi}${sbiVersion === '' ? '' : ` (${sbiVersion})`}`])
}

export function ownershipText(row: OwnershipFactRow): string {
  const share = row.sharePart === null || row.shareWhole === null ? '' : ` ${row.sharePart}/${row.shareWhole}`
  const price = row.price === null ? '' : `koopsom ${euros(row.price)}${row.coversMore === 1 ? ' voor meer objecten samen' : ''}`
  return joined([`${row.realRight}${share}`, row.otherId === null ? row.ownerName : '', price, mortgageText(row)])
}

/** A natural person who lent the money is not named here: the index shows no persons who are not in a register of it. */
function mortgageText({ mortgage, mortgagee, mortgageeKind }: OwnershipFactRow): string {
  if (mortgage === null && mortgagee === '') return ''
  const by = mortgageeKind === 'natuurlijk-persoon' ? ' van een natuurlijk persoon' : mortgagee === '' ? '' : ` van ${mortgagee}`
  return `hypotheek${mortgage === null ? '' : ` ${euros(mortgage)}`}${by}`
}

export function permitText(row: PermitFactRow): string {
  return joined([words(row.permitKind) || 'vergunning', words(row.outcome), row.otherId === null ? row.applicantName : '', row.caseNumber])
}

export function inspectionText(row: InspectionFactRow): string {
  const kind = /controle/i.test(row.inspectionKind) ? words(row.inspectionKind) : `controle ${words(row.inspectionKind)}`.trim()
  return joined([`${kind}${row.department === '' ? '' : ` door ${row.department}`}`, words(row.outcome), row.caseNumber])
}

export function measureText(row: MeasureFactRow): string {
  return joined([`${words(row.measureKind)}${row.legalGround === '' ? '' : ` (${row.legalGround})`}`, row.caseNumber])
}

function joined(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(', ')
}

function words(stored: string): string {
  return stored.replaceAll(/[-_]/g, ' ')
}

function euros(amount: number): string {
  return `€ ${formatNumber(amount)}`
}
