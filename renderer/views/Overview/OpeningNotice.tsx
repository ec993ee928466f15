import { useSession } from '../../lib/session.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { TextLink } from '../../parts/TextLink.tsx'
import { retentionText as text } from '../../text/retention.ts'
import { usersText } from '../../text/users.ts'
import { useWayToUsers } from './wayToUsers.ts'

/** What came to light of the vault when it was opened. */
export function OpeningNotice() {
  const { status, may } = useSession()
  const { clearedChange = false } = status.value?.opening ?? {}
  const { clearedTitle, cleared } = usersText.passphrase
  const toUsers = useWayToUsers()
  return (
    <>
      {clearedChange && (
        <Notice title={clearedTitle}>
          <p>{cleared}</p>
          {may('vault.changePassphrase') && <TextLink onPress={toUsers}>{usersText.review.go}</TextLink>}
        </Notice>
      )}
      <OlderCopy />
    </>
  )
}

/** Only when it may be a copy from before something was destroyed in it. */
function OlderCopy() {
  const { status, may, go } = useSession()
  const { isFirstHere = false, destroyedAgain = 0 } = status.value?.opening ?? {}
  if (destroyedAgain > 0) return <Notice title={text.againTitle}>{text.again(destroyedAgain)}</Notice>
  if (!isFirstHere) return null
  return (
    <Notice title={text.firstTitle}>
      <p>{text.first}</p>
      {may('retention.readList') && <TextLink onPress={() => go({ screen: 'accountability', subject: '' })}>{text.toList}</TextLink>}
    </Notice>
  )
}
