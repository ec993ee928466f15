import { mappingDifferences, type MappingDifference, type RememberedShape } from '#shared/model/mappingVersion.ts'
import { capitalise, formatCount, formatDate, formatMoment, formatNumber } from '#shared/text/format.ts'
import { sheetBeside } from '#shared/text/source.ts'
import type { Delivery, DeliveryUse } from '#shared/contract/sources.ts'
import { ownPurposeOptions, type Command } from '../command.ts'
import { newFile, UsageError, userPath } from '../io.ts'
import { readOptions, textOf, vaultOptions } from '../options.ts'
import { withVault } from '../vault.ts'

export const deliveries: Command = {
  name: 'leveringen',
  usage: 'KLUIS',
  summary: 'Toont wat er is ingelezen, met wat elke levering veranderde, nieuwste eerst.',
  options: ownPurposeOptions('gegevensbeheer'),
  run: async (words, io) => {
    const { values, positionals } = readOptions(words, vaultOptions)
    const { list, purpose } = await withVault(io, positionals[0], values, 'gegevensbeheer', async (client) => ({ list: await client.ask('sources.deliveries', {}), purpose: client.purpose }))
    const data = list.map((one) => ({
      levering: one.id, bron: one.seriesId, soort: one.kind, bestand: one.file, blad: one.sheet, leverancier: one.supplier, peildatum: one.referenceDate, ingelezen_op: one.at, door: one.by, doel: one.purpose, sha256: one.hash,
      gelezen: one.rowsRead, geaccepteerd: one.accepted, hersteld: one.repaired, geweigerd: one.refused,
      verschil: { nieuw: one.added, gewijzigd: one.changed, verdwenen: one.gone, ongewijzigd: one.unchanged }, ingetrokken_op: one.withdrawnAt, reden: one.withdrawnReason,
    }))
    const lines = list.map((one) => {
      const day = one.referenceDate === null ? formatMoment(one.at) : `peildatum ${formatDate(one.referenceDate)}`
      const state = one.withdrawnAt === null ? '' : `, ingetrokken op ${formatMoment(one.withdrawnAt)}`
      return `${one.id} · ${one.kindLabel} · ${sheetName(one)} · ${[one.supplier, day].filter((part) => part !== '').join(', ')}: ${formatNumber(one.accepted)} ingelezen, ${formatNumber(one.refused)} geweigerd${state}.`
    })
    return { data: { doel: purpose, leveringen: data }, text: [`Doel: ${purpose}.`, ...(lines.length > 0 ? lines : ['Er is nog niets ingelezen.'])] }
  },
}

/** The file, and of a workbook the sheet. */
function sheetName({ file, sheet }: Delivery): string {
  const beside = sheetBeside(file, sheet)
  return beside === '' ? file : `${file}, blad ${beside}`
}

function useLines({ rows, later, cases, exports, scoreSets }: DeliveryUse): string[] {
  return [
    `${formatCount(rows, 'rij', 'rijen')}; ${formatCount(later.length, 'latere levering', 'latere leveringen')} van deze bron; ${formatNumber(scoreSets.count)} keer gescoord sindsdien.`,
    ...cases.map(({ number, title, statements, subjects }) => `  casus ${number} ${title}: op deze levering steunen ${formatCount(statements, 'uitspraak', 'uitspraken')} en ${formatCount(subjects, 'subject', 'subjecten')}`),
    ...exports.map(({ number, at, recipients }) => `  uit casus ${number} verstrekt op ${formatMoment(at)} aan ${recipients}`),
  ]
}

export const withdraw: Command = {
  name: 'intrekken',
  usage: 'KLUIS LEVERING [--reden TEKST]',
  summary: 'Trekt een levering in met alles wat ervan is afgeleid; zonder reden alleen wat haar gebruikte.',
  options: [['--reden TEKST', 'waarom, ten minste tien tekens; zonder reden wordt er niets ingetrokken'], ...ownPurposeOptions('gegevensbeheer')],
  run: async (words, io) => {
    const { values, positionals } = readOptions(words, { ...vaultOptions, reden: { type: 'string' } }, 2)
    const [vault, given] = positionals
    const deliveryId = Number(given)
    if (!Number.isInteger(deliveryId) || deliveryId < 1) throw new UsageError('Geef het nummer van de levering; de opdracht leveringen toont ze.')
    const reason = values.reden === undefined ? undefined : textOf(values.reden, '--reden', 10, 500)
    const { use, done, purpose } = await withVault(io, vault, values, 'gegevensbeheer', async (client) => ({
      use: await client.ask('sources.use', { deliveryId }),
      done: reason === undefined ? null : await client.ask('sources.withdraw', { deliveryId, reason }),
      purpose: client.purpose,
    }))
    return {
      data: {
        doel: purpose, levering: deliveryId, ingetrokken: done !== null, rijen: use.rows, opnieuw_gekoppeld: done?.isLinkedAnew ?? false,
        gebruikt_in: {
          latere_leveringen: use.later.map((one) => one.deliveryId), casussen: use.cases.map(({ number }) => number),
          verstrekkingen: use.exports.map(({ number, at }) => ({ casus: number, op: at })), scores: use.scoreSets.count,
        },
      },
      text: [`Doel: ${purpose}.`, ...useLines(use), done === null ? 'Er is niets ingetrokken; geef --reden om dat te doen.' : `Levering ${deliveryId} is ingetrokken.`],
    }
  },
}

