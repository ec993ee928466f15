import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ElectronApplication, type Page, _electron } from '@playwright/test'
import { findRuntime, projectRoot, sandboxArguments } from '../../electron/cli/runtime.ts'

/** The application as a test holds it: real Electron, real engine, a folder of its own. */
export interface Application {
  app: ElectronApplication
  page: Page
  /** a fresh folder for the files of this test; goes away with the application */
  folder: string
  userData: string
  /** what the page wrote as an error, policy violations included; a journey ends with none */
  errors: string[]
  /** the next open dialog answers with these paths; none is "cancelled" */
  answerOpen(...paths: string[]): Promise<void>
  /** the next save dialogs answer with this path; `null` is "cancelled" */
  answerSave(path: string | null): Promise<void>
  close(): Promise<void>
}

/**
 * Starts the built application (`npm run build`) in the Electron of this machine.
 * @param options.userData folder for settings; given twice, the second start finds what the first left
 */
export async function startApplication(options: { userData?: string } = {}): Promise<Application> {
  const runtime = findRuntime()
  if (runtime === null) throw new Error('no Electron on this machine; run `npm run e2e`, which fetches one')
  const folder = mkdtempSync(join(tmpdir(), 'signaal-e2e-'))
  const userData = options.userData ?? join(folder, 'instellingen')
  const sandbox = sandboxArguments()
  const app = await _electron.launch({
    executablePath: runtime.executable,
    chromiumSandbox: sandbox.length === 0,
    args: [...sandbox, projectRoot, `--user-data-dir=${userData}`, '--lang=nl'],
    cwd: folder,
  })
  const errors: string[] = []
  const page = await app.firstWindow()
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
  page.on('pageerror', (error) => errors.push(error.message))
  await page.waitForLoadState('load')
  return {
    app,
    page,
    folder,
    userData,
    errors,
    answerOpen: (...paths) =>
      app.evaluate(({ dialog }, filePaths) => {
        dialog.showOpenDialog = () => Promise.resolve({ canceled: filePaths.length === 0, filePaths })
      }, paths),
    answerSave: (path) =>
      app.evaluate(({ dialog }, filePath) => {
        dialog.showSaveDialog = () => Promise.resolve({ canceled: filePath === null, filePath: filePath ?? '' })
      }, path),
    close: async () => {
      await app.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
