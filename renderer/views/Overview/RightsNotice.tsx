import { useAnswer } from '../../lib/engine.ts'
import { useSession } from '../../lib/session.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { TextLink } from '../../parts/TextLink.tsx'
import { usersText } from '../../text/users.ts'
import { lastTab } from '../Accountability/lastTab.ts'

const text = usersText.review

/** A reminder, for who can do it, that the rights were not gone through for a quarter. */
export function RightsNotice() {
  const { go } = useSession()
  const toUsers = () => {
    lastTab.set('users')
    go({ screen: 'accountability', subject: '' })
  }
  if (useAnswer('user.reviewed', {}).value?.isDue !== true) return null
  return (
    <Notice>
      <p>{text.due}</p>
      <p className="overview-links">
        <TextLink onPress={toUsers}>{text.go}</TextLink>
      </p>
    </Notice>
  )
}
