import { PassThrough } from 'node:stream'
import { expect, test } from 'vitest'
import { askHidden } from '../../electron/cli/askHidden.ts'
import { givenPassphrase, readNewPassphrase, readPassphrase, takeEnvironment } from '../../electron/cli/passphrase.ts'
import { UsageError, type Io } from '../../electron/cli/io.ts'

/** What is answered and what the terminal showed when these keys are pressed. */
async function press(keys: string): Promise<{ answer: unknown; shown: string }> {
  const [keyboard, screen] = [new PassThrough(), new PassThrough()]
  const asked = askHidden('Wachtwoordzin: ', keyboard, screen)
  keyboard.write(keys)
  const answer: unknown = await asked.catch((error: unknown) => error)
  return { answer, shown: String(screen.read()) }
}

test('what is typed is the answer, and does not show', async () => {
  expect(await press('vijf woorden\r')).toEqual({ answer: 'vijf woorden', shown: 'Wachtwoordzin: \n' })
})

test.each(['\u0003', '\u0004', 'half\u0003'])('%j breaks it off with a sentence', async (keys) => {
  expect(await press(keys)).toMatchObject({ answer: { problem: { code: 'cancelled' } }, shown: 'Wachtwoordzin: \n' })
})

test('a new passphrase is asked twice and must be the same', async () => {
  const answers = (...lines: string[]): Pick<Io, 'environment' | 'askHidden'> => ({ environment: {}, askHidden: () => Promise.resolve(lines.shift() ?? '') })
  expect(await readPassphrase(answers('een'))).toBe('een')
  expect(await readNewPassphrase(answers('een', 'een'))).toBe('een')
  await expect(readNewPassphrase(answers('een', 'twee'))).rejects.toThrow(UsageError)
})

test('what is started from here does not inherit the passphrase', () => {
  const environment: NodeJS.ProcessEnv = { PATH: '/bin', SIGNAAL_WACHTWOORD: 'vijf woorden' }
  expect(givenPassphrase({ environment: takeEnvironment(environment) })).toBe('vijf woorden')
  expect(environment).toEqual({ PATH: '/bin' })
})
