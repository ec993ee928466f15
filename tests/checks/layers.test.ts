import { describe, expect, test } from 'vitest'
import { checkLayers } from '../../scripts/checks/layers.ts'

/** The rules one planted file breaks. */
function rulesBroken(path: string, text: string): string[] {
  return checkLayers([{ path, text }]).map((violation) => violation.rule)
}

describe('directions', () => {
  test.each([
    ['shared/model/place.ts', "import { join } from 'node:path'", 'shared-alone'],
    ['shared/model/place.ts', "import type { Store } from '../../electron/engine/store/database.ts'", 'shared-alone'],
    ['renderer/views/Area/View.tsx', "import { readFileSync } from 'node:fs'", 'window-apart'],
    ['renderer/views/Area/View.tsx', "import type { Store } from '../../../electron/engine/store/database.ts'", 'window-apart'],
    ['renderer/views/Area/View.tsx', "type S = import('../../../electron/engine/store/database.ts').Store", 'window-apart'],
    ['renderer/views/Area/View.tsx', "export { openDatabase } from '../../../electron/engine/store/database.ts'", 'window-apart'],
    ['renderer/views/Network/View.tsx', "import cytoscape from 'cytoscape'", 'cytoscape-owner'],
    ['electron/preload/index.ts', "import { z } from 'zod'", 'preload-small'],
    ['electron/main/index.ts', "import { answer } from '../engine/answer.ts'", 'main-lean'],
    ['electron/disk/wholeFile.ts', "import { ProblemError } from '../engine/problem.ts'", 'disk-alone'],
    ['electron/engine/engine.ts', "import { app } from 'electron'", 'engine-without-electron'],
    ['electron/cli/index.ts', "import { printPdf } from '../main/print.ts'", 'command-line-beside'],
    ['electron/engine/engine.ts', "import { aVault } from '../../tests/fixtures/vault.ts'", 'product-apart'],
    ['electron/engine/import/read.ts', "import { get } from 'node:https'", 'no-network'],
    ['electron/engine/normalise/date.ts', "import { readFileSync } from 'node:fs'", 'normalise-pure'],
    ['electron/engine/normalise/date.ts', "import { openDatabase } from '../store/database.ts'", 'normalise-pure'],
    ['electron/engine/store/rows.ts', "import { linkRows } from '../link/index.ts'", 'store-below'],
    ['electron/engine/link/link.ts', "import Database from 'better-sqlite3'", 'better-sqlite3-owner'],
    ['electron/engine/link/link.ts', "import { read } from 'xlsx'", 'xlsx-owner'],
    ['electron/engine/link/link.ts', "const docx = await import('docx')", 'docx-owner'],
    ['electron/engine/link/link.ts', "import { scoreAreas } from '../score/index.ts'", 'stage-order'],
    ['electron/engine/score/score.ts', "import { keys } from '../link/keys.ts'", 'stage-face'],
    ['electron/engine/handlers/score.ts', "import { measures } from '../score/measures.ts'", 'stage-face'],
    ['electron/engine/score/score.ts', "import { handlers } from '../handlers/index.ts'", 'stage-below-handlers'],
  ])('%s with %s breaks %s', (path, text, rule) => {
    expect(rulesBroken(path, text)).toEqual([rule])
  })

  test.each([
    ['renderer/graph/GraphCanvas.tsx', "import cytoscape from 'cytoscape'"],
    ['renderer/views/Area/View.tsx', "import type { Score } from '#shared/model/score.ts'"],
    ['electron/main/appearance.ts', "import { makeWholeFile } from '../disk/wholeFile.ts'"],
    ['electron/engine/score/score.ts', "import { linkRows } from '../link/index.ts'"],
    ['electron/engine/import/read.ts', "import { parseDate } from '../normalise/date.ts'"],
    ['electron/engine/store/database.ts', "import Database from 'better-sqlite3'"],
    ['tests/engine/store/vault.test.ts', "import Database from 'better-sqlite3'"],
  ])('%s may say %s', (path, text) => {
    expect(rulesBroken(path, text)).toEqual([])
  })

  test('the message says what to do instead, at the line', () => {
    const text = "import { z } from 'zod'\nimport cytoscape from 'cytoscape'"
    expect(checkLayers([{ path: 'renderer/views/Network/View.tsx', text }])).toEqual([
      {
        path: 'renderer/views/Network/View.tsx',
        line: 2,
        rule: 'cytoscape-owner',
        message: 'imports npm:cytoscape: only renderer/graph knows Cytoscape; use its component',
      },
    ])
  })
})

