import type { EngineProcess } from './engineProcess.ts'

/** What tells that somebody locked the workstation or put it to sleep. */
interface Monitor {
  on(event: 'lock-screen' | 'suspend', listener: () => void): unknown
}

/** Locks the vault with the workstation. Not while something runs: that would undo the work, and the workstation itself is locked by then. */
export function lockWhenAway(monitor: Monitor, engine: Pick<EngineProcess, 'isBusy' | 'ask'>): void {
  const lock = (): void => {
    if (!engine.isBusy) void engine.ask(0, 'vault.lock', {})
  }
  monitor.on('lock-screen', lock)
  monitor.on('suspend', lock)
}
