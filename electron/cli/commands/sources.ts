import type { ImportReport, SheetMapping, SheetReport, TextReading, WorkbookView } from '#shared/model/source.ts'
import { formatNumber } from '#shared/text/format.ts'
import { encodingLabel, quoteLabel, separatorName, separatorOf, separators } from '#shared/text/textReading.ts'
import { droppedReasonLabel, entityKindPlural, issueSeverityLabel, linkKindNoun } from '#shared/text/terms.ts'
import { LinkKind } from '#shared/model/entity.ts'
import type { LinkReport } from '#shared/contract/catalogue.ts'
import { ProblemError } from '../../engine/problem.ts'
import type { Client } from '../client.ts'
import { sharedOptions, type Command } from '../command.ts'
import { UsageError, userPath } from '../io.ts'
import { readOptions, vaultOptions } from '../options.ts'
import { purposes, withVault } from '../vault.ts'
import { linkTrial } from './linkTrial.ts'

/** What the user says of a file beforehand; all of it can be left to the reader. */
export interface SourceWish {
  kind?: string | undefined
  supplier?: string | undefined
  referenceDate?: string | undefined
  /** how to cut a text file into cells, as far as it was said */
  text?: Partial<TextReading> | undefined
  /** whether garbled letters stay as they are */
  keepsGarbled?: boolean | undefined
  /** whether the file is the whole state of its source; undefined leaves it to the kind */
  isComplete?: boolean | undefined
}

/** Takes a file in with the mapping the reader proposes; hidden sheets and sheets without a kind stay out. */
export async function importSource(client: Client, path: string, wish: SourceWish, isTrial: boolean): Promise<{ view: WorkbookView; report: ImportReport }> {
  const file = client.grant(path)
  const seen = await client.ask('sources.inspect', { file })
  const text = seen.text && wish.text ? { ...seen.text, ...wish.text } : undefined
  const isSettled = wish.kind !== undefined || wish.supplier !== undefined || text !== undefined
  const choices = isSettled ? seen.sheets.map((sheet) => ({ sheet: sheet.name, kind: wish.kind ?? null, headerRow: null, supplier: wish.supplier, text })) : []
  const view = choices.length === 0 ? seen : await client.ask('sources.inspect', { file, choices })
  const sheets = view.sheets.filter((sheet) => !sheet.isHidden).flatMap(({ proposal }) => (proposal ? [withWish(proposal, wish)] : []))
  if (sheets.length === 0) throw new ProblemError('kind-unknown', { kind: view.file })
  const report = await client.ask(isTrial ? 'sources.preview' : 'sources.import', { file, sheets })
  return { view, report }
}

function withWish(proposal: SheetMapping, { supplier, referenceDate, isComplete, keepsGarbled }: SourceWish): SheetMapping {
  const follows = proposal.follows && isComplete !== undefined ? { ...proposal.follows, isComplete } : proposal.follows
  return { ...proposal, follows, keepsGarbled, supplier: supplier ?? proposal.supplier, referenceDate: referenceDate ?? proposal.referenceDate }
}

/** What came of each sheet, as `bronnen` in every JSON answer. */
export function sourceCounts(report: ImportReport): Record<string, unknown>[] {
  return report.sheets.map((sheet) => ({
    bestand: report.file, blad: sheet.sheet, soort: sheet.kind, gelezen: sheet.rowsRead, geaccepteerd: sheet.accepted, hersteld: sheet.repaired, geweigerd: sheet.refused,
    overgeslagen: sheet.ignored, herhaling: sheet.isRepeat, levering: sheet.deliveryId,
    verschil: sheet.change && { nieuw: sheet.change.added, gewijzigd: sheet.change.changed, verdwenen: sheet.change.gone, ongewijzigd: sheet.change.unchanged },
    vervallen_kolommen: sheet.dropped.map(({ heading, reason }) => ({ kop: heading, reden: droppedReasonLabel[reason] })),
    redenen: sheet.groups.map(({ heading, severity, reason, count }) => ({ kolom: heading, gevolg: issueSeverityLabel[severity], reden: reason, aantal: count })),
  }))
}

