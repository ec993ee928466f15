import type { LedgerDeed, Party, QueuedPair, ReviewPair } from '#shared/contract/review.ts'
import type { Topic } from '#shared/contract/procedure.ts'
import { FakeProblem, type FakeAnswers } from './fakeEngine.ts'
import { source } from './municipality.ts'

/** A queue of invented persons, and an engine that keeps a ledger of what is decided about them. */

const people = ['M. van Voorbeeld', 'S. Testveld', 'J. de Proef', 'A. Monsterman', 'K. Schijn-Bos']

function queued(place: number): QueuedPair {
  const label = people[place] ?? ''
  return {
    party: 'person',
    left: { recordId: 100 + place, entity: `person:${place + 1}`, label, detail: 'geboren 12-03-1984' },
    right: { recordId: 200 + place, entity: `person:${place + 11}`, label: label.replace(/^(\S)\./, '$1.J.'), detail: 'geboren 03-12-1984' },
    weight: 14.3 - 2 * place,
    completeness: 0.82,
    tier: 'fuzzy',
    links: 5 - place,
    cases: place === 0 ? 1 : 0,
  }
}

export const queue: readonly QueuedPair[] = people.map((_, place) => queued(place))

function pairOf(left: number, right: number, party: Party, decided: LedgerDeed | null): ReviewPair {
  const pair = queue.find((one) => one.left.recordId === left && one.right.recordId === right) ?? queued(0)
  return {
    party,
    left: { ...pair.left, source: source('BRP-uitdraai.xlsx', 5120, 'Burgerzaken'), records: 3 },
    right: { ...pair.right, source: source('Handelsregister.xlsx', 2044, 'KVK'), records: 1 },
    weighed: { weight: pair.weight, completeness: pair.completeness, tier: pair.tier, modelVersion: 1 },
    fields: [
      { label: 'Achternaam', left: 'Voorbeeld', right: 'Voorbeelt', outcome: 'alike', words: 'lijkt', weight: 4.1 },
      { label: 'Voornamen', left: 'Marieke Johanna', right: 'Marieke', outcome: 'alike', words: 'het ene is een deel van het andere', weight: 6.4 },
      { label: 'Geboortedatum', left: '12-03-1984', right: '03-12-1984', outcome: 'alike', words: 'dag en maand verwisseld', weight: 7.9 },
      { label: 'Adres', left: 'Markerkant 12-34, Almere', right: '', outcome: 'missing', words: 'rechts niet bekend', weight: null },
      { label: 'Komt voor als', left: 'ingeschreven persoon', right: 'bestuurder van Polderglas B.V.', outcome: 'free', words: 'mag verschillen', weight: null },
      { label: 'Voorletters', left: 'M.J.', right: 'M.J.', outcome: 'equal', words: 'gelijk', weight: null },
      { label: 'Uitgangskans', left: '', right: '', outcome: 'prior', words: 'dat twee willekeurige dezelfde zijn', weight: -4.1 },
    ],
    sameBsn: 'unknown',
    isOneEntity: false,
    forbidden: null,
    effect: {
      leftLinks: 3, rightLinks: 5, neighbourCount: 5,
      neighbours: [
        { key: 'address:0034200000123456', kind: 'address', label: 'Markerkant 12-34', words: 'ingeschreven op', side: 'both' },
        { key: 'company:12', kind: 'company', label: 'Havenzicht Vastgoed B.V.', words: 'aandeelhouder van', side: 'left' },
        { key: 'company:14', kind: 'company', label: 'Polderglas B.V.', words: 'bestuurder van', side: 'right' },
        { key: 'company:15', kind: 'company', label: 'Kiem & Co V.O.F.', words: 'vennoot van', side: 'right' },
        { key: 'address:0034200000123457', kind: 'address', label: 'Radioweg 3', words: 'eigenaar van', side: 'right' },
      ],
      departments: [{ department: 'Sociale recherche', left: 1, right: 0 }, { department: 'Vergunningen, toezicht en handhaving', left: 1, right: 2 }],
      cases: [{ number: 'C-2026-0001', side: 'left' }],
      areas: ['Markerkant Noord'],
      branches: ['4334', '6820'],
    },
    decided,
  }
}

/** Answers with a memory of their own, so that deciding and undoing can be seen. @param changed hears what became stale */
export function reviewAnswers(changed: (topics: readonly Topic[]) => void = () => undefined): FakeAnswers {
  const tell = () => void setTimeout(() => changed(['review']))
  const deeds: LedgerDeed[] = []
  let applied = 0
  const holds = (left: number, right: number) => deeds.find((one) => one.revoked === null && one.verdict !== null && one.leftRecord === left && one.rightRecord === right) ?? null
  return {
    'review.queue': ({ party, show, limit }) => {
      const all = party === 'person' ? queue : []
      const on = (pair: QueuedPair) => holds(pair.left.recordId, pair.right.recordId)?.verdict
      const open = all.filter((pair) => on(pair) === undefined)
      const unsure = all.filter((pair) => on(pair) === 'unsure')
      const pairs = (show === 'open' ? open : unsure).slice(0, limit)
      return { pairs, count: { open: open.length, unsure: unsure.length, decided: deeds.length, pending: deeds.length - applied } }
    },
    'review.pair': ({ party, left, right }) => pairOf(left, right, party, holds(left, right)),
    'review.near': () => ({ pairs: queue.slice(0, 1) }),
    'review.decide': ({ party, left, right, verdict, reason }) => {
      const deed = deeds.length + 1
      deeds.push({ deed, kind: 'verdict', at: '2026-11-21T09:00:00Z', by: 'A. Analist', party, verdict, reason, left: `rij ${left}`, right: `rij ${right}`, leftRecord: left, rightRecord: right, revoked: null, isFollowed: true })
      tell()
      return { deed }
    },
    'review.withdraw': ({ deed }) => {
      const found = deeds[deed - 1]
      if (!found) throw new FakeProblem('not-found')
      deeds[deed - 1] = { ...found, revoked: { at: '2026-11-21T09:05:00Z', by: 'A. Analist' } }
      deeds.push({ ...found, deed: deeds.length + 1, kind: 'withdrawal', verdict: null, reason: '', revoked: null })
      tell()
      return { deed: deeds.length }
    },
    'review.ledger': () => ({ deeds: deeds.toReversed(), total: deeds.length }),
    'review.apply': () => {
      applied = deeds.length
      tell()
      return { decisions: 1 }
    },
    'review.splitEffect': () => ({
      label: 'M. van Voorbeeld, geboren 12-03-1984', entity: 'person:1', others: 2,
      links: [{ key: 'company:14', kind: 'company', label: 'Polderglas B.V.', words: 'bestuurder van', side: 'left' }],
    }),
    'review.split': () => ({ deed: 1 }),
  }
}
