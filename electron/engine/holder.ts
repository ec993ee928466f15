import { dropSession, endSession, type Session } from './session.ts'

/** Holds the session of this engine: none, or one. */
export interface SessionHolder {
  session: Session | null
  start(session: Session): void
  /** locks: remembers the end of the log and closes the files */
  end(): void
  /** closes without writing, because the file is gone */
  abandon(): void
}

export function makeHolder(): SessionHolder {
  const holder: SessionHolder = {
    session: null,
    start(session) {
      holder.end()
      holder.session = session
    },
    end() {
      const open = holder.session
      holder.session = null
      if (open) endSession(open)
    },
    abandon() {
      const open = holder.session
      holder.session = null
      if (open) dropSession(open)
    },
  }
  return holder
}
