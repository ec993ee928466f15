import { app } from 'electron'
import { join } from 'node:path'
import { settingsName } from '#shared/contract/host.ts'

/** The folder with the application: `out/`, `resources/` and `package.json`. Code stands in `out/main`. */
export const applicationFolder = join(import.meta.dirname, '..', '..')

export const productName = 'Signaleringstool Ondermijning'

/**
 * The engine needs the Node of Electron 35 or newer. An older Electron is the one for development and tests, where
 * the engine runs under the Node 24 of npm's `node` package instead.
 */
export const isTestRuntime = Number.parseInt(process.versions.electron, 10) < 35

export const windowTitle = isTestRuntime ? `${productName} (testruntime)` : productName

/** Gives the application its own folder for settings, also when started from a checkout; `--user-data-dir` chooses another. */
export function setUserDataFolder(): void {
  const given = app.commandLine.getSwitchValue('user-data-dir')
  app.setPath('userData', given === '' ? join(app.getPath('appData'), settingsName) : given)
}
