import type { CaseExport, Statement } from '#shared/contract/dossier.ts'
import type { EntityKey } from '#shared/model/entity.ts'
import type { ScoreRole } from '#shared/model/scoreRole.ts'
import { formatCount } from '#shared/text/format.ts'
import { caseStatusLabel, phenomenonLabel } from '#shared/text/terms.ts'
import { ProblemError } from '../../engine/problem.ts'
import type { Client } from '../client.ts'
import { ownPurposeOptions, type Command } from '../command.ts'
import { makeFolder, UsageError, userPath, type Io, type Outcome } from '../io.ts'
import { join } from 'node:path'
import { choose, readOptions, required, textOf, vaultOptions, wholeNumber } from '../options.ts'
import { unseenHelp, unseenWords } from '../unseen.ts'
import { withVault } from '../vault.ts'
import { findEntity } from './lookup.ts'
import { placedPicture } from './network.ts'

const caseOptions = {
  ...vaultOptions,
  titel: { type: 'string' },
  fenomeen: { type: 'string' },
  van: { type: 'string' },
  diepte: { type: 'string', default: '2' },
  aanleiding: { type: 'string', default: '' },
  beoogd: { type: 'string', default: '' },
  hypothese: { type: 'string', multiple: true },
  nummer: { type: 'string' },
  aan: { type: 'string' },
  'rol-score': { type: 'string' },
  toelichting: { type: 'string', default: '' },
  uit: { type: 'string' },
} as const

export const cases: Command = {
  name: 'casus',
  usage: 'KLUIS [lijst | maak --titel T --fenomeen F --van WIE | exporteer --nummer N --aan WIE --uit MAP] --zaak NUMMER',
  summary: 'Toont de casussen, maakt er een van een netwerk, of exporteert het dossier.',
  options: [
    ['--titel TITEL', 'titel van de nieuwe casus'],
    ['--fenomeen FENOMEEN', 'hennep, vastgoed of witwassen'],
    ['--van WIE', `sleutel of zoekwoorden, ${unseenHelp}; het netwerk daaromheen komt in de casus`],
    ['--diepte N', 'hoeveel stappen ver (2)'],
    ['--aanleiding TEKST', 'waarom de casus er komt'],
    ['--beoogd TEKST', 'wat ermee bereikt moet worden'],
    ['--hypothese TEKST', 'een vermoeden van de analist; mag vaker'],
    ['--nummer NUMMER', 'het casusnummer (C-2026-0001)'],
    ['--aan ONTVANGERS', 'wie het dossier krijgt; komt in het logboek'],
    ['--rol-score ROL', 'wat een aandachtscore deed: geen, keuze of onderbouwing; komt in dossier en logboek'],
    ['--toelichting TEKST', 'bij keuze en onderbouwing: welke score, en wat er nog meer bekend was'],
    ['--uit MAP', 'waar DOCX, PDF, XLSX en PNG komen'],
    ...ownPurposeOptions('riec-casus'),
  ],
  run: async (words, io) => {
    const { values, positionals } = readOptions(words, caseOptions, 2)
    const [vault, action = 'lijst'] = positionals
    if (action === 'lijst') return listCases(vault, values, io)
    if (action === 'maak') return makeCase(vault, values, io)
    if (action === 'exporteer') return sendCase(vault, values, io)
    throw new UsageError(`Bij casus kan: lijst, maak of exporteer; niet ${action}.`)
  },
}

type Values = ReturnType<typeof readOptions<typeof caseOptions>>['values']

async function listCases(vault: string | undefined, values: Values, io: Io): Promise<Outcome> {
  const { list, purpose } = await withVault(io, vault, values, 'riec-casus', async (client) => ({ list: await client.ask('case.list', {}), purpose: client.purpose }))
  const lines = list.map((one) => `${one.number}  ${one.title}  (${caseStatusLabel[one.status]}, ${phenomenonLabel[one.phenomenon].toLowerCase()}${one.isListed ? ', te vernietigen' : ''})`)
  return {
    data: { doel: purpose, casussen: list.map((one) => ({ nummer: one.number, titel: one.title, fenomeen: one.phenomenon, status: caseStatusLabel[one.status], onderwerpen: one.subjectCount, bewaren_tot: one.keptUntil, te_vernietigen: one.isListed })) },
    text: [`Doel: ${purpose}.`, ...(lines.length === 0 ? ['Er zijn nog geen casussen.'] : lines)],
  }
}

async function makeCase(vault: string | undefined, values: Values, io: Io): Promise<Outcome> {
  const title = textOf(values.titel, '--titel', 3, 120)
  const phenomenon = choose(required(values.fenomeen, '--fenomeen'), '--fenomeen', phenomenonLabel)
  const depth = wholeNumber(values.diepte, '--diepte', 0, 4)
  const origin = await unseenWords(io, required(values.van, '--van'), '--van')
  const { made, purpose } = await withVault(io, vault, values, 'riec-casus', async (client) => {
    const from = await findEntity(client, origin)
    const order: CaseOrder = { from, depth, title, phenomenon, occasion: values.aanleiding, goal: values.beoogd, hypotheses: values.hypothese ?? [] }
    return { made: await openCase(client, order), purpose: client.purpose }
  })
  return {
    data: { doel: purpose, nummer: made.number, feiten: made.facts, hypothesen: made.hypotheses },
    text: [`Doel: ${purpose}.`, `Casus ${made.number} gemaakt met ${formatCount(made.facts, 'feit', 'feiten')} en ${formatCount(made.hypotheses, 'hypothese', 'hypothesen')}.`],
  }
}

