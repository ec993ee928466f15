import type { ShellBridge } from '#shared/contract/bridge.ts'
import { FakeProblem, type FakeAnswers } from '../fakeEngine.ts'
import { aBibobChart } from '../../fixtures/bibob.ts'
import { aCaseFile, aSource } from '../../fixtures/caseFile.ts'
import { answers, closedStatus, openStatus } from '../municipality.ts'
import { markerkant, networkAnswers, town } from '../networkAnswers.ts'
import { areaCode, scoreAnswers } from '../scoreAnswers.ts'
import { controlAnswers } from '../controlAnswers.ts'
import { reviewAnswers } from '../reviewAnswers.ts'
import { sourcesAnswers } from '../sourcesAnswers.ts'
import { whatIfAnswers } from '../whatIfAnswers.ts'

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
  'case.counts': () => [],
  'case.list': () => [],
}
const never = () => new Promise<never>(() => undefined)
const fails = () => {
  throw new FakeProblem('internal')
}

const officer = { ...openStatus, actor: { account: 'b.bibob', name: 'B. Bibob', roles: ['bibobOfficer', 'analyst'] } } satisfies typeof openStatus
const caseAnswers: FakeAnswers = {
  'vault.status': () => officer,
  'case.get': () => aCaseFile({
    suggestions: [{ text: 'M. van Voorbeeld is bestuurder van Zuiderdiep Holding B.V., 2023 – heden.', source: aSource(1, 104) }],
    exports: [{ at: '2026-11-20T15:30:00Z', by: 'A. Analist', recipients: 'RIEC Midden-Nederland', files: [{ name: 'C-2026-0001-dossier-regel42.docx', sha256: 'ab'.repeat(32) }], contentHash: 'cd'.repeat(32), logLine: 42 }],
  }),
  'bibob.relations': () => aBibobChart(),
}

/** What can be looked at. The shooting script opens each and does the keys its name asks for. */
export const scenes = {
  review: { answers: { ...answers, ...reviewAnswers() }, route: '#/beoordelen' },
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
  loading: { answers: { ...answers, 'sources.deliveries': never, 'score.set': never, 'case.counts': never } },
  failing: { answers: { ...answers, 'sources.deliveries': fails, 'score.set': fails, 'case.counts': fails } },
  search: { answers, route: '#/zoeken' },
  address: { answers, route: '#/adres/address%3A0034200000123456' },
  company: { answers, route: '#/bedrijf/company%3A14' },
  person: { answers, route: '#/persoon/person%3A7' },
  network: { answers: { ...answers, ...networkAnswers(markerkant()) }, route: '#/netwerk' },
  town100: { answers: { ...answers, ...networkAnswers(town(100), true) }, route: '#/netwerk' },
  town500: { answers: { ...answers, ...networkAnswers(town(500), true) }, route: '#/netwerk' },
  areas: { answers: { ...answers, ...scoreAnswers, ...whatIfAnswers }, route: '#/gebieden' },
  explained: { answers: { ...answers, ...scoreAnswers }, route: `#/gebieden/hennep%20buurt%20${areaCode(0)}` },
  branches: { answers: { ...answers, ...scoreAnswers }, route: '#/branches/witwassen%20group%202008%3A561' },
  cases: { answers, route: '#/casussen' },
  case: { answers: { ...answers, ...caseAnswers }, route: '#/casussen/1' },
  bibob: { answers: { ...answers, ...caseAnswers }, route: '#/bibob/company%3A1' },
  sources: { answers: { ...answers, ...sourcesAnswers }, route: '#/bronnen' },
  accountability: { answers: { ...answers, ...scoreAnswers, ...controlAnswers }, route: '#/verantwoording' },
  broken: {
    answers: {
      ...answers,
      'vault.status': () => ({ ...openStatus, log: { lines: 4218, intact: false } }),
      'audit.verify': () => ({ lines: 4218, intact: false, brokenAt: 2107, clockBackAt: null, anchor: 'equal', head: null, isHeadSound: true, lastHash: 'a41f'.repeat(16) }),
    },
    route: '#/verantwoording',
  },
} satisfies Record<string, Scene>

export type SceneName = keyof typeof scenes