function sourceLines(report: ImportReport): string[] {
  return report.sheets.flatMap((sheet) => {
    const name = sheet.sheet === '' || report.sheets.length === 1 ? report.file : `${report.file} · ${sheet.sheet}`
    if (sheet.isRepeat) return [`${name}: eerder ingelezen, niets gewijzigd.`]
    const counts = `${formatNumber(sheet.rowsRead)} rijen gelezen, ${formatNumber(sheet.accepted)} geaccepteerd (${formatNumber(sheet.repaired)} hersteld), ${formatNumber(sheet.refused)} geweigerd`
    const dropped = sheet.dropped.filter((column) => column.reason === 'forbidden').map((column) => `  kolom ${column.heading}: ${droppedReasonLabel[column.reason]}`)
    return [`${name}: ${sheet.kindLabel}; ${counts}.`, ...changeLine(sheet), ...dropped, ...reasonLines(sheet)]
  })
}

function changeLine({ change }: SheetReport): string[] {
  if (!change) return []
  const { added, changed, gone, unchanged } = change
  return [`  sinds de vorige levering: ${formatNumber(added)} nieuw, ${formatNumber(changed)} gewijzigd, ${formatNumber(gone)} verdwenen, ${formatNumber(unchanged)} ongewijzigd.`]
}

const SHOWN_REASONS = 8

/** One line per column and reason, however many rows it concerns. */
function reasonLines({ groups }: SheetReport): string[] {
  const lines = groups.slice(0, SHOWN_REASONS).map(({ heading, severity, reason, count }) => `  ${formatNumber(count)}× ${issueSeverityLabel[severity]}: ${heading === '' ? '' : `${heading}, `}${reason}`)
  return groups.length > SHOWN_REASONS ? [...lines, `  en nog ${formatNumber(groups.length - SHOWN_REASONS)} redenen.`] : lines
}

/** `--volledig` and `--aanvulling`, of which at most one is given. */
function completenessOf({ volledig, aanvulling }: { volledig: boolean; aanvulling: boolean }): boolean | undefined {
  if (volledig && aanvulling) throw new UsageError('Kies --volledig of --aanvulling, niet beide.')
  return volledig ? true : aanvulling ? false : undefined
}

/** `--scheidingsteken`, `--aanhalingstekens` and `--codering`. @throws UsageError for a word that is none of them */
function textOf(values: { scheidingsteken?: string | undefined; aanhalingstekens?: string | undefined; codering?: string | undefined }): Partial<TextReading> | undefined {
  const text: Partial<TextReading> = {}
  if (values.scheidingsteken !== undefined) text.separator = separatorOf(values.scheidingsteken) ?? unknownWord('scheidingsteken', separators.map(separatorName))
  if (values.aanhalingstekens !== undefined) text.quote = keyOf(quoteLabel, values.aanhalingstekens) ?? unknownWord('aanhalingstekens', Object.values(quoteLabel))
  if (values.codering !== undefined) text.encoding = keyOf(encodingLabel, values.codering) ?? unknownWord('codering', Object.values(encodingLabel))
  return Object.keys(text).length === 0 ? undefined : text
}

function keyOf<K extends string>(labels: Record<K, string>, word: string): K | undefined {
  for (const key in labels) if (labels[key].toLowerCase() === word.toLowerCase()) return key
  return undefined
}

function unknownWord(option: string, words: readonly string[]): never {
  throw new UsageError(`--${option} is een van: ${words.join(', ')}.`)
}

export const importFiles: Command = {
  name: 'importeer',
  usage: 'KLUIS BESTAND… [--soort SOORT] [--leverancier NAAM] [--peildatum JJJJ-MM-DD] [--volledig | --aanvulling] [--scheidingsteken TEKEN] [--aanhalingstekens WELKE] [--codering WELKE] [--laat-letters] [--proef]',
  summary: 'Leest bestanden van afdelingen in, met de toewijzing die de lezer voorstelt.',
  options: [
    ['--soort SOORT', 'de soort levering, als de lezer die niet moet kiezen'],
    ['--leverancier NAAM', 'wie het bestand leverde; daarmee volgt het op een eerdere hele stand van die leverancier'],
    ['--peildatum DATUM', 'de dag waarop de gegevens golden'],
    ['--volledig', 'het bestand is de hele stand: wat er niet meer in staat, is beëindigd'],
    ['--aanvulling', 'het bestand vult aan wat de bron eerder leverde'],
    ['--scheidingsteken TEKEN', 'van een tekstbestand: puntkomma, komma, tab, een ander teken of 0x1F'],
    ['--aanhalingstekens WELKE', 'van een tekstbestand: dubbel, enkel of geen'],
    ['--codering WELKE', 'van een tekstbestand: UTF-8, Windows-1252, UTF-16'],
    ['--laat-letters', 'verminkte letters, zoals ‘Ã«’ voor ‘ë’, niet herstellen'],
    ['--proef', 'laat zien wat er zou gebeuren; de kluis blijft zoals zij is'],
    ...sharedOptions,
  ],
  run: async (words, io) => {
    const { values, positionals } = readOptions(words, {
      ...vaultOptions, soort: { type: 'string' }, leverancier: { type: 'string' }, peildatum: { type: 'string' },
      volledig: { type: 'boolean', default: false }, aanvulling: { type: 'boolean', default: false }, scheidingsteken: { type: 'string' }, aanhalingstekens: { type: 'string' }, codering: { type: 'string' }, 'laat-letters': { type: 'boolean', default: false }, proef: { type: 'boolean', default: false },
    })
    const [vault, ...files] = positionals
    if (files.length === 0) throw new UsageError('Geef ten minste één bestand.')
    const wish: SourceWish = { kind: values.soort, supplier: values.leverancier, referenceDate: values.peildatum, isComplete: completenessOf(values), text: textOf(values), keepsGarbled: values['laat-letters'] || undefined }
    const { reports, purpose } = await withVault(io, vault, values, purposes.sources, async (client) => {
      const known: ImportReport[] = []
      for (const file of files) known.push((await importSource(client, userPath(io, file), wish, values.proef)).report)
      return { reports: known, purpose: client.purpose }
    })
    return { data: { doel: purpose, proef: values.proef, bronnen: reports.flatMap(sourceCounts) }, text: [`Doel: ${purpose}.`, ...reports.flatMap(sourceLines)] }
  },
}

