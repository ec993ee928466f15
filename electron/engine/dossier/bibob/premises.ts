import { entityKey, splitKey, type EntityKey } from '#shared/model/entity.ts'
import { mortgagesOf, type MortgageRow } from '../../store/bibob.ts'
import type { Reader } from '../../store/database.ts'
import { entityOf } from '../../store/network.ts'
import { stepsBehind, stepsBelow, type Step } from '../../ownership/index.ts'

/**
 * The owners of the addresses where an enterprise is or was established, as far as both overlapped in time: its
 * landlords. Whoever owns his own premises is no landlord.
 */
export function landlordPaths(reader: Reader, enterprise: EntityKey): Step[][] {
  return stepsBelow(reader, enterprise, ['established-at']).flatMap((establishment) => {
    if (establishment.key === null) return []
    return stepsBehind(reader, establishment.key, ['owner'])
      .filter((owner) => owner.key !== enterprise && overlaps(establishment, owner))
      .map((owner) => [establishment, owner])
  })
}

/** Addresses where an enterprise is established and whose owner nobody knows. */
export function addressesWithoutOwner(reader: Reader, enterprise: EntityKey): EntityKey[] {
  return stepsBelow(reader, enterprise, ['established-at']).flatMap(({ key, end }) =>
    key !== null && end === null && stepsBehind(reader, key, ['owner']).length === 0 ? [key] : [],
  )
}

function overlaps(a: Step, b: Step): boolean {
  const isBefore = (end: string | null, start: string | null) => end !== null && start !== null && end < start
  return !isBefore(a.end, b.start) && !isBefore(b.end, a.start)
}

/** Who lent on what the owner has or had, by the deeds: the address, then the lender. */
export function lenderPaths(reader: Reader, owner: EntityKey): Step[][] {
  const { kind, id } = splitKey(owner)
  const rows = mortgagesOf(reader, { companyId: kind === 'company' ? id : null, personId: kind === 'person' ? id : null })
  return rows.map((row) => [propertyStep(row), lenderStep(row)])
}

function propertyStep(row: MortgageRow): Step {
  const key = row.addressId === null ? null : entityKey('address', row.addressId)
  return { ...deedOf(row), key, written: 'een adres buiten de BAG', kind: 'owner', pointsBack: false, label: 'eigendom' }
}

function lenderStep(row: MortgageRow): Step {
  const key = row.lenderKind === null || row.lenderRef === null ? null : entityOf(row.lenderKind, row.lenderRef)
  return { ...deedOf(row), key, written: row.mortgagee, kind: 'mortgagee', pointsBack: true, label: 'hypotheekhouder' }
}

/** Both steps rest on one row of the land register. */
function deedOf({ recordId, started, ended }: MortgageRow): Pick<Step, 'linkId' | 'start' | 'end' | 'strength' | 'recordId' | 'share'> {
  return { linkId: null, start: started, end: ended, strength: 'confirmed', recordId, share: null }
}
