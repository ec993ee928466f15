import type { EntityKey } from '#shared/model/entity.ts'
import type { Network, NetworkPicture } from '#shared/model/network.ts'
import { NetworkFormat } from '#shared/model/networkExport.ts'
import { layoutLines } from '#shared/picture/bundles.ts'
import { formatCount, formatPeriod } from '#shared/text/format.ts'
import { linkForward } from '#shared/text/links.ts'
import { entityKindLabel } from '#shared/text/terms.ts'
import type { Client } from '../client.ts'
import { lookUpOptions, type Command } from '../command.ts'
import { newFile, UsageError, type Outcome } from '../io.ts'
import { readOptions, required, vaultOptions, wholeNumber } from '../options.ts'
import { unseenHelp, unseenWords } from '../unseen.ts'
import { withVault } from '../vault.ts'
import { findEntity } from './lookup.ts'

const MOST_NODES = 500
const pictures = ['svg', 'png', 'pdf'] as const
type Picture = (typeof pictures)[number]

/** Where a network goes, and in what form. */
interface Target {
  path: string
  format: Picture | NetworkFormat
}

/** A network with every node at the place the engine gives it. */
export async function placedPicture(client: Client, { nodes, links }: Network): Promise<NetworkPicture> {
  const places = await client.ask('network.layout', {
    nodes: nodes.map(({ key, label }) => ({ key, label, x: null, y: null, pinned: false })),
    links: layoutLines(links),
  })
  const placeOf = new Map(places.map((place) => [place.key, place]))
  return { nodes: nodes.map((node) => ({ ...node, x: placeOf.get(node.key)?.x ?? 0, y: placeOf.get(node.key)?.y ?? 0, pinned: false })), links }
}

export const network: Command = {
  name: 'netwerk',
  usage: 'KLUIS --van ADRES|BEDRIJF|SLEUTEL --doel DOEL [--zaak NUMMER] [--diepte 2] [--open] [--uit BESTAND]',
  summary: 'Toont het netwerk rond een adres, bedrijf of persoon.',
  options: [
    ['--van WIE', `een sleutel (address:0034…, company:12) of zoekwoorden, ${unseenHelp}`],
    ['--diepte N', 'hoeveel stappen ver (2, ten hoogste 4)'],
    ['--open', 'alleen relaties uit openbare bronnen'],
    ['--uit BESTAND', 'schrijft het netwerk: .svg, .png, .pdf, .graphml, .gexf, .anx (i2), .csv of .xlsx'],
    ...lookUpOptions,
  ],
  run: async (words, io) => {
    const { values, positionals } = readOptions(words, { ...vaultOptions, van: { type: 'string' }, diepte: { type: 'string', default: '2' }, open: { type: 'boolean', default: false }, uit: { type: 'string' } })
    const depth = wholeNumber(values.diepte, '--diepte', 0, 4)
    const target = values.uit === undefined ? null : targetOf(newFile(io, values.uit))
    const origin = await unseenWords(io, required(values.van, '--van'), '--van')
    const { found, file, purpose } = await withVault(io, positionals[0], values, 'asked', async (client) => {
      const from = await findEntity(client, origin)
      const around = await client.ask('network.expand', { keys: [from], depth, filter: { sources: values.open ? 'open' : 'all' }, limit: MOST_NODES })
      return { found: around, file: target && (await write(client, around, `Netwerk van ${origin}`, target)), purpose: client.purpose }
    })
    const outcome = networkOutcome(purpose, found, file)
    const cut = found.truncated ? [`Meer dan ${MOST_NODES} knopen; niet alles staat erin.`] : []
    return { data: { ...outcome.data, afgekapt: found.truncated }, text: [...outcome.text, ...cut] }
  },
}

