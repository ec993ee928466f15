import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { Phenomenon, ScoreSubject } from '#shared/model/score.ts'
import { listResources } from '../../electron/engine/resources.ts'
import { identifiersOf, requireAllowed } from '../../electron/engine/score/blocklist.ts'
import { branchName, sectionOf, versionLabel } from '../../electron/engine/score/branches.ts'
import { agingIndicators } from '../../electron/engine/score/dated.ts'
import { definitions, isMeasure } from '../../electron/engine/score/definitions.ts'
import { fillSentence } from '../../electron/engine/score/show.ts'
import { evidenceWords } from '../../electron/engine/score/words.ts'
import { measures } from '../../electron/engine/store/measures.ts'
import { readMigrations } from '../../electron/engine/store/migrate.ts'
import { hasSharedData, sharedData, whySkipped } from '../fixtures/sharedData.ts'

const { indicators, set, blocklist, peers, riskBranches } = definitions()
const scored = indicators.filter(({ role }) => role === 'score')

/** Columns of every table, from the migrations. */
const columns = new Map<string, Set<string>>()
for (const { sql } of readMigrations('vault')) {
  for (const [, table = '', body = ''] of sql.matchAll(/CREATE TABLE (\w+) \(([\s\S]*?)\n\)/g)) {
    columns.set(table, new Set([...body.matchAll(/(?:^|,)\s*(\w+) (?:TEXT|INTEGER|REAL|BLOB)/gm)].map(([, name = '']) => name)))
  }
}

