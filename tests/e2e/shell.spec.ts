import { type Server, createServer } from 'node:http'
import { ask } from './demoVault.ts'
import { expect, test } from './journey.ts'

/** A server on this machine that counts who reaches it. */
async function listen(): Promise<{ url: string; server: Server; visits: () => number }> {
  let visits = 0
  const server = createServer((_request, response) => {
    visits += 1
    response.end('bereikt')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return { url: `http://127.0.0.1:${address.port}/`, server, visits: () => visits }
}

test('the window has its title, a sandbox, and nothing of Node', async ({ application: { app, page } }) => {
  const title = await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getTitle())
  const electron = await app.evaluate(() => process.versions.electron)
  expect(title).toBe(Number.parseInt(electron, 10) < 35 ? 'Signaleringstool Ondermijning (testruntime)' : 'Signaleringstool Ondermijning')

  const node = await page.evaluate(() => ['require', 'process', 'module', 'Buffer', 'global', 'electron'].filter((name) => name in globalThis))
  expect(node).toEqual([])
  const bridge = await page.evaluate(() => ({ engine: Object.keys(window.engine), shell: Object.keys(window.shell) }))
  expect(bridge).toEqual({
    engine: ['ask', 'cancel', 'on'],
    shell: ['chooseFiles', 'chooseSave', 'chooseFolder', 'grantDropped', 'recentVaults', 'reveal', 'setFullScreen', 'chooseTheme', 'runtime'],
  })
})

test('the page cannot make code, leave, or open windows', async ({ application: { app, page } }) => {
  // later than this call: what a debugger evaluates itself is exempt from the policy
  const made = await page.evaluate(() => new Promise((resolve) => {
    setTimeout(() => {
      try {
        resolve(String(Reflect.construct(Function, ['return 1'])()))
      } catch (error) {
        resolve(error instanceof Error ? error.name : 'thrown')
      }
    })
  }))
  expect(made).toBe('EvalError')
  expect(await page.evaluate(() => window.open('signaal://app/index.html') === null)).toBe(true)

  const before = page.url()
  await page.evaluate(() => {
    location.href = 'https://example.org/'
  })
  await page.evaluate(() => {
    location.href = 'file:///etc/hostname'
  })
  expect(page.url()).toBe(before)
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
})

test('nothing in the window reaches a network, not even this machine', async ({ application: { app, page } }) => {
  const { url, server, visits } = await listen()
  try {
    const fromPage = await page.evaluate(async (target) => {
      const picture = new Promise<string>((resolve) => {
        const image = new Image()
        image.addEventListener('load', () => resolve('loaded'))
        image.addEventListener('error', () => resolve('refused'))
        image.src = target
      })
      const fetched = fetch(target).then(
        () => 'loaded',
        () => 'refused',
      )
      return Promise.all([fetched, picture])
    }, url)
    expect(fromPage).toEqual(['refused', 'refused'])

    // without the policy of the page: the session itself refuses as well
    const fromMain = await app.evaluate(async ({ session }, target) => {
      return session.defaultSession.fetch(target).then(
        () => 'loaded',
        () => 'refused',
      )
    }, url)
    expect(fromMain).toBe('refused')
    expect(visits()).toBe(0)
  } finally {
    server.close()
  }
})

test('permissions are denied', async ({ application: { page } }) => {
  const states = await page.evaluate(async () => {
    const names = ['geolocation', 'notifications', 'camera', 'microphone'] as const
    const asked = await Promise.all(names.map((name) => navigator.permissions.query({ name })))
    return asked.map((status) => status.state)
  })
  expect(new Set(states)).toEqual(new Set(['denied']))
})

test('files outside the application are not served', async ({ application: { page } }) => {
  const statuses = await page.evaluate(async () => {
    const load = (path: string): Promise<string> =>
      new Promise((resolve) => {
        const image = new Image()
        image.addEventListener('load', () => resolve('loaded'))
        image.addEventListener('error', () => resolve('refused'))
        image.src = path
      })
    return Promise.all(['signaal://app/../../package.json', 'signaal://app/%2e%2e/%2e%2e/package.json', 'signaal://elders/index.html', 'signaal://app/%E0%A4%A.png', 'signaal://app/%00.png'].map(load))
  })
  expect(statuses).toEqual(Array.from({ length: 5 }, () => 'refused'))
})

test('the engine answers through the bridge', async ({ application: { page, errors } }) => {
  const reply = await ask(page, 'vault.status', {})
  expect(reply).toMatchObject({ ok: true, value: { state: 'closed' } })
  const unknown = await page.evaluate(() => Reflect.apply(window.engine.ask, null, [2, 'bestaat.niet', {}]))
  expect(unknown).toMatchObject({ ok: false, problem: { code: 'unknown-procedure' } })
  expect(errors).toEqual([])
})

test('a page that crashes comes back', async ({ application: { app } }) => {
  const title = await app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    return new Promise((resolve) => {
      // the first load may be told of after it: what is asked of a page that crashes is never answered
      contents?.once('render-process-gone', () => contents.once('did-finish-load', () => resolve(contents.executeJavaScript('document.title'))))
      contents?.forcefullyCrashRenderer()
    })
  })
  expect(title).toBe('Signaleringstool Ondermijning')
})
