import { nativeTheme } from 'electron'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type ThemeChoice, isThemeChoice } from '#shared/contract/bridge.ts'
import { makeWholeFile } from '../disk/wholeFile.ts'

/** The theme a user chose, kept in a small file in the application's own folder; window and title bar follow it. */
export class Appearance {
  readonly #file: string

  constructor(folder: string) {
    this.#file = join(folder, 'weergave.json')
    nativeTheme.themeSource = this.#read()
  }

  get theme(): ThemeChoice {
    return nativeTheme.themeSource
  }

  choose(theme: ThemeChoice): void {
    nativeTheme.themeSource = theme
    try {
      makeWholeFile(this.#file, (put) => put(JSON.stringify({ theme })))
    } catch {
      // a convenience: without it the theme holds until the application ends
    }
  }

  #read(): ThemeChoice {
    try {
      const content: unknown = JSON.parse(readFileSync(this.#file, 'utf8'))
      return typeof content === 'object' && content !== null && 'theme' in content && isThemeChoice(content.theme) ? content.theme : 'system'
    } catch {
      return 'system'
    }
  }
}
