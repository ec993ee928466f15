import { spawnSync } from 'node:child_process'
import { existsSync, lstatSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { clearTemporaryFolders, makeTemporaryFolder } from '../../electron/disk/temporaryFolder.ts'

/** A folder with a file in it, where those of the application stand. */
function left(name: string): string {
  const folder = join(tmpdir(), name)
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  mkdirSync(folder)
  writeFileSync(join(folder, 'deel.zip'), 'half')
  return folder
}

test('what a process left that was killed is removed; what another is working in, left elsewhere or is called otherwise stays', () => {
  const { pid } = spawnSync(process.execPath, ['--version'])
  const [unpacked, demo] = [left(`signaal-uitpakken-${hostname()}-${pid}-toetsA`), left(`signaal-demogemeente-${hostname()}-${pid}-toetsA`)]
  const others = [left(`signaal-uitpakken-elders-${pid}-toetsA`), left(`iets-anders-${hostname()}-${pid}-toetsA`), left(`signaal-uitpakken-${hostname()}-toetsA`)]
  const own = makeTemporaryFolder('signaal-uitpakken')
  onTestFinished(() => rmSync(own, { recursive: true }))
  clearTemporaryFolders()
  expect([existsSync(unpacked), existsSync(demo), others.map((folder) => existsSync(folder)), lstatSync(own).mode & 0o777]).toEqual([false, false, [true, true, true], 0o700])
})
