import { EntityKey, EntityKind } from '#shared/model/entity.ts'
import { layoutLines } from '#shared/picture/bundles.ts'
import type { Network, NetworkPicture } from '#shared/model/network.ts'
import { formatNumber, formatPeriod } from '#shared/text/format.ts'
import { entityKindLabel, linkKindLabel, searchTierLabel } from '#shared/text/terms.ts'
import { ProblemError } from '../../engine/problem.ts'
import type { Client } from '../client.ts'
import { sharedOptions, type Command } from '../command.ts'
import { UsageError, userPath } from '../io.ts'
import { choose, readOptions, required, vaultOptions, wholeNumber } from '../options.ts'
import { purposes, withVault } from '../vault.ts'

/** The entity that is meant by a key or by words to search for. @throws ProblemError `not-found` */
export async function findEntity(client: Client, words: string, kinds: EntityKind[] = EntityKind.options.slice()): Promise<EntityKey> {
  const key = EntityKey.safeParse(words)
  if (key.success) return key.data
  const { hits } = await client.ask('search.suggest', { text: words, kinds, limit: 1 })
  const [best] = hits
  if (!best) throw new ProblemError('not-found', { what: `‘${words}’` })
  return best.key
}

export const search: Command = {
  name: 'zoek',
  usage: 'KLUIS TEKST… [--soort adres|bedrijf|persoon] [--aantal N]',
  summary: 'Zoekt een adres, bedrijf of persoon; bij een adres ook welke afdelingen het kennen.',
  options: [
    ['--soort SOORT', 'alleen adressen, bedrijven of personen'],
    ['--aantal N', 'ten hoogste zoveel treffers (10)'],
    ...sharedOptions,
  ],
  run: async (words, io) => {
    const { values, positionals } = readOptions(words, { ...vaultOptions, soort: { type: 'string' }, aantal: { type: 'string', default: '10' } })
    const [file, ...text] = positionals
    const kinds = values.soort === undefined ? EntityKind.options.slice() : [choose(values.soort, '--soort', entityKindLabel)]
    const limit = wholeNumber(values.aantal, '--aantal', 1, 50)
    if (text.length === 0) throw new UsageError('Geef de tekst waarnaar u zoekt.')
    const { hits, departments, purpose } = await withVault(io, file, values, purposes.looking, async (client) => {
      const found = await client.ask('search.suggest', { text: text.join(' '), kinds, limit })
      const first = found.hits.find((hit) => hit.kind === 'address')
      const known = first ? (await client.ask('reference.lookup', { key: first.key })).departments : []
      return { hits: found.hits, departments: known, purpose: client.purpose }
    })
    const isKnown = departments.filter((one) => one.isHit)
    const first = hits.find((hit) => hit.kind === 'address')
    return {
      data: {
        doel: purpose,
        treffers: hits.map(({ key, kind, title, subtitle, tier }) => ({ sleutel: key, soort: entityKindLabel[kind], naam: title, toelichting: subtitle, gevonden: searchTierLabel[tier] })),
        verwijzingen: departments.map(({ department, isHit, references }) => ({ afdeling: department, hit: isHit, aantal: references.length })),
      },
      text: [
        `Doel: ${purpose}.`,
        ...hits.map((hit) => `${hit.key}  ${hit.title}  ${hit.subtitle}  (${searchTierLabel[hit.tier]})`),
        ...(hits.length === 0 ? ['Niets gevonden.'] : []),
        ...(first ? [isKnown.length === 0 ? `${first.title}: bij geen afdeling bekend.` : `${first.title}: bekend bij ${isKnown.map((one) => one.department).join(', ')}.`] : []),
      ],
    }
  },
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

const MOST_NODES = 500

export const network: Command = {
  name: 'netwerk',
  usage: 'KLUIS --van ADRES|BEDRIJF|SLEUTEL [--naar …] [--diepte 2] [--uit BEELD.svg|BEELD.png]',
  summary: 'Toont het netwerk rond een adres, bedrijf of persoon, of het pad tussen twee.',
  options: [
    ['--van WIE', 'een sleutel (address:0034…, company:12) of zoekwoorden'],
    ['--naar WIE', 'toont het kortste pad in plaats van de omgeving'],
    ['--diepte N', 'hoeveel stappen ver (2, ten hoogste 4)'],
    ['--uit BESTAND', 'schrijft het beeld als SVG of PNG'],
    ...sharedOptions,
  ],
  run: async (words, io) => {
    const { values, positionals } = readOptions(words, {
      ...vaultOptions, van: { type: 'string' }, naar: { type: 'string' }, diepte: { type: 'string', default: '2' }, uit: { type: 'string' },
    })
    const depth = wholeNumber(values.diepte, '--diepte', 0, 4)
    const target = values.uit === undefined ? null : pictureTarget(userPath(io, values.uit))
    const origin = required(values.van, '--van')
    const { found, isCut, file, purpose } = await withVault(io, positionals[0], values, purposes.looking, async (client) => {
      const from = await findEntity(client, origin)
      const around = values.naar === undefined
        ? await client.ask('network.expand', { keys: [from], depth, filter: {}, limit: MOST_NODES })
        : { ...(await client.ask('network.path', { from, to: await findEntity(client, values.naar), filter: {}, exclude: [] })), truncated: false }
      const drawn = target === null ? null : await client.ask('network.picture', { picture: await placedPicture(client, around), title: `Netwerk van ${origin}`.slice(0, 120), format: target.format, target: client.grant(target.path) })
      return { found: around, isCut: around.truncated, file: drawn?.file ?? null, purpose: client.purpose }
    })
    const labelOf = new Map(found.nodes.map((node) => [node.key, node.label]))
    return {
      data: {
        doel: purpose,
        knopen: found.nodes.map(({ key, kind, label, detail }) => ({ sleutel: key, soort: entityKindLabel[kind], naam: label, toelichting: detail })),
        relaties: found.links.map(({ from, to, kind, label, start, end }) => ({ van: from, naar: to, soort: linkKindLabel[kind], omschrijving: label, begin: start, einde: end })),
        afgekapt: isCut,
        beeld: file,
      },
      text: [
        `Doel: ${purpose}.`,
        `${formatNumber(found.nodes.length)} knopen en ${formatNumber(found.links.length)} relaties${isCut ? `; meer dan ${MOST_NODES} knopen, niet alles staat erin` : ''}.`,
        ...found.links.map((link) => `  ${labelOf.get(link.from) ?? link.from} ${linkKindLabel[link.kind]} ${labelOf.get(link.to) ?? link.to} (${formatPeriod(link.start, link.end)})`),
        ...(file === null ? [] : [`Beeld geschreven: ${file}.`]),
      ],
    }
  },
}

function pictureTarget(path: string): { path: string; format: 'svg' | 'png' } {
  if (path.endsWith('.svg')) return { path, format: 'svg' }
  if (path.endsWith('.png')) return { path, format: 'png' }
  throw new UsageError('Het beeld bij --uit eindigt op .svg of .png.')
}