describe('indicators', () => {
  it('stand each in a file of their own name', () => {
    expect(indicators.map(({ id }) => `${id}.json`)).toEqual(listResources('indicators'))
  })

  it('are at least four per phenomenon, for areas and for branches', () => {
    for (const phenomenon of Phenomenon.options) {
      for (const subject of ScoreSubject.options) {
        const own = scored.filter((one) => one.subject === subject && one.phenomena.includes(phenomenon))
        expect([phenomenon, subject, own.length >= 4]).toEqual([phenomenon, subject, true])
        expect(own.reduce((sum, { weight }) => sum + weight, 0)).toBe(100)
      }
    }
  })

  it('weigh nothing when they are context', () => {
    for (const { role, weight } of indicators) expect(weight > 0).toBe(role === 'score')
  })

  it('have their three slots in their sentence, and no others', () => {
    for (const { id, sentence } of indicators) {
      expect([id, ...[...sentence.matchAll(/\{(\w+)\}/g)].map(([, slot]) => slot)]).toEqual([id, 'observed', 'exposure', 'expected'])
    }
  })

  it('speak of one in the singular, and of more in the plural', () => {
    for (const { id, sentence } of indicators) {
      const one = fillSentence(sentence, 1, 1, 0.5, 'exact')
      const several = fillSentence(sentence, 2, 21, 0.5, 'exact')
      const plurals = [...several.matchAll(/(?:^2|21|van 21) (?!van)(\w+)/g)].map(([, word = '']) => word)
      expect([id, plurals.filter((word) => new RegExp(`\\b1 ${word}\\b`).test(one) && !/^(afzonderlijke|geruimde)$/.test(word))]).toEqual([id, []])
      expect([id, /^1 van 1 \w+( van een bedrijf)? (delen|handelen|hebben|wijken|wisselden|zijn) /.test(one)]).toEqual([id, false])
    }
    const sentenceOf = (id: string) => indicators.find((indicator) => indicator.id === id)?.sentence ?? ''
    expect(fillSentence(sentenceOf('hennep-maatregelen-gebied'), 1, 300, 0.4, 'exact')).toBe('1 maatregel op 300 adressen in 36 maanden; verwacht 0,4.')
    expect(fillSentence(sentenceOf('doorsluiswoning-gebied'), 1, 40, 0.4, 'exact')).toBe('1 van 40 woonadressen wisselde in 20 jaar ten minste vijf keer van eigenaar; verwacht 0,4.')
    expect(fillSentence(sentenceOf('hennep-geruimd-gebied'), 21, 1, 0.4, 'exact')).toBe('21 geruimde kwekerijen of laboratoria op 1 adres in 36 maanden; verwacht 0,4.')
  })

  it('ask for kinds of delivery that exist', () => {
    const kinds = new Set(listResources('kinds').map((file) => file.replace('.json', '')))
    for (const { id, requires } of indicators) for (const kind of requires) expect([id, kind, kinds.has(kind)]).toEqual([id, kind, true])
  })

  it('give their measure every parameter its SQL reads, and none it does not', () => {
    for (const { id, measure, parameters } of indicators) {
      if (!isMeasure(measure)) throw new Error(measure)
      const { events, area, branch } = measures[measure]
      const read = new Set([...[events, area, branch].map((rows) => rows?.sql).join(' ').matchAll(/j->>?'(\w+)'/g)].map(([, name = '']) => name))
      // days are made of `months`, codes of `riskBranches`, the level of prices of `span` and `sales`, and `mostShare` is judged after counting;
      // `day` and `mortgaging` are looked up for whichever measure reads them
      const made: Record<string, string[]> = { months: ['first'], riskBranches: ['codes'], mostShare: [], span: ['earliest'], sales: ['levels', 'spread'] }
      const offered = Object.keys(parameters).flatMap((name) => made[name] ?? [name])
      const wanted = [...read].filter((name) => !['day', 'mortgaging'].includes(name) && !(name === 'first' && !('months' in parameters)))
      expect([id, wanted.toSorted()]).toEqual([id, offered.filter((name) => read.has(name) || name !== 'first').toSorted()])
    }
  })

  it('have a half-life only where what they count has an age', () => {
    const aging = agingIndicators(definitions().indicators)
    expect(definitions().indicators.filter(({ id, halfLife }) => halfLife !== undefined && !aging.includes(id))).toEqual([])
  })

  it('exist for branches only when their measure does, and every measure has its words', () => {
    for (const { id, measure, subject } of indicators) {
      if (!isMeasure(measure)) throw new Error(measure)
      expect([id, subject === 'area' || measures[measure].branch !== null]).toEqual([id, true])
    }
    expect(Object.keys(evidenceWords).toSorted()).toEqual(Object.keys(measures).toSorted())
    expect(new Set(indicators.map(({ measure }) => measure))).toEqual(new Set(Object.keys(measures)))
  })

  it('declare every column of a person, address, company or record their SQL reads', () => {
    const technical = new Set(['id', 'record_id', 'lead_record', 'area_id'])
    for (const { id, measure, attributes, subject } of indicators) {
      if (!isMeasure(measure)) throw new Error(measure)
      const { events, [subject]: exposure } = measures[measure]
      const words = new Set(identifiersOf(`${events.sql} ${exposure?.sql}`).flatMap((word) => word.split('.')))
      const tables = [...columns.keys()].filter((table) => words.has(table))
      const declared = new Set(attributes.map((attribute) => attribute.split('.')[1]))
      const read = tables.flatMap((table) => [...(columns.get(table) ?? [])].filter((column) => words.has(column) && !technical.has(column)))
      expect([id, read.filter((column) => !declared.has(column))]).toEqual([id, []])
      for (const attribute of attributes) {
        const [table = '', column = ''] = attribute.split('.')
        expect([id, attribute, columns.get(table)?.has(column)]).toEqual([id, attribute, true])
      }
    }
  })

  it('together with those left out cover the catalogue', () => {
    const catalogue = ['H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'H7', 'H8', 'V1', 'V2', 'V3', 'V4', 'V5', 'V6', 'V7', 'V8', 'V9', 'V10', 'V11', 'W1', 'W2', 'W3', 'W4', 'W5', 'W6', 'W7', 'W8', 'M1', 'O1', 'N1']
    const named = new Set([...indicators.map(({ catalogue: number }) => number), ...set.leftOut.map(({ catalogue: number }) => number)])
    expect([...named].toSorted()).toEqual(catalogue.toSorted())
  })
})

describe('what may never count', () => {
  const harmless = { events: { sql: 'SELECT id FROM address' }, area: { sql: '' }, branch: null, party: 'company' } as const
  const indicator = { id: 'proef', attributes: ['address.use_purpose'], parameters: {} }

  it.each([
    'person_record.birth_date', 'person_record.family_name', 'person_record.given_names', 'person_record.nationality', 'person_record.birth_country', 'person_record.gender',
    'person_record.owner_age', 'person_record.family_size', 'person_record.benefit', 'ownership_record.attachment', 'person_record.health', 'company.plate', 'person_record.bsn_hash',
    'ownership_record.mortgagee', 'ownership_record.owner_name',
  ])('is %s, whether declared', (attribute) => {
    expect(() => requireAllowed({ ...indicator, attributes: [attribute] }, harmless, blocklist)).toThrow(/may not count/)
  })

  it('nor named in a parameter, nor read in SQL without being declared', () => {
    expect(() => requireAllowed({ ...indicator, parameters: { split: ['gender'] } }, harmless, blocklist)).toThrow(/proef uses gender/)
    expect(() => requireAllowed(indicator, { ...harmless, events: { sql: 'SELECT id FROM person_record WHERE birth_date < ?' } }, blocklist)).toThrow(/proef uses birth_date/)
  })

  it('leaves alone what only looks like it', () => {
    expect(() => requireAllowed({ ...indicator, attributes: ['ownership_record.mortgage', 'ownership_record.mortgagee_kind'] }, harmless, blocklist)).not.toThrow()
  })
})

describe('risk branches', () => {
  it('are codes of the classification they name, with a motive and a source', () => {
    const read = (version: string) => new Set<string>(JSON.parse(readFileSync(`resources/branches/sbi-${version}.json`, 'utf8')).codes.map(([code]: string[]) => code))
    for (const { label, codes, motive, source } of riskBranches.entries) {
      for (const code of codes['2008'] ?? []) expect([label, code, read('2008').has(code)]).toEqual([label, code, true])
      for (const code of codes['2025'] ?? []) expect([label, code, read('2025').has(code.slice(0, 2))]).toEqual([label, code, true])
      expect(motive.length > 10 && source.length > 5).toBe(true)
    }
    expect(Object.keys(riskBranches.entries[0]?.codes ?? {})).toEqual(['2008', '2025'])
  })
})

describe('names of branches', () => {
  it('depend on the version: car trade is 45 in 2008 and no code in 2025, K is finance in 2008 and telecom in 2025', () => {
    expect(branchName('2008', '45')).toMatch(/^Handel in en reparatie van auto/)
    expect([branchName('2025', '45'), branchName('', '45')]).toEqual(['Code 45, onbekend in SBI 2025', 'Code 45'])
    expect(sectionOf('2008', '64')?.code).toBe('2008:K')
    expect(sectionOf('2025', '61')).toMatchObject({ code: '2025:K', name: expect.stringMatching(/^Telecommunicatie/) })
    expect(branchName('2025', '561')).toMatch(/^Groep 561 van: Exploitatie van eet/)
    expect([versionLabel('2025'), versionLabel('')]).toEqual(['SBI 2025', 'SBI zonder versie'])
    expect(sectionOf('', '56')).toBeNull()
  })
})

describe('peer groups', () => {
  it('end with one that takes every area', () => {
    expect(Object.keys(peers.groups.at(-1) ?? {})).toEqual(['id', 'label', 'reason'])
  })
})

describe.skipIf(!hasSharedData)(`copies of public data${whySkipped}`, () => {
  const lines = (name: string) => readFileSync(sharedData('sbi', name), 'utf8').trim().split('\n').slice(1)

  it('hold every SBI code of their source', () => {
    const codes = (version: string): string[] => JSON.parse(readFileSync(`resources/branches/sbi-${version}.json`, 'utf8')).codes.map(([code]: string[]) => code)
    expect(codes('2008')).toEqual(lines('sbi2008.csv').map((line) => line.split(',')[0]))
    expect(codes('2025')).toEqual(lines('sbi2025_secties_afdelingen.csv').map((line) => line.split(',')[0]))
    expect(codes('2008')).toHaveLength(1457)
  })

  it('are the CBS areas of Almere 2025 as published', () => {
    for (const [copy, original] of [['almere-buurten-2025', 'buurt_2025_almere_rd'], ['almere-wijken-2025', 'wijk_2025_almere_rd']]) {
      expect(readFileSync(`resources/areas/${copy}.geojson`, 'utf8')).toBe(readFileSync(sharedData('cbs_almere_2025', `${original}.geojson`), 'utf8'))
    }
  })
})