describe('cycles', () => {
  const other = { path: 'shared/b.ts', text: "import { a } from './a.ts'\nexport const b = a" }

  test('a ring of values is found', () => {
    const found = checkLayers([{ path: 'shared/a.ts', text: "import { b } from './b.ts'\nexport const a = b" }, other])
    expect(found.map(({ rule, message }) => [rule, message])).toEqual([
      ['no-cycle', 'shared/a.ts → shared/b.ts → shared/a.ts: move what both need to a third file'],
    ])
  })

  test('a ring closed by a type is harmless', () => {
    expect(checkLayers([{ path: 'shared/a.ts', text: "import type { b } from './b.ts'\nexport const a: typeof b = 1" }, other])).toEqual([])
  })

  test('a ring closed by a later import is harmless', () => {
    expect(checkLayers([{ path: 'shared/a.ts', text: "export const a = () => import('./b.ts')" }, other])).toEqual([])
  })
})

describe('bans', () => {
  test.each([
    ['electron/engine/link/link.ts', 'console.log(1)', 'no-console'],
    ['renderer/lib/theme.ts', "localStorage.setItem('a', 'b')", 'no-such-name'],
    ['renderer/lib/theme.ts', "void fetch('https://example.org')", 'no-such-name'],
    ['electron/engine/score/score.ts', "new Function('return 1')", 'no-such-name'],
    ['electron/main/window.ts', "void shell.openExternal('https://example.org')", 'no-such-member'],
    ['renderer/parts/Note.tsx', 'element.innerHTML = text', 'no-such-member'],
    ['renderer/parts/Note.tsx', 'export const Note = () => <p dangerouslySetInnerHTML={{ __html: text }} />', 'no-such-member'],
    ['electron/engine/link/link.ts', 'database.prepare(text)', 'sql-in-store'],
    ['electron/engine/link/link.ts', "store.all('SELECT id FROM link')", 'sql-in-store'],
    ['electron/engine/link/link.ts', 'const sql = `DELETE FROM link`', 'sql-in-store'],
    ['electron/engine/store/links.ts', 'database.prepare(`SELECT * FROM link WHERE id = ${id}`)', 'sql-not-built'],
    ['electron/engine/store/links.ts', "reader.all('SELECT * FROM ' + table)", 'sql-not-built'],
    ['electron/engine/store/links.ts', 'const TABLE = name()\nreader.all(`SELECT * FROM ${TABLE}`)', 'sql-not-built'],
    ['electron/engine/score/score.ts', 'const now = Date.now()', 'no-clock-or-chance'],
    ['electron/engine/score/score.ts', 'const now = new Date()', 'no-clock-or-chance'],
    ['electron/engine/demo/make.ts', 'const lot = Math.random()', 'no-clock-or-chance'],
    ['shared/model/entity.ts', 'export const Person = z.object({ nationality: z.string() })', 'no-such-field'],
    ['shared/model/entity.ts', 'export interface Person { birthPlace: string }', 'no-such-field'],
    ['electron/engine/store/migrations/vault/0030-registers.sql', 'CREATE TABLE person (\n  id INTEGER,\n  geboorteplaats TEXT\n);', 'no-such-field'],
  ])('%s with %s breaks %s', (path, text, rule) => {
    expect(rulesBroken(path, text)).toEqual([rule])
  })

  test.each([
    ['electron/cli/index.ts', 'console.log(1)'],
    ['electron/engine/index.ts', 'const now = new Date().toISOString()'],
    ['electron/engine/score/score.ts', 'const day = new Date(text)'],
    ['electron/engine/store/links.ts', "const COLUMNS = 'id, kind'\nreader.all(`SELECT ${COLUMNS} FROM link`)"],
    ['electron/engine/store/links.ts', "import { identifier } from './sql.ts'\nreader.all(`SELECT * FROM ${identifier(name)}`)"],
    ['electron/engine/store/migrate.ts', 'writer.run(`PRAGMA user_version = ${version}`)'],
    ['electron/main/lockdown.ts', "names.push('fetch')\nconst settings = { fetch: false }"],
    ['tests/engine/link/link.test.ts', "store.all('SELECT id FROM link')"],
  ])('%s may say %s', (path, text) => {
    expect(rulesBroken(path, text)).toEqual([])
  })
})
