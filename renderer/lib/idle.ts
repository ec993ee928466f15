const MINUTE = 60_000
/** The vault locks after a quarter of an hour in which nobody touched the window; a minute before, it says so. */
const LOCK_AFTER = 15 * MINUTE
const WARN_AFTER = 14 * MINUTE
/** How often to look. */
export const LOOK_EVERY = 5_000

interface IdleRules {
  now(): number
  /** a job runs, or people sit round the screen: that counts as being there */
  isBusy(): boolean
  /** told at every change whether the vault is about to be locked */
  warn(on: boolean): void
  lock(): void
}

/** Watches how long nobody touched the window. Goes by the clock on the wall, so that a computer that slept has not stood still. */
export function watchIdle({ now, isBusy, warn, lock }: IdleRules): { touch(): void; look(): void } {
  let last = now()
  let isWarned = false
  const say = (on: boolean): void => {
    if (on === isWarned) return
    isWarned = on
    warn(on)
  }
  const touch = (): void => {
    last = now()
    say(false)
  }
  return {
    touch,
    look: () => {
      if (isBusy()) return touch()
      const idle = now() - last
      say(idle >= WARN_AFTER && idle < LOCK_AFTER)
      if (idle >= LOCK_AFTER) lock()
    },
  }
}
