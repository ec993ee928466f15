import type { EngineEvent } from './events.ts'
import type { Reply } from './problem.ts'

/** What a file chosen or dropped by the user looks like to the window: a token, a name, never a path. */
export interface GrantedFile {
  token: string
  name: string
  bytes: number
}

/** `system` follows the operating system, also while it changes. */
export type ThemeChoice = 'system' | 'light' | 'dark'

export function isThemeChoice(word: unknown): word is ThemeChoice {
  return word === 'system' || word === 'light' || word === 'dark'
}

/** What the preload puts on `window.engine`; the window has nothing else. */
export interface EngineBridge {
  /** the value of the reply is JSON text; see `reply.ts` */
  ask(callId: number, name: string, input: unknown): Promise<Reply<string>>
  cancel(callId: number): void
  /** listens to engine events; returns the way to stop listening */
  on(listener: (event: EngineEvent) => void): () => void
}

/** What the preload puts on `window.shell`: dialogs and files of the operating system. */
export interface ShellBridge {
  chooseFiles(purpose: 'vault' | 'sources'): Promise<GrantedFile[]>
  chooseSave(suggestion: string, purpose: 'vault' | 'refusals' | 'issues' | 'picture' | 'sheet'): Promise<GrantedFile | null>
  chooseFolder(): Promise<GrantedFile | null>
  /** a file dropped on the window */
  grantDropped(file: unknown): Promise<GrantedFile | null>
  recentVaults(): Promise<GrantedFile[]>
  /** shows a granted file in the folder view of the operating system */
  reveal(token: string): void
  setFullScreen(on: boolean): void
  /** remembered for the next start */
  chooseTheme(theme: ThemeChoice): void
  runtime: { electron: string; isTestRuntime: boolean; version: string; theme: ThemeChoice }
}