/** What a case is made of. */
export interface CaseOrder {
  from: EntityKey
  depth: number
  title: string
  phenomenon: 'hennep' | 'vastgoed' | 'witwassen'
  occasion: string
  goal: string
  hypotheses: readonly string[]
}

const MOST_SUBJECTS = 150
/** How many of the suggested sentences the command line takes over as facts; each keeps its source. */
const FACTS = 12

/** Makes a case of a network: the picture, facts with their sources, and what the analyst suspects apart from them. */
export async function openCase(client: Client, order: CaseOrder): Promise<{ id: number; number: string; facts: number; hypotheses: number }> {
  const found = await client.ask('network.expand', { keys: [order.from], depth: order.depth, filter: {}, limit: MOST_SUBJECTS })
  const { title, phenomenon, occasion, goal } = order
  const made = await client.ask('case.create', { title, phenomenon, occasion, goal, picture: await placedPicture(client, found) })
  const { suggestions } = await client.ask('case.get', { id: made.id })
  const state = (type: Statement['type'], text: string, sources: number[]) => client.ask('case.addStatement', { id: made.id, type, text, sources })
  const facts = suggestions.slice(0, FACTS)
  for (const { text, source } of facts) await state('fact', text, [source.recordId])
  for (const text of order.hypotheses) await state('hypothesis', text, [])
  return { id: made.id, number: made.number, facts: facts.length, hypotheses: order.hypotheses.length }
}

async function sendCase(vault: string | undefined, values: Values, io: Io): Promise<Outcome> {
  const number = required(values.nummer, '--nummer')
  const recipients = textOf(values.aan, '--aan', 1, 400)
  const folder = userPath(io, required(values.uit, '--uit'))
  const scoreRole = scoreRoleTyped(values)
  const { result, purpose } = await withVault(io, vault, values, 'riec-casus', async (client) => {
    const known = (await client.ask('case.list', {})).find((one) => one.number === number)
    if (!known) throw new ProblemError('not-found', { what: `Casus ${number}` })
    makeFolder(folder)
    return { result: await client.ask('case.export', { id: known.id, folder: client.grant(folder), recipients, scoreRole }), purpose: client.purpose }
  })
  return { data: { doel: purpose, nummer: number, ...exportPaths(result, folder), logregel: result.logLine }, text: [`Doel: ${purpose}.`, ...exportLines(result, folder)] }
}

const playedWord = { none: 'geen', choice: 'keuze', grounds: 'onderbouwing' } as const

/** What a score did, when that was typed; else what was said before stands. */
function scoreRoleTyped(values: Values): ScoreRole | null {
  if (values['rol-score'] === undefined) return null
  const played = choose(values['rol-score'], '--rol-score', playedWord)
  return { played, explanation: played === 'none' ? '' : textOf(values.toelichting, '--toelichting', 20, 1000) }
}

/** Where each format was written, and which could not be made. */
export function exportPaths(result: CaseExport, folder: string): Record<string, unknown> {
  const files = Object.fromEntries(result.files.map(({ format, name }) => [format, join(folder, name)]))
  return { ...files, overgeslagen: result.skipped.map(({ format, reason }) => ({ vorm: format, reden: reason })) }
}

function exportLines(result: CaseExport, folder: string): string[] {
  return [...result.files.map(({ name }) => `Geschreven: ${join(folder, name)}`), ...result.skipped.map(({ format, reason }) => `Niet gemaakt: ${format}. ${reason}`), `Logregel ${result.logLine}.`]
}

export const bibob: Command = {
  name: 'bibob',
  usage: 'KLUIS --aanvrager WIE --uit MAP --zaak NUMMER',
  summary: 'Schrijft de relaties van een aanvrager tot aan de natuurlijke personen, om af te drukken.',
  options: [
    ['--aanvrager WIE', `sleutel of zoekwoorden van een bedrijf of persoon, ${unseenHelp}`],
    ['--uit MAP', 'waar het Word-document en de pagina komen'],
    ...ownPurposeOptions('bibob-onderzoek'),
  ],
  run: async (words, io) => {
    const { values, positionals } = readOptions(words, { ...vaultOptions, aanvrager: { type: 'string' }, uit: { type: 'string' } })
    const typed = required(values.aanvrager, '--aanvrager')
    const folder = userPath(io, required(values.uit, '--uit'))
    const wanted = await unseenWords(io, typed, '--aanvrager')
    const { result, relations, purpose } = await withVault(io, positionals[0], values, 'bibob-onderzoek', async (client) => {
      const applicant = await findEntity(client, wanted, ['company', 'person'])
      const found = await client.ask('bibob.relations', { applicant })
      makeFolder(folder)
      return { result: await client.ask('bibob.export', { applicant, folder: client.grant(folder) }), relations: found, purpose: client.purpose }
    })
    const ends = relations.relations.filter((relation) => relation.end === 'person').length
    return {
      data: { doel: purpose, aanvrager: relations.applicant.label, relaties: relations.relations.length, eindpersonen: ends, ...exportPaths(result, folder), logregel: result.logLine },
      text: [`Doel: ${purpose}.`, `${relations.applicant.label}: ${formatCount(relations.relations.length, 'relatie', 'relaties')}, ${formatCount(ends, 'natuurlijke persoon', 'natuurlijke personen')} aan het eind.`, ...exportLines(result, folder)],
    }
  },
}