export const path: Command = {
  name: 'pad',
  usage: 'KLUIS --van WIE --naar WIE --doel DOEL [--zaak NUMMER] [--aantal 1] [--op-tijd] [--open] [--zonder WIE]… [--uit BESTAND]',
  summary: 'Zoekt de kortste paden tussen twee adressen, bedrijven of personen.',
  options: [
    ['--van WIE', `een sleutel (address:0034…, company:12) of zoekwoorden, ${unseenHelp}`],
    ['--naar WIE', 'idem'],
    ['--aantal N', 'ten hoogste zoveel paden, kortste eerst (1, ten hoogste 20)'],
    ['--op-tijd', 'alleen paden waarlangs de data niet teruggaan'],
    ['--open', 'alleen relaties uit openbare bronnen'],
    ['--zonder WIE', 'niet langs deze; mag vaker'],
    ['--uit BESTAND', 'schrijft de paden samen als netwerk, zoals bij netwerk'],
    ...lookUpOptions,
  ],
  run: async (words, io) => {
    const { values, positionals } = readOptions(words, {
      ...vaultOptions, van: { type: 'string' }, naar: { type: 'string' }, aantal: { type: 'string', default: '1' }, 'op-tijd': { type: 'boolean', default: false },
      open: { type: 'boolean', default: false }, zonder: { type: 'string', multiple: true, default: [] }, uit: { type: 'string' },
    })
    const count = wholeNumber(values.aantal, '--aantal', 1, 20)
    const target = values.uit === undefined ? null : targetOf(newFile(io, values.uit))
    const typed = [required(values.van, '--van'), required(values.naar, '--naar')] as const
    const ends = [await unseenWords(io, typed[0], '--van'), await unseenWords(io, typed[1], '--naar')] as const
    const avoided: string[] = []
    for (const one of values.zonder) avoided.push(await unseenWords(io, one, '--zonder'))
    const { found, file, purpose } = await withVault(io, positionals[0], values, 'asked', async (client) => {
      const [from, to] = [await findEntity(client, ends[0]), await findEntity(client, ends[1])]
      if (from === to) throw new UsageError('Bij --van en --naar staat dezelfde.')
      const exclude: EntityKey[] = []
      for (const one of avoided) exclude.push(await findEntity(client, one))
      const paths = await client.ask('network.path', { from, to, filter: { sources: values.open ? 'open' : 'all' }, exclude, count, inTimeOrder: values['op-tijd'] })
      return { found: paths, file: target && (await write(client, paths, `Paden van ${ends[0]} naar ${ends[1]}`, target)), purpose: client.purpose }
    })
    const outcome = networkOutcome(purpose, found, file)
    const labelOf = new Map(found.nodes.map((node) => [node.key, node.label]))
    const lines = found.paths.map((keys, place) => `  ${place + 1}. ${keys.map((key) => labelOf.get(key) ?? key).join(' – ')}`)
    return { data: { ...outcome.data, paden: found.paths }, text: [outcome.text[0] ?? '', ...lines, ...outcome.text.slice(1)] }
  },
}

async function write(client: Client, found: Network, title: string, { path: file, format }: Target): Promise<string> {
  const picture = await placedPicture(client, found)
  const order = { picture, title: title.slice(0, 120), target: client.grant(file) }
  const written = isPicture(format) ? await client.ask('network.picture', { ...order, format }) : await client.ask('network.export', { ...order, format })
  return written.file
}

function networkOutcome(purpose: string, found: Network, file: string | null): Outcome {
  const labelOf = new Map(found.nodes.map((node) => [node.key, node.label]))
  return {
    data: {
      doel: purpose,
      knopen: found.nodes.map(({ key, kind, label, detail }) => ({ sleutel: key, soort: entityKindLabel[kind], naam: label, toelichting: detail })),
      relaties: found.links.map(({ from, to, kind, label, start, end }) => ({ van: from, naar: to, soort: linkForward({ kind, label }), omschrijving: label, begin: start, einde: end })),
      beeld: file,
    },
    text: [
      `Doel: ${purpose}.`,
      `${formatCount(found.nodes.length, 'knoop', 'knopen')} en ${formatCount(found.links.length, 'relatie', 'relaties')}.`,
      ...found.links.map((link) => `  ${labelOf.get(link.from) ?? link.from} ${linkForward(link)} ${labelOf.get(link.to) ?? link.to} (${formatPeriod(link.start, link.end)})`),
      ...(file === null ? [] : [`Bestand geschreven: ${file}.`]),
    ],
  }
}

function isPicture(format: Target['format']): format is Picture {
  return pictures.some((one) => one === format)
}

/** @throws UsageError when the name does not end in a format */
function targetOf(file: string): Target {
  const formats = [...pictures, ...NetworkFormat.options]
  const format = formats.find((one) => file.toLowerCase().endsWith(`.${one}`))
  if (format) return { path: file, format }
  throw new UsageError(`Het bestand bij --uit eindigt op ${formats.map((one) => `.${one}`).join(', ')}.`)
}
