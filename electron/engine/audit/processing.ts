import type { AuditEvent } from '#shared/model/audit.ts'
import { auditOperationLabel } from '#shared/text/auditOperations.ts'
import { loggedWords } from '#shared/text/loggedWords.ts'
import { auditActionLabel, auditResultLabel } from '#shared/text/terms.ts'
import { purposeLabel } from '../purposeLabels.ts'
import { retentionTerms } from '../retention.ts'
import { provingActions } from './head.ts'
import { keyedHash } from './redact.ts'

const KEY = /\b(address|company|person):(\d+)\b/g

/** One processing with the attributes of the GEMMA standard for logging them; persons by pseudonym. */
export interface Processing {
  regel: number
  tijdstip: string
  tijdstipRegistratie: string
  actieNaam: string
  handelingNaam: string
  verwerkingNaam: string
  verwerkingId: string
  zaaknummer: string
  resultaat: string
  vertrouwelijkheid: 'vertrouwelijk'
  bewaartermijn: string
  systeem: string
  gebruiker: string
  werkplek: string
  onderwerp: string
  verwerkteObjecten: { objecttype: string; soortObjectId: string; objectId: string }[]
  controlegetal: string
}

/** A line of the log for others who keep logs. @param hashKey of the vault: the same person has the same pseudonym, and nobody outside finds him by it */
export function processingOf(event: AuditEvent, hashKey: string): Processing {
  return {
    regel: event.seq,
    tijdstip: event.at,
    tijdstipRegistratie: event.at,
    actieNaam: auditActionLabel[event.action],
    handelingNaam: auditOperationLabel[event.action],
    verwerkingNaam: event.purpose === '' ? 'Beheer van de kluis' : purposeLabel(event.purpose),
    verwerkingId: event.purpose,
    zaaknummer: event.caseNumber,
    resultaat: auditResultLabel[event.result],
    vertrouwelijkheid: 'vertrouwelijk',
    bewaartermijn: keptFor(event),
    systeem: 'Signaleringstool Ondermijning',
    gebruiker: event.account,
    werkplek: event.origin,
    onderwerp: loggedWords({ ...event, object: event.object.replace(KEY, (whole, kind) => (kind === 'person' ? `persoon ${pseudonym(whole, hashKey)}` : whole)) }),
    verwerkteObjecten: [...new Set(event.object.match(KEY))].map((key) => objectOf(key, hashKey)),
    controlegetal: event.hash,
  }
}

/** How long a line is kept, as an ISO 8601 duration. */
function keptFor({ action }: AuditEvent): string {
  const { months, destructionMonths } = retentionTerms().log
  const kept = provingActions.includes(action) ? destructionMonths : months
  return kept % 12 === 0 ? `P${kept / 12}Y` : `P${kept}M`
}

function objectOf(key: string, hashKey: string): Processing['verwerkteObjecten'][number] {
  const [kind = '', id = ''] = key.split(':')
  if (kind === 'address') return { objecttype: 'adres', soortObjectId: 'BAG nummeraanduiding', objectId: id.padStart(16, '0') }
  if (kind === 'company') return { objecttype: 'bedrijf', soortObjectId: 'nummer in de kluis', objectId: id }
  return { objecttype: 'persoon', soortObjectId: 'pseudoniem', objectId: pseudonym(key, hashKey) }
}

function pseudonym(key: string, hashKey: string): string {
  return keyedHash(key, hashKey).toString('hex').slice(0, 16)
}
