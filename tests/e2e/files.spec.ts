import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ask } from './demoVault.ts'
import { expect, test } from './journey.ts'
import { startApplication } from './launch.ts'

test('a chosen file reaches the window as a token and a name, never as a path', async ({ application }) => {
  const { page, folder } = application
  const file = join(folder, 'adressen.csv')
  writeFileSync(file, 'straat;nummer\n')
  await application.answerOpen(file)
  const chosen = await page.evaluate(() => window.shell.chooseFiles('sources'))
  expect(chosen).toEqual([{ token: expect.any(String), name: 'adressen.csv', bytes: 14 }])
  expect(JSON.stringify(chosen)).not.toContain(folder)

  await application.answerOpen()
  expect(await page.evaluate(() => window.shell.chooseFiles('sources'))).toEqual([])
  await application.answerSave(null)
  expect(await page.evaluate(() => window.shell.chooseSave('a.kluis', 'vault'))).toBeNull()
})

test('over a file that was chosen to be read, and over a vault, the window cannot have anything written', async ({ application }) => {
  const { page, folder } = application
  const file = join(folder, 'adressen.csv')
  writeFileSync(file, 'straat;nummer\n')
  await application.answerOpen(file)
  await application.answerSave(join(folder, 'gemeente.kluis'))
  const tokens = await page.evaluate(async () => [(await window.shell.chooseFiles('sources'))[0]?.token ?? '', (await window.shell.chooseSave('gemeente.kluis', 'vault'))?.token ?? ''])
  for (const target of tokens) expect(await ask(page, 'audit.export', { target })).toMatchObject({ ok: false, problem: { code: 'bad-input' } })
  await application.answerSave(join(folder, 'logboek.json'))
  const chosen = await page.evaluate(async () => (await window.shell.chooseSave('logboek.json', 'sheet'))?.token ?? '')
  expect(await ask(page, 'audit.export', { target: chosen })).toMatchObject({ ok: false, problem: { code: 'vault-locked' } })
  expect(readFileSync(file, 'utf8')).toBe('straat;nummer\n')
})

test('a name typed without its extension gets it', async ({ application }) => {
  await application.answerSave(join(application.folder, 'almere'))
  const chosen = await application.page.evaluate(() => window.shell.chooseSave('nieuw.kluis', 'vault'))
  expect(chosen).toMatchObject({ name: 'almere.kluis', bytes: 0 })
})

test('a dropped file is granted; a made-up one and a path are not', async ({ application }) => {
  const { page, folder } = application
  const file = join(folder, 'bedrijven.csv')
  writeFileSync(file, 'kvk\n')
  await page.evaluate(() => {
    const input = document.createElement('input')
    input.type = 'file'
    input.id = 'drop'
    document.body.append(input)
  })
  await page.setInputFiles('#drop', file)
  const granted = await page.evaluate(() => {
    const input = document.querySelector<HTMLInputElement>('#drop')
    return window.shell.grantDropped(input?.files?.[0])
  })
  expect(granted).toEqual({ token: expect.any(String), name: 'bedrijven.csv', bytes: 4 })
  expect(await page.evaluate(() => window.shell.grantDropped(new File(['kvk'], 'verzonnen.csv')))).toBeNull()
  expect(await page.evaluate((path) => window.shell.grantDropped(path), file)).toBeNull()
})

test('a vault that was made is offered at the next start, in the theme that was chosen', async () => {
  const home = mkdtempSync(join(tmpdir(), 'signaal-e2e-home-'))
  const userData = join(home, 'instellingen')
  try {
    const first = await startApplication({ userData })
    await first.answerSave(join(home, 'almere.kluis'))
    const made = await first.page.evaluate(async () => {
      const file = await window.shell.chooseSave('almere.kluis', 'vault')
      if (file === null) throw new Error('no file')
      return window.engine.ask(1, 'vault.create', { file: file.token, passphrase: 'vijf losse woorden samen sterk', name: 'A. Nalist', roles: ['analyst'] })
    })
    expect(made.ok && JSON.parse(made.value)).toMatchObject({ state: 'open', name: 'almere.kluis' })
    // what is destroyed in it is remembered beside it
    expect(readdirSync(join(userData, 'vernietigd'))).toEqual([expect.stringMatching(/^[0-9a-f]{32}\.json$/)])
    await first.page.evaluate(() => window.shell.chooseTheme('dark'))
    await first.close()

    const second = await startApplication({ userData })
    expect(await second.page.evaluate(() => [window.shell.runtime.theme, document.documentElement.dataset['theme']])).toEqual(['dark', 'dark'])
    const recent = await second.page.evaluate(() => window.shell.recentVaults())
    expect(recent.map((file) => file.name)).toEqual(['almere.kluis'])
    const opened = await second.page.evaluate(
      (token) => window.engine.ask(1, 'vault.open', { file: token, passphrase: 'vijf losse woorden samen sterk' }),
      recent[0]?.token ?? '',
    )
    expect(opened.ok && JSON.parse(opened.value)).toMatchObject({ state: 'open', opening: { isFirstHere: false } })
    await second.close()
  } finally {
    rmSync(home, { recursive: true })
  }
})
