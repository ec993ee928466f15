import { useSession } from '../../lib/session.tsx'
import { lastTab } from '../Accountability/lastTab.ts'

/** Leads to where the users, their rights and the passphrase are. */
export function useWayToUsers(): () => void {
  const { go } = useSession()
  return () => {
    lastTab.set('users')
    go({ screen: 'accountability', subject: '' })
  }
}
