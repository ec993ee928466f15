import type { OutputOf } from '#shared/contract/index.ts'
import type { AddressSheet, EntitySheet, Fact, SearchHit } from '#shared/contract/catalogue.ts'
import type { SourceRef } from '#shared/model/entity.ts'
import type { AuditAction, AuditEvent } from '#shared/model/audit.ts'
import { FakeProblem, type FakeAnswers } from './fakeEngine.ts'

/** A small invented municipality for the window's tests and pictures. No one in it exists. */

export function source(file: string, row: number, supplier: string): SourceRef {
  return { recordId: row, deliveryId: 3, file, sheet: file.endsWith('.xlsx') ? 'Blad1' : '', row, supplier, referenceDate: '2026-10-01' }
}

const address = 'address:0034200000123456'
const owner = { key: 'company:12', label: 'Havenzicht Vastgoed B.V.' }
const user = { key: 'company:14', label: 'Polderglas B.V.' }

const facts: Fact[] = [
  fact('ownership', 'Eigendom 1/1', owner, '2016-07-01', null, source('Kadaster 2026-10.csv', 812, 'Kadaster')),
  fact('establishment', 'Glas- en interieurwerk (SBI 43.34)', user, '2019-03-15', null, source('Handelsregister.xlsx', 2044, 'KVK')),
  fact('establishment', 'Kiem & Co V.O.F., handel in tuinbenodigdheden', { key: 'company:15', label: 'Kiem & Co V.O.F.' }, '2020-05', '2022-11-30', source('Handelsregister.xlsx', 2101, 'KVK')),
  fact('permit', 'Exploitatievergunning verleend', user, '2019-06-01', '2024-05-31', source('Vergunningen.xlsx', 77, 'VTH')),
  fact('permit', 'Omgevingsvergunning verbouwing', owner, '2023-02-10', '2023-09-30', source('Vergunningen.xlsx', 143, 'VTH')),
  fact('inspection', 'Controle brandveiligheid: niet akkoord', null, '2021-11-09', null, source('Controles VTH.csv', 390, 'VTH')),
  fact('inspection', 'Hercontrole brandveiligheid: akkoord', null, '2022-01-20', null, source('Controles VTH.csv', 402, 'VTH')),
  fact('measure', 'Last onder dwangsom', user, '2021-12-01', '2022-01-20', source('Controles VTH.csv', 398, 'VTH')),
  fact('residence', 'Inschrijving BRP, 2 personen', null, '2018', '2019-02', source('BRP-uitdraai.xlsx', 5120, 'Burgerzaken')),
  fact('establishment', 'Montagebedrijf zonder datum in het register', null, null, null, source('Handelsregister.xlsx', 2200, 'KVK')),
]

function fact(category: Fact['category'], text: string, other: Fact['other'], start: string | null, end: string | null, from: SourceRef): Fact {
  return { category, text, other, start, end, source: from }
}

export const addressSheet: AddressSheet = {
  key: address,
  lines: ['Markerkant 12-34', '1316 AB  ALMERE'],
  properties: [
    { label: 'Nummeraanduiding', value: '0034200000123456' },
    { label: 'Verblijfsobject', value: '0034010000098765' },
    { label: 'Gebruiksdoel', value: 'industriefunctie, kantoorfunctie' },
    { label: 'Oppervlakte', value: '212 m²' },
    { label: 'Bouwjaar', value: '1998' },
    { label: 'Status', value: 'Verblijfsobject in gebruik' },
  ],
  neighbourhood: { code: 'BU00340603', name: 'Markerkant Noord' },
  district: { code: 'WK003406', name: 'Bedrijventerreinen Stad' },
  withdrawn: '',
  sameObject: [],
  departments: [
    {
      department: 'Vergunningen, toezicht en handhaving',
      isHit: true,
      references: [
        { kind: 'handhavingszaak', phenomenon: 'hennep', from: '2021-11', to: '2022-01', received: null, contactRole: 'coördinator handhaving' },
        { kind: 'vergunningdossier', phenomenon: 'vastgoed', from: '2023-02-10', to: null, received: null, contactRole: 'casemanager vergunningen' },
      ],
      alsoAt: [],
    },
    { department: 'Sociale recherche', isHit: true, references: [{ kind: 'onderzoek', phenomenon: 'witwassen', from: '2024', to: null, received: null, contactRole: 'balie sociale recherche' }], alsoAt: [] },
    { department: 'Belastingen', isHit: false, references: [], alsoAt: [] },
    { department: 'Burgerzaken', isHit: false, references: [], alsoAt: [] },
    { department: 'Openbare orde en veiligheid', isHit: false, references: [], alsoAt: [] },
  ],
  facts,
  source: source('0034_VBO.xml', 55, 'BAG'),
}

