import { EntityKey, EntityKind } from '#shared/model/entity.ts'
import { entityKindLabel, searchTierLabel } from '#shared/text/terms.ts'
import { ProblemError } from '../../engine/problem.ts'
import type { Client } from '../client.ts'
import { sharedOptions, type Command } from '../command.ts'
import { UsageError } from '../io.ts'
import { choose, readOptions, vaultOptions, wholeNumber } from '../options.ts'
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
