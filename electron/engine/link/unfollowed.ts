import { formatNumber } from '#shared/text/format.ts'
import type { Reader } from '../store/database.ts'
import type { JoinedKind } from '../store/entities.ts'
import { heldVerdicts, type HeldVerdict } from '../store/linkDecisions.ts'
import { entityOfRecord } from '../store/reviewPairs.ts'

/** Whether the entities follow a verdict. One that was accepted can no longer be followed when a later delivery contradicts it. */
export function isFollowed(reader: Reader, party: JoinedKind, { verdict, leftRecord, rightRecord }: Pick<HeldVerdict, 'verdict' | 'leftRecord' | 'rightRecord'>): boolean {
  const [left, right] = [entityOfRecord(reader, party, leftRecord), entityOfRecord(reader, party, rightRecord)]
  // rows that are no longer there tell nothing
  if (verdict === 'onzeker' || left === undefined || right === undefined) return true
  return (left === right) === (verdict === 'zelfde')
}

/** A sentence about verdicts that hold but are not followed; none when there are none. */
export function unfollowedRemark(reader: Reader): string[] {
  const parties: JoinedKind[] = ['company', 'person']
  const deeds = new Set(parties.flatMap((party) => heldVerdicts(reader, party).filter((held) => !isFollowed(reader, party, held)).map(({ deed }) => deed)))
  if (deeds.size === 0) return []
  const subject = deeds.size === 1 ? 'Eén besluit is' : `${formatNumber(deeds.size)} besluiten zijn`
  return [`${subject} niet gevolgd, omdat een bron het nu tegenspreekt; zie Besluiten onder Beoordelen.`]
}