export const companySheet: EntitySheet = {
  key: user.key,
  title: user.label,
  subtitle: 'besloten vennootschap · KVK 69599084',
  properties: [
    { label: 'KVK-nummer', value: '69599084' },
    { label: 'Rechtsvorm', value: 'besloten vennootschap' },
    { label: 'Hoofdactiviteit', value: '43.34 Schilderen en glaszetten' },
    { label: 'Ingeschreven', value: '15-03-2019' },
  ],
  facts: [
    fact('establishment', 'Hoofdvestiging', { key: address, label: 'Markerkant 12-34, Almere' }, '2019-03-15', null, source('Handelsregister.xlsx', 2044, 'KVK')),
    fact('establishment', 'Nevenvestiging', { key: 'address:0034200000123499', label: 'Steiger 118, Almere' }, '2017-01-01', '2019-03-14', source('Handelsregister.xlsx', 2045, 'KVK')),
    fact('office', 'Bestuurder', { key: 'person:7', label: 'J. de Vries-Zandstra' }, '2019-03-15', '2021-06-30', source('Functies.csv', 310, 'KVK')),
    fact('office', 'Bestuurder', { key: 'person:9', label: 'M. Appelman' }, '2021-07-01', null, source('Functies.csv', 311, 'KVK')),
  ],
  records: [source('Handelsregister.xlsx', 2044, 'KVK'), source('Handelsregister.xlsx', 2045, 'KVK'), source('Functies.csv', 310, 'KVK')],
}

export const personSheet: EntitySheet = {
  key: 'person:7',
  title: 'J. de Vries-Zandstra',
  subtitle: 'geboren 1974',
  properties: [
    { label: 'Naam', value: 'Jolanda de Vries-Zandstra' },
    { label: 'Geboortedatum', value: '02-09-1974' },
    { label: 'BSN', value: 'bekend, niet getoond' },
  ],
  facts: [
    fact('office', 'Bestuurder', user, '2019-03-15', '2021-06-30', source('Functies.csv', 310, 'KVK')),
    fact('residence', 'Inschrijving BRP', { key: 'address:0034200000123477', label: 'Botter 5, Almere' }, '2012-08-01', null, source('BRP-uitdraai.xlsx', 88, 'Burgerzaken')),
  ],
  records: [source('Functies.csv', 310, 'KVK'), source('BRP-uitdraai.xlsx', 88, 'Burgerzaken')],
}

export const hits: SearchHit[] = [
  { key: address, kind: 'address', title: 'Markerkant 12-34', subtitle: '1316 AB Almere · industriefunctie', tier: 'exact' },
  { key: 'address:0034200000123461', kind: 'address', title: 'Markerkant 12-35', subtitle: '1316 AB Almere · industriefunctie', tier: 'normalised' },
  { key: 'address:0034200000123470', kind: 'address', title: 'Markerkant 10-102', subtitle: '1314 AN Almere · kantoorfunctie', tier: 'normalised' },
  { key: 'company:14', kind: 'company', title: 'Polderglas B.V.', subtitle: 'KVK 69599084 · Markerkant 12-34', tier: 'exact' },
  { key: 'company:22', kind: 'company', title: 'Markerkant Beheer B.V.', subtitle: 'KVK 90001354 · Randstad 22 A', tier: 'normalised' },
  { key: 'company:23', kind: 'company', title: 'Stichting Merkerkant', subtitle: 'KVK 90004760 · Steiger 118', tier: 'fuzzy' },
  { key: 'person:7', kind: 'person', title: 'J. de Vries-Zandstra', subtitle: 'geboren 1974 · bestuurder van Polderglas B.V.', tier: 'normalised' },
]

export const openStatus: OutputOf<'vault.status'> = {
  state: 'open',
  name: 'Almere 2026.kluis',
  isDemo: true,
  today: '2026-11-21',
  actor: { account: 'a.analist', name: 'A. Analist', roles: ['analyst', 'director'] },
  purpose: { id: 'riec-casus', label: 'RIEC-casus voorbereiden', ground: 'art. 172 Gemeentewet', compartments: ['sources', 'index', 'person', 'case'], caseNumber: '2026-014' },
  counts: { addresses: 96_204, companies: 21_377, persons: 54_012, references: 3_918, deliveries: 12 },
  lastDelivery: { at: '2026-11-18T08:12:00Z', label: 'VTH' },
  log: { lines: 4218, intact: true },
  opening: { isFirstHere: false, destroyedAgain: 0, clearedChange: false },
}

