import { type BrowserWindow, type FileFilter, dialog, shell } from 'electron'
import { existsSync, statSync } from 'node:fs'
import { basename, extname } from 'node:path'
import type { GrantedFile } from '#shared/contract/bridge.ts'
import type { Grants } from './grants.ts'
import type { RecentVaults } from './recentVaults.ts'

const fileKinds: Readonly<Record<string, string>> = {
  kluis: 'Kluis',
  xlsx: 'Excel-werkmap',
  csv: 'CSV-bestand',
  png: 'Afbeelding',
  svg: 'Vectorafbeelding',
  docx: 'Word-document',
  pdf: 'PDF-document',
  json: 'JSON-bestand',
}
const saveTitles = {
  vault: 'Nieuwe kluis',
  refusals: 'Geweigerde regels opslaan',
  issues: 'Opmerkingen opslaan',
  picture: 'Netwerkbeeld opslaan',
  sheet: 'Blad opslaan',
} as const
export type SavePurpose = keyof typeof saveTitles
export const savePurposes: ReadonlySet<unknown> = new Set(Object.keys(saveTitles))

const vaultFilter: FileFilter = { name: 'Kluis', extensions: ['kluis'] }
const sourceFilters: FileFilter[] = [
  { name: 'Bronbestanden', extensions: ['csv', 'txt', 'tsv', 'xlsx', 'xlsm', 'xlsb', 'xls', 'ods', 'json', 'geojson', 'xml', 'zip'] },
  { name: 'Alle bestanden', extensions: ['*'] },
]

/** Dialogs of the operating system; what the user points at comes back as a token with a name. */
export class Files {
  readonly #window: BrowserWindow
  readonly #grants: Grants
  readonly #recent: RecentVaults

  constructor(window: BrowserWindow, grants: Grants, recent: RecentVaults) {
    this.#window = window
    this.#grants = grants
    this.#recent = recent
  }

  async chooseFiles(purpose: 'vault' | 'sources'): Promise<GrantedFile[]> {
    const isVault = purpose === 'vault'
    const chosen = await dialog.showOpenDialog(this.#window, {
      title: isVault ? 'Kluis openen' : 'Bronbestanden kiezen',
      filters: isVault ? [vaultFilter] : sourceFilters,
      properties: isVault ? ['openFile'] : ['openFile', 'multiSelections'],
    })
    return chosen.canceled ? [] : Promise.all(chosen.filePaths.map((path) => this.#grants.grant(path)))
  }

  /** @param suggestion a file name; its extension is the kind of file and is added to a name typed without it */
  async chooseSave(suggestion: string, purpose: SavePurpose): Promise<GrantedFile | null> {
    const extension = extname(suggestion).slice(1).toLowerCase()
    const kind = fileKinds[extension]
    const chosen = await dialog.showSaveDialog(this.#window, {
      title: saveTitles[purpose],
      defaultPath: basename(suggestion),
      filters: kind === undefined ? [] : [{ name: kind, extensions: [extension] }],
      properties: ['showOverwriteConfirmation', 'createDirectory'],
    })
    if (chosen.canceled || chosen.filePath === '') return null
    const isComplete = kind === undefined || extname(chosen.filePath).slice(1).toLowerCase() === extension
    const path = isComplete ? chosen.filePath : `${chosen.filePath}.${extension}`
    // the dialog asked about the name without its extension only
    if (!isComplete && existsSync(path) && !(await this.#mayReplace(path))) return null
    return purpose === 'vault' ? this.#grants.grant(path) : this.#grants.grantTarget(path)
  }

  async chooseFolder(): Promise<GrantedFile | null> {
    const chosen = await dialog.showOpenDialog(this.#window, { title: 'Map kiezen', properties: ['openDirectory', 'createDirectory'] })
    const path = chosen.filePaths[0]
    return chosen.canceled || path === undefined ? null : this.#grants.grantTarget(path)
  }

  /** @param path of a file dropped on the window, as the preload got it from the operating system; empty for anything else */
  async grantDropped(path: string): Promise<GrantedFile | null> {
    return statSync(path, { throwIfNoEntry: false })?.isFile() === true ? this.#grants.grant(path) : null
  }

  async recentVaults(): Promise<GrantedFile[]> {
    return Promise.all((await this.#recent.list()).map((path) => this.#grants.grant(path)))
  }

  reveal(token: string): void {
    const path = this.#grants.pathOf(token)
    if (path !== null) shell.showItemInFolder(path)
  }

  async #mayReplace(path: string): Promise<boolean> {
    const { response } = await dialog.showMessageBox(this.#window, {
      type: 'question',
      message: 'Dit bestand bestaat al. Vervangen?',
      detail: path,
      buttons: ['Vervangen', 'Annuleren'],
      defaultId: 1,
      cancelId: 1,
    })
    return response === 0
  }
}
