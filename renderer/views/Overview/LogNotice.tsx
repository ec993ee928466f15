import { useSession } from '../../lib/session.tsx'
import { ProblemNotice } from '../../parts/ProblemNotice.tsx'

/** Only when the chain of the log no longer holds. */
export function LogNotice() {
  const { status } = useSession()
  const log = status.value?.log
  if (!log || log.intact) return null
  return <ProblemNotice problem={{ code: 'log-damaged', params: {} }} action={<></>} />
}
