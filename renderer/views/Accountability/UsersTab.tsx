import { KeyRound, ListChecks, UserPlus } from 'lucide-react'
import { useState } from 'react'
import type { UserAccount } from '#shared/contract/users.ts'
import { formatMoment } from '#shared/text/format.ts'
import { roleLabel } from '#shared/text/terms.ts'
import { useAnswer } from '../../lib/engine.ts'
import { useSession } from '../../lib/session.tsx'
import { Answered } from '../../parts/Answered.tsx'
import { Button } from '../../parts/Button.tsx'
import { Card } from '../../parts/Card.tsx'
import { Notice } from '../../parts/Notice.tsx'
import type { Column } from '../../parts/columns.ts'
import { Table } from '../../parts/Table.tsx'
import { usersText as text } from '../../text/users.ts'
import { AccessTable } from './AccessTable.tsx'
import { PassphraseDialog } from './PassphraseDialog.tsx'
import { RightsReviewDialog } from './RightsReviewDialog.tsx'
import { UserDialog } from './UserDialog.tsx'

/** Who may do what in this vault; whoever administers it gives others their roles, never himself. */
export function UsersTab() {
  const { may, status } = useSession()
  const answer = useAnswer('user.list', {})
  const [open, setOpen] = useState<UserAccount | 'new' | null>(null)
  const [isChanging, setChanging] = useState(false)
  const [isReviewing, setReviewing] = useState(false)
  const reviewed = useAnswer('user.reviewed', {}).value
  const own = status.value?.actor?.account ?? ''
  const mayGive = may('user.set')
  const onOpen = (user: UserAccount) => {
    if (user.account !== own) setOpen(user)
  }
  return (
    <>
      <div className="account-bar">
        {mayGive && (
          <Button icon={UserPlus} onPress={() => setOpen('new')}>
            {text.add}
          </Button>
        )}
        {may('user.review') && (
          <Button icon={ListChecks} onPress={() => setReviewing(true)}>
            {text.review.open}
          </Button>
        )}
        {may('vault.changePassphrase') && (
          <Button icon={KeyRound} onPress={() => setChanging(true)}>
            {text.passphrase.change}
          </Button>
        )}
        <span className="account-facts">{text.count(answer.value?.length ?? 0)}</span>
      </div>
      <p className="soft">{text.why}</p>
      {reviewed?.isDue === true && <Notice>{text.review.due}</Notice>}
      {reviewed && <p className="soft">{reviewed.last === null ? text.review.never : text.review.last(reviewed.last.at, reviewed.last.by, reviewed.last.outcome)}</p>}
      <Card isFlush isTall>
        <Answered answer={answer}>
          {(users) => <Table label={text.title} columns={columnsFor(own)} rows={users} rowKey={({ account }) => account} {...(mayGive ? { onOpen } : {})} />}
        </Answered>
      </Card>
      {isChanging && <PassphraseDialog onClose={() => setChanging(false)} />}
      {answer.value && <AccessTable users={answer.value} />}
      {isReviewing && <RightsReviewDialog onClose={() => setReviewing(false)} />}
      {open !== null && <UserDialog user={open === 'new' ? null : open} onClose={() => setOpen(null)} />}
    </>
  )
}

function columnsFor(own: string): readonly Column<UserAccount>[] {
  return [
    { id: 'name', heading: text.columns.name, text: ({ account, name }) => (account === own ? text.you(name) : name), width: 200 },
    { id: 'account', heading: text.columns.account, text: ({ account }) => account, width: 180 },
    { id: 'roles', heading: text.columns.roles, text: ({ roles }) => roles.map((role) => roleLabel[role]).join(', '), grow: 1 },
    { id: 'since', heading: text.columns.since, text: ({ since }) => formatMoment(since), width: 150 },
  ]
}
