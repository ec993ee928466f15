import { type BrowserWindow, type IpcMainEvent, type IpcMainInvokeEvent, ipcMain } from 'electron'
import { channels } from '#shared/contract/channels.ts'
import { isThemeChoice } from '#shared/contract/bridge.ts'
import type { Reply } from '#shared/contract/problem.ts'
import type { Appearance } from './appearance.ts'
import type { EngineProcess } from './engineProcess.ts'
import { type Files, type SavePurpose, savePurposes } from './files.ts'
import type { Grants } from './grants.ts'
import { isOwnPage } from './lockdown.ts'
import type { RecentVaults } from './recentVaults.ts'

interface BridgeEnds {
  window: BrowserWindow
  engine: EngineProcess
  files: Files
  grants: Grants
  recent: RecentVaults
  appearance: Appearance
}

const badInput: Reply<string> = { ok: false, problem: { code: 'bad-input', params: {} } }
const openingProcedures: ReadonlySet<string> = new Set(['vault.create', 'vault.open', 'demo.create'])

/** Answers the window's messages. Each is refused unless our own page sent it, and each word is checked for its kind. */
export function connectBridge({ window, engine, files, grants, recent, appearance }: BridgeEnds): void {
  const isOurs = (event: IpcMainEvent | IpcMainInvokeEvent): boolean => {
    return !window.isDestroyed() && event.sender === window.webContents && isOwnPage(event.sender, event.senderFrame)
  }

  function answer<T>(channel: string, refused: T, run: (...words: unknown[]) => Promise<T>): void {
    ipcMain.handle(channel, (event, ...words: unknown[]) => (isOurs(event) ? run(...words) : refused))
  }
  function hear(channel: string, run: (word: unknown) => void): void {
    ipcMain.on(channel, (event, word: unknown) => {
      if (isOurs(event)) run(word)
    })
  }

  answer(channels.ask, badInput, async (callId, name, input) => {
    if (typeof callId !== 'number' || !Number.isSafeInteger(callId) || typeof name !== 'string' || !grants.areTargets(input)) return badInput
    const reply = await engine.ask(callId, name, input)
    if (reply.ok && openingProcedures.has(name)) await rememberVault(input, grants, recent)
    return reply
  })
  hear(channels.cancel, (callId) => typeof callId === 'number' && engine.cancel(callId))

  answer(channels.chooseFiles, [], (purpose) => files.chooseFiles(purpose === 'vault' ? 'vault' : 'sources'))
  answer(channels.chooseSave, null, async (suggestion, purpose) => {
    return typeof suggestion === 'string' && isSavePurpose(purpose) ? files.chooseSave(suggestion, purpose) : null
  })
  answer(channels.chooseFolder, null, () => files.chooseFolder())
  answer(channels.grantDropped, null, async (path) => (typeof path === 'string' ? files.grantDropped(path) : null))
  answer(channels.recentVaults, [], () => files.recentVaults())
  hear(channels.reveal, (token) => typeof token === 'string' && files.reveal(token))
  hear(channels.setFullScreen, (on) => window.setFullScreen(on === true))
  hear(channels.chooseTheme, (theme) => isThemeChoice(theme) && appearance.choose(theme))
}

async function rememberVault(input: unknown, grants: Grants, recent: RecentVaults): Promise<void> {
  if (typeof input !== 'object' || input === null || !('file' in input) || typeof input.file !== 'string') return
  const path = grants.pathOf(input.file)
  // the list is a convenience: a vault that opened stays open when it cannot be written
  if (path !== null) await recent.remember(path).catch(() => undefined)
}

function isSavePurpose(word: unknown): word is SavePurpose {
  return savePurposes.has(word)
}
