import { EntityKey, EntityKind } from '#shared/model/entity.ts'
import { contactsOf, departmentWithContacts, hitMeaning } from '#shared/text/contacts.ts'
import { entityKindLabel, searchTierLabel } from '#shared/text/terms.ts'
import { ProblemError } from '../../engine/problem.ts'
import type { Client } from '../client.ts'
import { lookUpOptions, type Command } from '../command.ts'
import { UsageError } from '../io.ts'
import { choose, readOptions, vaultOptions, wholeNumber } from '../options.ts'
import { unseenHelp, unseenWords } from '../unseen.ts'
import { withVault } from '../vault.ts'

/** How many candidates are named when words do not say which is meant. */
const NAMED = 5

/**
 * The entity that is meant by a key or by words to search for. Words must be its name as written, and name one alone: nothing is
 * made of a guess.
 * @throws ProblemError `not-found` when nothing is found
 * @throws UsageError with the candidates when the words do not say which, or when a key is of another kind
 */
export async function findEntity(client: Client, words: string, kinds: EntityKind[] = EntityKind.options.slice()): Promise<EntityKey> {
  const key = EntityKey.safeParse(words)
  if (key.success && kinds.some((kind) => key.data.startsWith(`${kind}:`))) return key.data
  if (key.success) throw new UsageError(`${words} is geen ${kinds.map((kind) => entityKindLabel[kind]).join(' of ')}.`)
  const { hits } = await client.ask('search.suggest', { text: words, kinds, limit: NAMED })
  const [best, next] = hits
  if (!best) throw new ProblemError('not-found', { what: `‘${words}’` })
  if (best.tier !== 'fuzzy' && next?.tier !== best.tier) return best.key
  const candidates = hits.map((hit) => `${hit.key} (${[hit.title, hit.subtitle].filter((part) => part !== '').join(', ')})`)
  throw new UsageError(`‘${words}’ zegt niet precies wie of wat u bedoelt. Geef een van deze sleutels: ${candidates.join('; ')}.`)
}

export const search: Command = {
  name: 'zoek',
  usage: 'KLUIS TEKST…|- --doel DOEL [--zaak NUMMER] [--soort adres|bedrijf|persoon] [--aantal N]',
  summary: 'Zoekt een adres, bedrijf of persoon; bij een adres ook welke afdelingen het kennen.',
  options: [
    ['TEKST', `wat u zoekt, ${unseenHelp}`],
    ['--soort SOORT', 'alleen adressen, bedrijven of personen'],
    ['--aantal N', 'ten hoogste zoveel treffers (10)'],
    ...lookUpOptions,
  ],
  run: async (words, io) => {
    const { values, positionals } = readOptions(words, { ...vaultOptions, soort: { type: 'string' }, aantal: { type: 'string', default: '10' } }, Infinity)
    const [file, ...text] = positionals
    const kinds = values.soort === undefined ? EntityKind.options.slice() : [choose(values.soort, '--soort', entityKindLabel)]
    const limit = wholeNumber(values.aantal, '--aantal', 1, 50)
    if (text.length === 0) throw new UsageError('Geef de tekst waarnaar u zoekt.')
    const wanted = await unseenWords(io, text.join(' '), 'TEKST')
    const { hits, departments, purpose, closed } = await withVault(io, file, values, 'asked', async (client) => {
      const found = await client.ask('search.suggest', { text: wanted, kinds, limit })
      const first = found.hits.find((hit) => hit.kind === 'address')
      const known = first ? (await client.ask('reference.lookup', { key: first.key })).departments : []
      const { purpose: chosen } = await client.ask('vault.status', {})
      return { hits: found.hits, departments: known, purpose: client.purpose, closed: kinds.filter((kind) => kind === 'person' && !chosen?.compartments.includes('person')) }
    })
    const isKnown = departments.filter((one) => one.isHit)
    const first = hits.find((hit) => hit.kind === 'address')
    return {
      data: {
        doel: purpose,
        niet_doorzocht: closed.map((kind) => entityKindLabel[kind]),
        treffers: hits.map(({ key, kind, title, subtitle, tier }) => ({ sleutel: key, soort: entityKindLabel[kind], naam: title, toelichting: subtitle, gevonden: searchTierLabel[tier] })),
        verwijzingen: departments.map((one) => ({ afdeling: one.department, hit: one.isHit, aantal: one.references.length, contact: contactsOf(one), ook_op: one.alsoAt.map(({ key, label }) => ({ sleutel: key, adres: label })) })),
      },
      text: [
        `Doel: ${purpose}.`,
        ...hits.map((hit) => `${hit.key}  ${hit.title}  ${hit.subtitle}  (${searchTierLabel[hit.tier]})`),
        ...(hits.length === 0 ? ['Niets gevonden.'] : []),
        ...(closed.length === 0 ? [] : ['Personen zijn niet doorzocht: dat mag alleen onder een doel dat bij een zaak hoort, zoals signaal-wegen of riec-casus.']),
        ...(first ? [isKnown.length === 0 ? `${first.title}: bij geen afdeling bekend.` : `${first.title}: bekend bij ${isKnown.map(departmentWithContacts).join(', ')}.`] : []),
        ...(isKnown.length === 0 ? [] : [hitMeaning]),
        ...departments.flatMap(({ department, alsoAt }) => alsoAt.map(({ key, label }) => `${department} kent ${label} (${key}), een ander adres van hetzelfde object.`)),
      ],
    }
  },
}
