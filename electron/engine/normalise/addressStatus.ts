import { formatDate } from '#shared/text/format.ts'

/** What a newer complete delivery of the BAG left out is gone as well, though nobody said when. */
const GONE = 'niet meer geleverd'
const WITHDRAWN = new RegExp(`ingetrokken|niet gerealiseerd|ten onrechte|gesloopt|${GONE}`, 'i')

/** Whether a status says that the address is no longer, or was never, in use. */
export function isWithdrawn(status: string): boolean {
  return WITHDRAWN.test(status)
}

/** A sentence about an address that is not in use, with the day where it is known; empty for any other. */
export function withdrawnText({ status, ended }: { status: string; ended: string | null }): string {
  if (!isWithdrawn(status)) return ''
  if (status === GONE) return 'Dit adres staat niet meer in de nieuwste levering van de BAG.'
  if (/ingetrokken/i.test(status)) return `Dit adres is in de BAG ingetrokken${ended === null ? '' : ` op ${formatDate(ended)}`}.`
  return `Dit adres heeft in de BAG de status ‘${status.toLowerCase()}’${ended === null ? '' : ` sinds ${formatDate(ended)}`}.`
}
