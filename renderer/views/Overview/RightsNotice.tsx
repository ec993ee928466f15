import { useAnswer } from '../../lib/engine.ts'
import { Notice } from '../../parts/Notice.tsx'
import { TextLink } from '../../parts/TextLink.tsx'
import { usersText } from '../../text/users.ts'
import { useWayToUsers } from './wayToUsers.ts'

const text = usersText.review

/** A reminder, for who can do it, that the rights were not gone through for a quarter. */
export function RightsNotice() {
  const toUsers = useWayToUsers()
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
