import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { Grants } from '../../electron/main/grants.ts'

test('a path becomes a token with a name; only the engine hears the path, and only what was chosen to write to is written over', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'signaal-grants-'))
  try {
    const path = join(folder, 'adressen.csv')
    writeFileSync(path, 'straat;nummer\n')
    const told: [string, string][] = []
    const grants = new Grants((token, granted) => told.push([token, granted]))

    const file = await grants.grant(path)
    expect(file).toEqual({ token: file.token, name: 'adressen.csv', bytes: 14 })
    expect(JSON.stringify(file)).not.toContain(folder)
    expect(told).toEqual([[file.token, path]])
    expect(grants.pathOf(file.token)).toBe(path)

    const unborn = await grants.grant(join(folder, 'nieuw.kluis'))
    expect(unborn).toEqual({ token: unborn.token, name: 'nieuw.kluis', bytes: 0 })
    expect(unborn.token).not.toBe(file.token)
    expect(grants.pathOf('verzonnen')).toBeNull()

    const target = await grants.grantTarget(join(folder, 'terug.csv'))
    expect(grants.areTargets({ deliveryId: 1, target: target.token })).toBe(true)
    expect(grants.areTargets({ id: 1, folder: target.token })).toBe(true)
    for (const over of [file.token, 'verzonnen', 7, null]) expect([grants.areTargets({ target: over }), grants.areTargets({ folder: over })]).toEqual([false, false])
    for (const other of [{ file: file.token }, {}, null, 'tekst']) expect(grants.areTargets(other)).toBe(true)
  } finally {
    rmSync(folder, { recursive: true })
  }
})
