import { basename } from 'node:path'
import type { SheetMapping, TextReading, WorkbookView } from '#shared/model/source.ts'
import { unsureKinds } from '#shared/text/deliveryKinds.ts'
import { encodingLabel, quoteLabel, separatorName, separatorOf, separators } from '#shared/text/textReading.ts'
import { formatCount } from '#shared/text/format.ts'
import { problemLine } from '#shared/text/problems.ts'
import { ProblemError, toProblem } from '../../engine/problem.ts'
import type { Client } from '../client.ts'
import { ownPurposeOptions, type Command } from '../command.ts'
import { deliveryKindNames, deliveryKindOf } from '../deliveryKind.ts'
import { UsageError, userPath } from '../io.ts'
import { dayWritten, readOptions, textOf, vaultOptions, wholeNumber } from '../options.ts'
import { leftOutCounts, leftOutLines, leftOutOf, remarkCounts, remarkLines, remarksOf, sourceCounts, sourceLines, type TakenFile } from '../sourceReport.ts'
import { withVault } from '../vault.ts'

const MOST_DELIVERIES = 2 ** 21

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
  /** the delivery it follows, when that is not the one its name tells */
  after?: number | undefined
}

/** Takes a file in with the mapping the reader proposes; hidden sheets and sheets without a kind stay out. */
export async function importSource(client: Client, path: string, wish: SourceWish, isTrial: boolean): Promise<TakenFile> {
  const file = client.grant(path)
  const seen = await client.ask('sources.inspect', { file })
  const text = seen.text && wish.text ? { ...seen.text, ...wish.text } : undefined
  const isSettled = wish.kind !== undefined || wish.supplier !== undefined || text !== undefined
  const choices = isSettled ? seen.sheets.map((sheet) => ({ sheet: sheet.name, kind: wish.kind ?? null, headerRow: null, supplier: wish.supplier, text })) : []
  const view = choices.length === 0 ? seen : await client.ask('sources.inspect', { file, choices })
  const sheets = view.sheets.filter((sheet) => !sheet.isHidden).flatMap(({ proposal }) => (proposal ? [withWish(proposal, wish)] : []))
  if (sheets.length === 0) throw nothingToTake(view)
  const report = await client.ask(isTrial ? 'sources.preview' : 'sources.import', { file, sheets })
  return { report, leftOut: leftOutOf(view), remarks: remarksOf(view) }
}

function nothingToTake({ sheets }: WorkbookView): ProblemError {
  const doubted = sheets.find(({ doubt }) => doubt.length > 0)
  if (doubted) return new ProblemError('kind-unsure', { kinds: unsureKinds(doubted.doubt) })
  return new ProblemError('kind-unrecognised', { sheets: sheets.map(({ name, rows }) => `${name} (${formatCount(rows, 'rij', 'rijen')})`).join(', ') })
}

function withWish(proposal: SheetMapping, { supplier, referenceDate, isComplete, keepsGarbled, after }: SourceWish): SheetMapping {
  const before = after === undefined ? proposal.follows : { deliveryId: after, isComplete: proposal.follows?.deliveryId === after && proposal.follows.isComplete }
  const follows = before && isComplete !== undefined ? { ...before, isComplete } : before
  return { ...proposal, follows, keepsGarbled, supplier: supplier ?? proposal.supplier, referenceDate: referenceDate ?? proposal.referenceDate }
}

/** `--volledig` and `--aanvulling`, of which at most one is given. */
function completenessOf({ volledig, aanvulling }: { volledig: boolean; aanvulling: boolean }): boolean | undefined {
  if (volledig && aanvulling) throw new UsageError('Kies --volledig of --aanvulling, niet beide.')
  return volledig ? true : aanvulling ? false : undefined
}

