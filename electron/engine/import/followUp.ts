import type { Follows } from '#shared/model/source.ts'
import { foldText } from '../normalise/fold.ts'
import { normaliseHeading } from '../normalise/headings.ts'
import type { Reader } from '../store/database.ts'
import { standingDeliveries, type StandingDelivery } from '../store/deliveries.ts'
import { kindOf } from './kinds.ts'

/** Dates, years, quarters, weeks, versions and download numbers: what changes from one delivery of a source to the next. */
const MOMENTS = [
  /(?<!\d)(19|20)\d{2}[-_ .]?\d{2}[-_ .]?\d{2}(?!\d)/g, /(?<!\d)\d{1,2}[-_ .]\d{1,2}[-_ .](19|20)?\d{2}(?!\d)/g, /(?<!\d)\d{1,2}[-_ .](19|20)\d{2}(?!\d)/g, /(?<!\d)(19|20)\d{2}([-_ .]\d{1,2})?(?!\d)/g,
  /\((\d{1,3}|kopie|copy)\)/g, /(?<![a-z])(v|versie|version|q|kwartaal|week|wk|kw)[-_ .]?\d{1,3}(?!\d)/g,
]
/** Words a file gets on its way that say nothing about its source. */
const PASSING = /\b(geweigerd|geweigerde|hersteld|herstelde|herstel|definitief|def|concept|kopie|copy|nieuw|nieuwe|januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|jan|feb|mrt|apr|jun|jul|aug|sep|sept|okt|nov|dec|export|peildatum|stand)\b/g

/** What is left of the name of a file or sheet without what belongs to one delivery. Other numbers stay: part 1 and part 2 are two sources. */
export function sourceName(name: string): string {
  const bare = MOMENTS.reduce((text, moment) => text.replace(moment, ' '), name.replace(/\.[^.]*$/, '').toLowerCase())
  return normaliseHeading(bare).replace(PASSING, ' ').replace(/\s+/g, ' ').trim()
}

export interface Arrival {
  kind: string
  file: string
  sheet: string
  /** of the bytes */
  hash: string
  /** who delivers it, when somebody said so */
  supplier: string | null
  /** the sheet carries the reasons of refused rows: a department sends mended rows back */
  isMended: boolean
}

/**
 * The delivery a sheet most likely follows: the newest of the same kind and supplier whose file and sheet go by the same name but for
 * dates and versions; or the very same file, read otherwise. Two teams may name their files alike, so a name alone ends no rows, and
 * says nothing when several suppliers use it. Mended rows add to a delivery, whatever the kind does as a rule.
 * @returns with who supplied that delivery
 */
export function followUpOf(reader: Reader, arrival: Arrival): (Follows & { supplier: string }) | null {
  const standing = standingDeliveries(reader, arrival.kind)
  const again = standing.find(({ hash, sheet }) => hash === arrival.hash && sheet === arrival.sheet)
  if (again) return { deliveryId: again.id, isComplete: true, supplier: again.supplier }
  const name = nameOf(arrival)
  const named = standing.filter((one) => nameOf(one) === name)
  const suppliers = new Set(named.map(({ supplier }) => plain(supplier)))
  const before = arrival.supplier === null ? suppliers.size === 1 && named[0] : named.find(({ supplier }) => plain(supplier) === plain(arrival.supplier ?? ''))
  if (!before) return null
  const isComplete = arrival.supplier !== null && !arrival.isMended && kindOf(arrival.kind).delivers === 'all'
  return { deliveryId: before.id, supplier: before.supplier, isComplete }
}

/**
 * The newest delivery a sheet comes to stand beside though it may be the next one of its source: of one name but for a number that is no date
 * or version (`brp1`, `brp2`), or any of a kind that is delivered whole. Parts of one source are numbered likewise, so it is asked, not taken for granted.
 */
export function besideOf(reader: Reader, arrival: Arrival): StandingDelivery | undefined {
  const standing = standingDeliveries(reader, arrival.kind).filter(({ supplier }) => arrival.supplier === null || plain(supplier) === plain(arrival.supplier))
  const name = unnumbered(nameOf(arrival))
  return standing.find((one) => unnumbered(nameOf(one)) === name) ?? (kindOf(arrival.kind).delivers === 'all' ? standing[0] : undefined)
}

function unnumbered(name: string): string {
  return name.replace(/ ?\d+/g, '')
}

function plain(supplier: string): string {
  return foldText(supplier).trim()
}

/** Names that spreadsheets give by themselves. */
const NAMELESS = /^(blad|sheet|werkblad|data|export|rapport)? ?\d*$/

/** The sheet of a text file is named after the file. */
function nameOf({ file, sheet }: Pick<Arrival, 'file' | 'sheet'>): string {
  const [ofFile, ofSheet] = [sourceName(file), sourceName(sheet)]
  return ofFile === ofSheet || NAMELESS.test(ofSheet) ? ofFile : `${ofFile}/${ofSheet}`
}
