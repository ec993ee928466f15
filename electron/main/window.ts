import { BrowserWindow, dialog, nativeTheme } from 'electron'
import { join } from 'node:path'
import type { ThemeChoice } from '#shared/contract/bridge.ts'
import { runtimeArguments } from '#shared/contract/channels.ts'
import { lockContents } from './lockdown.ts'
import { origin } from './protocol.ts'
import { isTestRuntime, productName, windowTitle } from './runtime.ts'

const startPage = `${origin}index.html`
const mostCrashes = 3

/** Makes the one window, without Node, in a sandbox, shut in on its own page; it shows itself when there is something to see. */
export function createWindow(version: string, theme: ThemeChoice): BrowserWindow {
  const window = new BrowserWindow({
    title: windowTitle,
    width: 1440,
    height: 900,
    minWidth: 960,
    minHeight: 600,
    show: false,
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#14181d' : '#f6f7f9',
    webPreferences: {
      preload: join(import.meta.dirname, '..', 'preload', 'index.cjs'),
      additionalArguments: [`${runtimeArguments.version}${version}`, `${runtimeArguments.theme}${theme}`, ...(isTestRuntime ? [runtimeArguments.testRuntime] : [])],
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      devTools: false,
      spellcheck: false,
      navigateOnDragDrop: false,
    },
  })
  window.setMenuBarVisibility(false)
  window.on('page-title-updated', (event) => event.preventDefault())
  window.once('ready-to-show', () => window.show())
  lockContents(window.webContents)
  reloadAfterCrash(window)
  load(window)
  return window
}

/** A page that does not load because the window closes or crashes meanwhile is no error of its own. */
function load(window: BrowserWindow): void {
  window.loadURL(startPage).catch(() => undefined)
}

/** A page that crashed starts again; what was saved is in the engine. One that keeps crashing ends the application. */
function reloadAfterCrash(window: BrowserWindow): void {
  let crashes = 0
  window.webContents.on('render-process-gone', (_event, details) => {
    if (details.reason === 'clean-exit' || window.isDestroyed()) return
    crashes += 1
    if (crashes <= mostCrashes) return load(window)
    dialog.showErrorBox(productName, 'Het venster valt steeds uit. De toepassing sluit; uw kluis is opgeslagen.')
    window.destroy()
  })
}
