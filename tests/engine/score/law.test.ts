import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ScoreSubject } from '#shared/model/score.ts'
import { emptyStore } from '../../fixtures/vault.ts'

/** What the law asks of scores, guarded by machine. */
const engine = join(import.meta.dirname, '..', '..', '..', 'electron', 'engine')

describe('no score on a person, household, address or company', () => {
  it('as a column of any table about them', () => {
    const store = emptyStore()
    const tables = store.all<{ name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'").map(({ name }) => name)
    expect(tables.length).toBeGreaterThan(20)
    for (const table of tables) {
      const columns = store.all<{ name: string }>('SELECT name FROM pragma_table_info(?)', table).map(({ name }) => name)
      if (table.startsWith('score')) {
        expect([table, columns.filter((name) => /person|address|company|bsn|kvk|household/.test(name))]).toEqual([table, []])
      } else {
        expect([table, columns.filter((name) => /score|risk|rating|aandacht|probability/i.test(name))]).toEqual([table, []])
      }
    }
  })

  it('as a subject: there are areas and branches, and the database refuses any other level', () => {
    expect(ScoreSubject.options).toEqual(['area', 'branch'])
    const store = emptyStore()
    store.write((writer) => writer.run("INSERT INTO score_set (id, at, account, name, reference_date, indicator_set, seed, definitions_hash, data_hash, hash, result_hash, inputs) VALUES (1, '', '', '', '', 1, 1, '', '', '', '', '')"))
    const insert = (level: string) => () =>
      store.write((writer) =>
        writer.run("INSERT INTO score (set_id, view, level, phenomenon, code, name, class, completeness, peer_group, peers, observed, exposure) VALUES (1, 'exact', ?, 'hennep', 'x', '', 'average', 1, '', 0, 0, 0)", level),
      )
    expect(insert('buurt')).not.toThrow()
    expect(insert('address')).toThrow(/CHECK/)
    expect(insert('person')).toThrow(/CHECK/)
  })

  it('as a phenomenon of all together: each has its own number', () => {
    const store = emptyStore()
    store.write((writer) => writer.run("INSERT INTO score_set (id, at, account, name, reference_date, indicator_set, seed, definitions_hash, data_hash, hash, result_hash, inputs) VALUES (1, '', '', '', '', 1, 1, '', '', '', '', '')"))
    expect(() =>
      store.write((writer) =>
        writer.run("INSERT INTO score (set_id, view, level, phenomenon, code, name, class, completeness, peer_group, peers, observed, exposure) VALUES (1, 'exact', 'buurt', 'totaal', 'x', '', 'average', 1, '', 0, 0, 0)"),
      ),
    ).toThrow(/CHECK/)
  })
})

describe('no way from a score to a decision', () => {
  const files = readdirSync(engine, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'))
  const text = (file: string) => readFileSync(join(engine, file), 'utf8')
  const imports = (file: string) =>
    [...text(file).matchAll(/from '(\.[^']+)'/g)].map(([, path = '']) => normalize(join(dirname(file), path)))
  const reachable = (start: string, seen = new Set<string>()): Set<string> => {
    if (seen.has(start) || !files.includes(start)) return seen
    seen.add(start)
    for (const next of imports(start)) reachable(next, seen)
    return seen
  }

  it('scores know nothing of cases: no file of the stage reaches one, or the store that changes them', () => {
    for (const file of files.filter((name) => name.startsWith('score/'))) {
      const reached = [...reachable(file)].filter((name) => /^(dossier|casework|export)\/|^store\/(case|cases|statement|triage)/.test(name))
      expect([file, reached]).toEqual([file, []])
    }
  })

  it('whatever changes a case or its status, or moves a signal, reaches no score', () => {
    const writers = files.filter((name) => !name.startsWith('store/') && /\b(updateCaseTexts|insertCase|closeCaseRow|insertStep|insertStatement|savePoliceReport|insertDestruction|proveDestruction|removeCase|removeTriage)\b/.test(text(name)))
    expect(writers.length).toBeGreaterThan(6)
    for (const file of writers) {
      expect([file, [...reachable(file)].filter((name) => name.startsWith('score/') || /^store\/(scores|counting|measures)/.test(name))]).toEqual([file, []])
    }
  })

  it('nor does the database: no trigger stands on scores or cases, or touches them', () => {
    const triggers = emptyStore().all<{ name: string; sql: string }>("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
    // the case number of a permit is a column of its register, and no case
    expect(triggers.filter(({ sql }) => /\b(score|case(?!_number\b)|control|weight)_?\w*/i.test(sql))).toEqual([])
  })
})
