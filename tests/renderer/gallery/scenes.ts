import type { ShellBridge } from '#shared/contract/bridge.ts'
import { FakeProblem, type FakeAnswers } from '../fakeEngine.ts'
import { answers, closedStatus, openStatus } from '../municipality.ts'

export interface Scene {
  answers: FakeAnswers
  shell?: Partial<ShellBridge>
  /** hash the window starts at */
  route?: string
}

const closed: FakeAnswers = { ...answers, 'vault.status': () => closedStatus }
const empty: FakeAnswers = {
  ...answers,
  'vault.status': () => ({
    ...openStatus,
    isDemo: false,
    purpose: null,
    counts: { addresses: 0, companies: 0, persons: 0, references: 0, deliveries: 0 },
    lastDelivery: null,
    log: { lines: 3, intact: true },
  }),
  'sources.deliveries': () => [],
  'score.set': () => null,
  'case.list': () => [],
}
const never = () => new Promise<never>(() => undefined)
const fails = () => {
  throw new FakeProblem('internal')
}

/** What can be looked at. The shooting script opens each and does the keys its name asks for. */
export const scenes = {
  unlock: { answers: closed },
  first: { answers: closed, shell: { recentVaults: async () => [] } },
  demo: {
    answers: {
      ...closed,
      'vault.create': () => openStatus,
      'demo.fill': (_input, call) => {
        setTimeout(() => call.progress({ step: 'Handelsregister inlezen', done: 8120, total: 23_811 }), 50)
        return never()
      },
    },
    shell: { recentVaults: async () => [] },
  },
  overview: { answers },
  empty: { answers: empty },
  loading: { answers: { ...answers, 'sources.deliveries': never, 'score.set': never, 'case.list': never } },
  failing: { answers: { ...answers, 'sources.deliveries': fails, 'score.set': fails, 'case.list': fails } },
  search: { answers, route: '#/zoeken' },
  address: { answers, route: '#/adres/address%3A0034200000123456' },
  company: { answers, route: '#/bedrijf/company%3A14' },
  person: { answers, route: '#/persoon/person%3A7' },
  accountability: { answers, route: '#/verantwoording' },
  broken: {
    answers: {
      ...answers,
      'vault.status': () => ({ ...openStatus, log: { lines: 4218, intact: false } }),
      'audit.verify': () => ({ lines: 4218, intact: false, brokenAt: 2107, anchor: 'equal', lastHash: 'a41f'.repeat(16) }),
    },
    route: '#/verantwoording',
  },
} satisfies Record<string, Scene>

export type SceneName = keyof typeof scenes
