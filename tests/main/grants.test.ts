import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { Grants } from '../../electron/main/grants.ts'

test('a path becomes a token with a name; only the engine hears the path', async () => {
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
  } finally {
    rmSync(folder, { recursive: true })
  }
})
