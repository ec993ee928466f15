import { type BrowserWindow, Menu, app, dialog, powerMonitor, session } from 'electron'
import { channels } from '#shared/contract/channels.ts'
import type { EngineEvent } from '#shared/contract/events.ts'
import { Appearance } from './appearance.ts'
import { lockWhenAway } from './away.ts'
import { connectBridge } from './bridge.ts'
import { startEngineChild } from './engineChild.ts'
import { type EngineHost, EngineProcess } from './engineProcess.ts'
import { Files } from './files.ts'
import { Grants } from './grants.ts'
import { lockSession, refuseNetwork } from './lockdown.ts'
import { registerScheme, serveWindow } from './protocol.ts'
import { RecentVaults } from './recentVaults.ts'
import { productName, setUserDataFolder } from './runtime.ts'
import { createWindow } from './window.ts'

registerScheme()
refuseNetwork()
setUserDataFolder()
// goes into printed documents as their maker
app.userAgentFallback = productName

const printAt = process.argv.indexOf('--afdrukken')
const [printSource, printTarget] = printAt === -1 ? [] : process.argv.slice(printAt + 1)

let isQuitting = false
app.on('before-quit', () => {
  isQuitting = true
})

if (printAt !== -1) void printOnly(printSource, printTarget)
else if (app.requestSingleInstanceLock()) void run()
else app.quit()

/** The command line's way in: no window, no engine. */
async function printOnly(source: string | undefined, target: string | undefined): Promise<void> {
  await app.whenReady()
  if (source === undefined || target === undefined) {
    process.stderr.write('Gebruik: --afdrukken IN.html UIT.pdf\n')
    return app.exit(2)
  }
  const { printFile } = await import('./print.ts')
  app.exit(await printFile(source, target))
}

async function run(): Promise<void> {
  process.on('uncaughtException', stopWithMessage)
  process.on('unhandledRejection', stopWithMessage)
  await app.whenReady()
  keepKeysOnly()
  lockSession(session.defaultSession)
  serveWindow(session.defaultSession)

  const appearance = new Appearance(app.getPath('userData'))
  const window = createWindow(app.getVersion(), appearance.theme)
  const engine = new EngineProcess(hostFor(window))
  const grants = new Grants((token, path) => engine.grant(token, path))
  const recent = new RecentVaults(app.getPath('userData'))
  connectBridge({ window, engine, files: new Files(window, grants, recent), grants, recent, appearance })

  // two processes that start at once make each other slow: first the window, until there is something to see in it, then the engine
  window.once('ready-to-show', () => engine.start())
  window.webContents.on('render-process-gone', () => engine.cancelAll())
  // the window asks about what was not saved, and stays for as long as nobody answers
  window.webContents.on('will-prevent-unload', () => {
    isQuitting = false
  })
  app.on('second-instance', () => bringForward(window))
  app.on('window-all-closed', () => app.quit())
  lockWhenAway(powerMonitor, engine)
  stopEngineBeforeQuitting(engine)
}

function hostFor(window: BrowserWindow): EngineHost {
  return {
    startChild: (listeners) => startEngineChild(app.getPath('userData'), listeners),
    announce: (event: EngineEvent) => {
      if (!window.isDestroyed()) window.webContents.send(channels.event, event)
    },
    print: async (html) => {
      try {
        const { printPdf } = await import('./print.ts')
        return { pdf: await printPdf(html), problem: null }
      } catch {
        return { pdf: null, problem: { code: 'print-unavailable', params: {} } }
      }
    },
  }
}

/** No menu to see, but its keys: larger, smaller, full screen, and on macOS copy and paste. */
function keepKeysOnly(): void {
  const template: Electron.MenuItemConstructorOptions[] = [
    { label: 'Beeld', submenu: [{ role: 'resetZoom' }, { role: 'zoomIn' }, { role: 'zoomOut' }, { role: 'togglefullscreen' }] },
  ]
  if (process.platform === 'darwin') template.unshift({ role: 'appMenu' }, { role: 'editMenu' })
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}

function bringForward(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore()
  window.focus()
}

/** The engine closes its vault before the process ends. */
function stopEngineBeforeQuitting(engine: EngineProcess): void {
  let hasStopped = false
  app.on('will-quit', (event) => {
    if (hasStopped) return
    event.preventDefault()
    void engine.stop().then(() => {
      hasStopped = true
      app.quit()
    })
  })
}

/** An error nobody expected: says so and ends; while the application ends already, nobody waits for a message. */
function stopWithMessage(error: unknown): void {
  if (!app.isPackaged) process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
  if (!isQuitting) dialog.showErrorBox(productName, 'De toepassing is onverwacht gestopt. Uw kluis is opgeslagen tot en met de laatste afgeronde handeling.')
  app.exit(1)
}
