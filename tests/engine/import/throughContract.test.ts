import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { recordId } from '../../../shared/model/recordId.ts'
import { openEngine, type TestEngine } from '../../fixtures/engine.ts'

const CSV = 'Zaaknummer;Datum controle;Uitkomst;Adres\nZ1;01-05-2024;akkoord;Kade 1\nZ2;rood;akkoord;Kade 2\n'

/** An engine with one file and one place to save granted. */
async function withFile(content: string | Buffer = CSV, name = 'controles.csv'): Promise<TestEngine> {
  const started = await openEngine()
  const path = join(started.folder, name)
  writeFileSync(path, content)
  started.engine.grant('bron', path)
  started.engine.grant('doel', join(started.folder, 'terug.csv'))
  return started
}

const sheetsOf = async ({ ask }: TestEngine) => (await ask('sources.inspect', { file: 'bron' })).sheets.flatMap(({ proposal }) => (proposal ? [proposal] : []))

describe('a file through the contract, in a worker of its own', () => {
  test('looked at, tried, taken in, looked up, sent back', async () => {
    const started = await withFile()
    const { ask, folder } = started
    const sheets = await sheetsOf(started)
    expect(sheets).toMatchObject([{ kind: 'inspection', headerRow: 1, supplier: 'Controles' }])
    expect((await ask('sources.preview', { file: 'bron', sheets })).sheets).toMatchObject([{ deliveryId: null, accepted: 1, refused: 1 }])
    expect(await ask('sources.deliveries', {})).toEqual([])
    expect((await ask('sources.import', { file: 'bron', sheets })).sheets).toMatchObject([{ deliveryId: 1, accepted: 1, refused: 1, isRepeat: false }])
    expect((await ask('sources.import', { file: 'bron', sheets })).sheets).toMatchObject([{ deliveryId: 1, isRepeat: true }])
    expect(await ask('sources.deliveries', {})).toMatchObject([{ kind: 'inspection', kindLabel: 'Controles', accepted: 1, refused: 1, by: 'Toetser' }])
    expect(await ask('sources.issues', { deliveryId: 1, offset: 0, limit: 50 })).toMatchObject({ total: 1, issues: [{ row: 3, column: 'B', severity: 'refused' }] })
    expect(await ask('sources.row', { recordId: recordId(1, 2) })).toMatchObject({ kindLabel: 'Controles', source: { row: 2 } })
    expect(await ask('sources.exportRefusals', { deliveryId: 1, target: 'doel' })).toEqual({ rows: 1 })
    expect(readFileSync(join(folder, 'terug.csv'), 'utf8')).toContain('Z2;rood;akkoord;Kade 2;Rij 3:')
  })

  test('the log names kinds and deliveries, never values', async () => {
    const started = await withFile()
    await started.ask('sources.import', { file: 'bron', sheets: await sheetsOf(started) })
    const { events } = await started.ask('audit.list', { limit: 50 })
    expect(events.filter(({ action }) => action === 'sources-import').map(({ object, result }) => [object, result])).toEqual([['controles', 'done'], ['controles', 'started']])
  })

  test.each<[string, string | Buffer, string, string]>([
    ['no workbook', Buffer.from([0, 1, 2, 3, 4, 5, 6, 7]), 'brief.xlsx', 'file-not-a-workbook'],
    ['nothing in it', '', 'leeg.csv', 'file-empty'],
    ['a cell of 40 MB', `a;b\n1;${'x'.repeat(40_000_000)}\n`, 'groot.csv', 'cell-too-large'],
    ['an encrypted workbook', Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.from('EncryptedPackage', 'utf16le')]), 'dicht.xlsx', 'file-encrypted'],
  ])('%s is said, and the engine goes on', async (_, content, name, code) => {
    const started = await withFile(content, name)
    expect(await started.refuse('sources.inspect', { file: 'bron' })).toMatchObject({ code })
    expect(await started.ask('sources.deliveries', {})).toEqual([])
    expect(started.bugs).toEqual([])
  })

  test('a reader may not take anything in', async () => {
    const { refuse } = await openEngine(['reader'])
    expect(await refuse('sources.inspect', { file: 'bron' })).toMatchObject({ code: 'role-missing' })
  })
})