export const refusals: Command = {
  name: 'geweigerd',
  usage: 'KLUIS LEVERING BESTAND',
  summary: 'Schrijft de geweigerde rijen van een levering in de indeling van de bron, met de reden erachter.',
  options: ownPurposeOptions('gegevensbeheer'),
  run: async (words, io) => {
    const { values, positionals } = readOptions(words, vaultOptions, 3)
    const [vault, given, path] = positionals
    const deliveryId = Number(given)
    if (!Number.isInteger(deliveryId) || path === undefined) throw new UsageError('Geef het nummer van de levering en het bestand om te schrijven.')
    const target = newFile(io, path)
    const { rows, purpose } = await withVault(io, vault, values, 'gegevensbeheer', async (client) => ({
      rows: (await client.ask('sources.exportRefusals', { deliveryId, target: client.grant(target) })).rows,
      purpose: client.purpose,
    }))
    return { data: { doel: purpose, levering: deliveryId, rijen: rows }, text: [`Doel: ${purpose}.`, `${capitalise(formatCount(rows, 'geweigerde rij', 'geweigerde rijen'))} geschreven.`] }
  },
}

export const mappings: Command = {
  name: 'toewijzingen',
  usage: 'KLUIS [--naar BESTAND | --van BESTAND]',
  summary: 'Toont de onthouden toewijzingen met hun versies, slaat ze op in een bestand, of neemt ze eruit over.',
  options: [['--naar BESTAND', 'opslaan: koppen en velden, geen waarden'], ['--van BESTAND', 'overnemen'], ...ownPurposeOptions('gegevensbeheer')],
  run: async (words, io) => {
    const { values, positionals } = readOptions(words, { ...vaultOptions, naar: { type: 'string' }, van: { type: 'string' } })
    const { naar, van: source } = values
    const target = naar === undefined ? undefined : newFile(io, naar)
    if (target !== undefined && source !== undefined) throw new UsageError('Geef --naar of --van, niet beide.')
    if (target === undefined && source === undefined) return showMappings(await withVault(io, positionals[0], values, 'gegevensbeheer', async (client) => ({ shapes: await client.ask('sources.mappings', {}), purpose: client.purpose })))
    const { count, purpose } = await withVault(io, positionals[0], values, 'gegevensbeheer', async (client) => {
      const reply = target === undefined
        ? await client.ask('sources.importMappings', { file: client.grant(userPath(io, source ?? '')) })
        : await client.ask('sources.exportMappings', { target: client.grant(target) })
      return { count: reply.mappings, purpose: client.purpose }
    })
    return { data: { doel: purpose, toewijzingen: count }, text: [`Doel: ${purpose}.`, `${capitalise(formatCount(count, 'toewijzing', 'toewijzingen'))} ${target === undefined ? 'overgenomen' : 'opgeslagen'}.`] }
  },
}

/** Every shape with its versions, and what each changed. */
function showMappings({ shapes, purpose }: { shapes: RememberedShape[]; purpose: string }) {
  const told = ({ heading, before, after }: MappingDifference) => `${heading === '' ? 'Soort levering' : heading}: ${before ?? 'niet inlezen'} → ${after ?? 'niet inlezen'}`
  const listed = shapes.map(({ shape, versions }) => ({
    vorm: shape, soort: versions[0]?.kind, koppen: versions[0]?.columns.map(({ heading, field }) => ({ kop: heading, veld: field })),
    versies: versions.map((one, i) => {
      const before = versions[i + 1]
      return { versie: one.version, door: one.by, op: one.at, verschil: before ? mappingDifferences(before, one).map(told) : [] }
    }),
  }))
  return {
    data: { doel: purpose, onthouden: listed },
    text: [
      `Doel: ${purpose}.`,
      ...(listed.length === 0 ? ['Er is nog geen toewijzing onthouden.'] : []),
      ...listed.flatMap(({ vorm, koppen, versies }, i) => [
        `${vorm.slice(0, 8)}  ${shapes[i]?.versions[0]?.kindLabel ?? ''}: ${(koppen ?? []).map(({ kop, veld }) => `${kop} → ${veld ?? 'niet inlezen'}`).join('; ')}`,
        ...versies.flatMap(({ versie, door, op, verschil }) => [`  versie ${versie}, ${formatMoment(op)}, ${door}`, ...verschil.map((line) => `    ${line}`)]),
      ]),
    ],
  }
}