export const closedStatus: OutputOf<'vault.status'> = {
  state: 'closed',
  name: '',
  isDemo: false,
  today: '',
  actor: null,
  purpose: null,
  counts: { addresses: 0, companies: 0, persons: 0, references: 0, deliveries: 0 },
  lastDelivery: null,
  log: null,
  opening: null,
}

const deliveries: OutputOf<'sources.deliveries'> = [
  delivery(12, 'Controles', 'Controles VTH.csv', '', 'VTH', '2026-11-18T08:12:00Z', 1204, 1187, 36, 17),
  delivery(11, 'Bedrijven (KVK)', 'Handelsregister.xlsx', 'Vestigingen', 'KVK', '2026-11-17T14:03:00Z', 23_811, 23_640, 902, 171),
  delivery(10, 'Verwijzingen', 'Signalen SR.xlsx', 'Lijst', 'Sociale recherche', '2026-11-17T13:40:00Z', 412, 398, 12, 14),
  delivery(9, 'Eigendom', 'Kadaster 2026-10.csv', '', 'Kadaster', '2026-11-16T09:21:00Z', 88_120, 88_114, 0, 6),
  delivery(8, 'Adressen (BAG)', '0034_VBO.xml', '', 'BAG', '2026-11-16T09:02:00Z', 96_204, 96_204, 0, 0),
]

function delivery(id: number, kindLabel: string, file: string, sheet: string, supplier: string, at: string, rowsRead: number, accepted: number, repaired: number, refused: number) {
  return {
    id, kind: kindLabel.toLowerCase(), kindLabel, file, sheet, supplier, referenceDate: '2026-10-01', at, by: 'A. Analist', purpose: 'Leveringen innemen en controleren', hash: 'ab'.repeat(32), rowsRead, accepted, repaired, refused,
    seriesId: id, added: accepted, changed: 0, gone: 0, unchanged: 0, withdrawnAt: null, withdrawnBy: null, withdrawnReason: null,
  }
}

const actions: AuditAction[] = ['address-view', 'search', 'network-expand', 'company-view', 'score-view', 'sources-import', 'purpose-set', 'access-denied', 'reference-lookup', 'case-export']

function auditEvent(seq: number): AuditEvent {
  const action = actions[seq % actions.length] ?? 'search'
  return {
    seq,
    at: new Date(Date.UTC(2026, 10, 18, 9, 0, 0) - (4218 - seq) * 47_000).toISOString(),
    account: 'a.analist',
    name: 'A. Analist',
    action,
    object: action === 'search' ? 'markerkant 12' : action === 'address-view' ? address : '',
    purpose: 'riec-casus',
    caseNumber: '2026-014',
    result: action === 'access-denied' ? 'denied' : 'done',
    origin: 'WS-0412',
    hash: `${(seq * 2654435761) % 4294967296}`.padStart(10, '0').repeat(6),
  }
}

const phenomena = ['hennep', 'vastgoed', 'witwassen'] as const

export const scoreSet: OutputOf<'score.set'> = {
  id: 3,
  at: '2026-11-18T08:20:00Z',
  by: 'A. Analist',
  referenceDate: '2026-11-18',
  indicatorSet: 3,
  hash: 'f'.repeat(64),
  resultHash: 'e'.repeat(64),
  seed: 7,
  isStale: true,
  counts: phenomena.flatMap((phenomenon, index) => [
    { phenomenon, level: 'buurt', lower: 61 + index, average: 141 - 3 * index, higher: 17 + 2 * index, insufficient: 19 },
    { phenomenon, level: 'wijk', lower: 11, average: 18 - index, higher: 3 + index, insufficient: 1 },
    { phenomenon, level: 'division', lower: 24, average: 41, higher: 6 - index, insufficient: 16 + index },
    { phenomenon, level: 'group', lower: 58, average: 104, higher: 12, insufficient: 92 },
  ]),
}