/** The report of linking, with Dutch names, as `adressen` and `koppelingen` in every JSON answer. */
export function linkCounts(report: LinkReport): { adressen: Record<string, number>; koppelingen: Record<string, unknown> } {
  const { bag, exact, normalised, fuzzy, ambiguous, none, notGiven, decided } = report.addresses
  const nodes = Object.fromEntries(Object.entries(report.nodes).map(([kind, count]) => [Object.entries(entityKindPlural).find(([key]) => key === kind)?.[1] ?? kind, count]))
  const links = Object.fromEntries(Object.entries(report.links).map(([kind, count]) => [linkName(kind), count]))
  return {
    adressen: { bag_nummer: bag, exact, genormaliseerd: normalised, benaderend: fuzzy, meerduidig: ambiguous, geen: none, niet_opgegeven: notGiven, beslist: decided },
    koppelingen: {
      knopen: nodes, relaties: links,
      paren: { vergeleken: report.pairs.compared, gekoppeld: report.pairs.linked, voorstellen: report.pairs.proposed, tegenspraak: report.pairs.refused },
      clusters: report.clusters.map(({ records, persons, companies }) => ({ records, personen: persons, bedrijven: companies })),
      opmerkingen: report.remarks,
    },
  }
}

function pairsLine({ pairs }: LinkReport): string {
  return `Vergeleken: ${formatNumber(pairs.compared)} paren; ${formatNumber(pairs.linked)} gekoppeld, ${formatNumber(pairs.proposed)} voorgelegd aan een mens, ${formatNumber(pairs.refused)} geweigerd om een tegenspraak.`
}

function linkName(kind: string): string {
  const known = LinkKind.safeParse(kind)
  return known.success ? linkKindNoun[known.data] : kind
}

export const link: Command = {
  name: 'koppel',
  usage: 'KLUIS | --toets [MAP]',
  summary: 'Koppelt adressen, bedrijven en personen uit alle leveringen.',
  options: [['--toets', 'koppelt de referentieverzamelingen in MAP en toont hoe goed; zonder kluis'], ...sharedOptions],
  run: async (words, io) => {
    const { values, positionals } = readOptions(words, { ...vaultOptions, toets: { type: 'boolean', default: false } })
    if (values.toets) return linkTrial(positionals[0], io)
    const { report, purpose } = await withVault(io, positionals[0], values, purposes.sources, async (client) => ({ report: await client.ask('link.run', {}), purpose: client.purpose }))
    const counts = linkCounts(report)
    const addresses = Object.entries(counts.adressen).map(([how, count]) => `${formatNumber(count)} ${how.replaceAll('_', ' ')}`)
    const nodes = Object.entries(report.nodes).reduce((sum, [, count]) => sum + count, 0)
    const links = Object.values(report.links).reduce((sum, count) => sum + count, 0)
    return {
      data: { doel: purpose, ...counts },
      text: [`Doel: ${purpose}.`, `Adressen: ${addresses.join(', ')}.`, `Netwerk: ${formatNumber(nodes)} knopen en ${formatNumber(links)} relaties.`, pairsLine(report), ...report.remarks],
    }
  },
}
