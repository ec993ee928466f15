import { contextBridge, ipcRenderer, webUtils } from 'electron'
import { isThemeChoice, type EngineBridge, type ShellBridge, type ThemeChoice } from '#shared/contract/bridge.ts'
import { channels, runtimeArguments } from '#shared/contract/channels.ts'
import type { EngineEvent } from '#shared/contract/events.ts'

const engine: EngineBridge = {
  ask: (callId, name, input) => ipcRenderer.invoke(channels.ask, callId, name, input),
  cancel: (callId) => ipcRenderer.send(channels.cancel, callId),
  on: (listener) => {
    const forward = (_event: unknown, announced: EngineEvent): void => listener(announced)
    ipcRenderer.on(channels.event, forward)
    return () => ipcRenderer.off(channels.event, forward)
  },
}

/** The path of a dropped file never reaches the window: it goes from here to the main process, which answers with a token. */
function droppedPath(file: unknown): string {
  return file instanceof File ? webUtils.getPathForFile(file) : ''
}

function themeAtStart(): ThemeChoice {
  const word = process.argv.find((argument) => argument.startsWith(runtimeArguments.theme))?.slice(runtimeArguments.theme.length)
  return isThemeChoice(word) ? word : 'system'
}

const shell: ShellBridge = {
  chooseFiles: (purpose) => ipcRenderer.invoke(channels.chooseFiles, purpose),
  chooseSave: (suggestion, purpose) => ipcRenderer.invoke(channels.chooseSave, suggestion, purpose),
  chooseFolder: () => ipcRenderer.invoke(channels.chooseFolder),
  grantDropped: (file) => ipcRenderer.invoke(channels.grantDropped, droppedPath(file)),
  recentVaults: () => ipcRenderer.invoke(channels.recentVaults),
  reveal: (token) => ipcRenderer.send(channels.reveal, token),
  setFullScreen: (on) => ipcRenderer.send(channels.setFullScreen, on),
  chooseTheme: (theme) => ipcRenderer.send(channels.chooseTheme, theme),
  runtime: {
    theme: themeAtStart(),
    electron: process.versions.electron ?? '',
    isTestRuntime: process.argv.includes(runtimeArguments.testRuntime),
    version: process.argv.find((word) => word.startsWith(runtimeArguments.version))?.slice(runtimeArguments.version.length) ?? '',
  },
}

contextBridge.exposeInMainWorld('engine', engine)
contextBridge.exposeInMainWorld('shell', shell)