/** Answers to everything the screens of the frame ask, from an open vault with data. */
export const answers: FakeAnswers = {
  'vault.status': () => openStatus,
  'purpose.list': () => [
    { id: 'riec-casus', label: 'RIEC-casus voorbereiden', ground: 'art. 172 Gemeentewet; Wet gegevensverwerking door samenwerkingsverbanden', compartments: ['sources', 'index', 'person', 'case'], roles: ['analyst'], needsCaseNumber: true },
    { id: 'gebiedsbeeld', label: 'Gebieds- en branchebeeld', ground: 'art. 160 en 172 Gemeentewet; Privacyprotocol bestuurlijke aanpak ondermijning', compartments: ['sources', 'index'], roles: ['analyst'], needsCaseNumber: false },
    { id: 'gegevensbeheer', label: 'Leveringen innemen en controleren', ground: 'art. 6 lid 1 onder e AVG', compartments: ['sources', 'index'], roles: ['analyst'], needsCaseNumber: false },
  ],
  'purpose.set': ({ id, caseNumber }) => ({ id, label: id, ground: '', compartments: ['index'], caseNumber }),
  'sources.deliveries': () => deliveries,
  'score.set': () => scoreSet,
  'user.reviewed': () => ({ last: null, isDue: false }),
  'retention.terms': () => ({ signal: { days: 365 }, reference: { months: 12, reviewMonths: 6 }, case: { years: { regular: 5, unfounded: 1, archive: null } }, bibob: { years: 5, adviceMonths: 24 }, score: { months: 24 }, log: { months: 36, destructionMonths: 120 } }),
  'retention.due': () => ({ cases: 0, signals: 0, references: 0, bibobDossiers: 0, scores: 0, logLines: 0, toReview: 0 }),
  'case.counts': () => [{ status: 'draft', count: 1 }, { status: 'proposed', count: 1 }, { status: 'running', count: 1 }, { status: 'monitoring', count: 0 }, { status: 'closed', count: 0 }],
  'case.list': () => [
    caseOf(7, 'Glashandel Markerkant', 'witwassen', 'running', 9),
    caseOf(6, 'Leegstand Steiger en omgeving', 'hennep', 'proposed', 14),
    caseOf(5, 'Doorverkoop Havenkwartier', 'vastgoed', 'draft', 5),
  ],
  'search.suggest': ({ text, kinds }) => ({
    hits: text.startsWith('zzz') ? [] : hits.filter((hit) => kinds.length === 0 || kinds.includes(hit.kind)),
  }),
  'address.get': () => addressSheet,
  'company.get': () => companySheet,
  'person.get': () => personSheet,
  'review.near': () => ({ pairs: [] }),
  'sources.row': ({ recordId }) => ({
    source: source('Handelsregister.xlsx', recordId, 'KVK'),
    kindLabel: 'Bedrijven (KVK)',
    validFrom: '2026-11-17',
    validTo: null,
    values: [
      { heading: 'KVK-nr', label: 'KVK-nummer', value: '69599084', original: ' 69599084' },
      { heading: 'Handelsnaam', label: 'Naam', value: 'Polderglas B.V.', original: 'POLDERGLAS BV' },
      { heading: 'Straat', label: 'Straat', value: 'Markerkant', original: null },
      { heading: 'Huisnr.', label: 'Huisnummer', value: '12', original: null },
      { heading: 'Startdatum', label: 'Startdatum', value: '15-03-2019', original: '43539' },
    ],
  }),
  'audit.list': ({ before, limit, action, text }) => {
    const all = Array.from({ length: 4218 }, (_, index) => auditEvent(4218 - index))
      .filter((event) => (action === undefined || event.action === action) && (text === undefined || event.object.includes(text)))
    return { events: all.filter((event) => before === undefined || event.seq < before).slice(0, limit), total: all.length }
  },
  'audit.verify': () => ({ lines: 4218, intact: true, brokenAt: null, clockBackAt: null, anchor: 'equal', head: null, isHeadSound: true, lastHash: 'a41f'.repeat(16) }),
  'vault.lock': () => ({}),
  'vault.open': () => {
    throw new FakeProblem('vault-wrong-passphrase')
  },
}

function caseOf(id: number, title: string, phenomenon: (typeof phenomena)[number], status: OutputOf<'case.list'>[number]['status'], subjectCount: number): OutputOf<'case.list'>[number] {
  return { id, number: `C-2026-000${id}`, title, phenomenon, status, subjectCount, createdAt: '2026-11-02T10:00:00Z', createdBy: 'A. Analist', changedAt: '2026-11-17T15:30:00Z', keptUntil: null, isDue: false, isListed: false }
}
