import { engineProcessId } from './engineProcess.ts'
import { expect, test } from './journey.ts'

test('an engine that is killed is told of, started again, and goes on answering', async ({ application }) => {
  const { page, errors } = application
  await page.evaluate(() => {
    const heard: string[] = []
    Reflect.set(window, 'heard', heard)
    window.engine.on((event) => heard.push(event.type === 'stopped' ? `stopped, restarts: ${event.willRestart}` : event.type))
  })
  await page.evaluate(() => window.engine.ask(1, 'vault.status', {}))
  const first = engineProcessId(application)
  expect(first).not.toBeNull()
  process.kill(first ?? 0, 'SIGKILL')

  await page.waitForFunction(() => Reflect.get(window, 'heard').length > 0)
  expect(await page.evaluate(() => Reflect.get(window, 'heard'))).toEqual(['stopped, restarts: true'])
  const reply = await page.evaluate(() => window.engine.ask(2, 'vault.status', {}))
  expect(reply).toMatchObject({ ok: true, value: { state: 'closed' } })
  expect(engineProcessId(application)).not.toBe(first)
  expect(errors).toEqual([])
})

test('the engine ends with the application', async ({ application }) => {
  await application.page.evaluate(() => window.engine.ask(1, 'vault.status', {}))
  const engine = engineProcessId(application)
  await application.app.close()
  expect(() => process.kill(engine ?? 0, 0)).toThrow('ESRCH')
})