/** `--scheidingsteken`, `--aanhalingstekens` and `--codering`. @throws UsageError for a word that is none of them */
function textReadingOf(values: { scheidingsteken?: string | undefined; aanhalingstekens?: string | undefined; codering?: string | undefined }): Partial<TextReading> | undefined {
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
  usage: 'KLUIS BESTAND… [--soort SOORT] [--leverancier NAAM] [--peildatum DD-MM-JJJJ] [--volgt-op LEVERING] [--volledig | --aanvulling] [--scheidingsteken TEKEN] [--aanhalingstekens WELKE] [--codering WELKE] [--laat-letters] [--proef]',
  summary: 'Leest bestanden van afdelingen in, met de toewijzing die de lezer voorstelt.',
  options: [
    ['--soort SOORT', `de soort levering, als de lezer die niet moet kiezen: ${deliveryKindNames().join(', ')}`],
    ['--leverancier NAAM', 'wie het bestand leverde; daarmee volgt het op een eerdere hele stand van die leverancier'],
    ['--peildatum DATUM', 'de dag waarop de gegevens golden: 31-12-2025 of 2025-12-31'],
    ['--volgt-op LEVERING', 'het nummer van de levering waarvan dit de volgende is, als de naam van het bestand dat niet zegt'],
    ['--volledig', 'het bestand is de hele stand: wat er niet meer in staat, is beëindigd'],
    ['--aanvulling', 'het bestand vult aan wat de bron eerder leverde'],
    ['--scheidingsteken TEKEN', 'van een tekstbestand: puntkomma, komma, tab, een ander teken of 0x1F'],
    ['--aanhalingstekens WELKE', 'van een tekstbestand: dubbel, enkel of geen'],
    ['--codering WELKE', 'van een tekstbestand: UTF-8, Windows-1252, UTF-16'],
    ['--laat-letters', 'verminkte letters, zoals ‘Ã«’ voor ‘ë’, niet herstellen'],
    ['--proef', 'laat zien wat er zou gebeuren; de kluis blijft zoals zij is'],
    ...ownPurposeOptions('gegevensbeheer'),
  ],
  run: async (words, io) => {
    const { values, positionals } = readOptions(words, {
      ...vaultOptions, soort: { type: 'string' }, leverancier: { type: 'string' }, peildatum: { type: 'string' }, 'volgt-op': { type: 'string' },
      volledig: { type: 'boolean', default: false }, aanvulling: { type: 'boolean', default: false }, scheidingsteken: { type: 'string' }, aanhalingstekens: { type: 'string' }, codering: { type: 'string' }, 'laat-letters': { type: 'boolean', default: false }, proef: { type: 'boolean', default: false },
    }, Infinity)
    const [vault, ...files] = positionals
    if (files.length === 0) throw new UsageError('Geef ten minste één bestand.')
    const after = values['volgt-op'] === undefined ? undefined : wholeNumber(values['volgt-op'], '--volgt-op', 1, MOST_DELIVERIES)
    if (after !== undefined && files.length > 1) throw new UsageError('--volgt-op geldt voor één bestand.')
    const wish: SourceWish = {
      kind: values.soort === undefined ? undefined : deliveryKindOf(values.soort), supplier: values.leverancier === undefined ? undefined : textOf(values.leverancier, '--leverancier', 1, 80), referenceDate: values.peildatum === undefined ? undefined : dayWritten(values.peildatum, '--peildatum'),
      isComplete: completenessOf(values), after, text: textReadingOf(values), keepsGarbled: values['laat-letters'] || undefined,
    }
    const { taken, failures, purpose } = await withVault(io, vault, values, 'gegevensbeheer', async (client) => ({
      ...(await importEach(client, files.map((file) => userPath(io, file)), wish, values.proef)), purpose: client.purpose,
    }))
    return {
      data: { doel: purpose, proef: values.proef, bronnen: taken.flatMap(({ report }) => sourceCounts(report)), niet_gelezen: taken.flatMap(leftOutCounts), opmerkingen: taken.flatMap(remarkCounts), mislukt: failures.map(({ file, sentence }) => ({ bestand: file, reden: sentence })) },
      text: [`Doel: ${purpose}.`, ...taken.flatMap((file) => [...sourceLines(file.report), ...remarkLines(file), ...leftOutLines(file)])],
      failures: failures.map(({ file, sentence }) => `${file}: ${sentence}`),
    }
  },
}

/** Codes of what lies in one file; the next file may well go in. */
const OF_ONE_FILE = /^(?:file|sheet|cell|column|kind)-/

/** Takes files in one after the other. What is wrong with one file does not hide what went in of the others; anything else ends it there. */
async function importEach(client: Client, files: readonly string[], wish: SourceWish, isTrial: boolean): Promise<{ taken: TakenFile[]; failures: { file: string; sentence: string }[] }> {
  const taken: TakenFile[] = []
  const failures: { file: string; sentence: string }[] = []
  for (const [place, file] of files.entries()) {
    try {
      taken.push(await importSource(client, file, wish, isTrial))
    } catch (error) {
      const problem = toProblem(error)
      failures.push({ file: basename(file), sentence: problemLine(problem) })
      if (OF_ONE_FILE.test(problem.code)) continue
      failures.push(...files.slice(place + 1).map((rest) => ({ file: basename(rest), sentence: 'Niet meer gelezen.' })))
      break
    }
  }
  return { taken, failures }
}
