import { CircleUserRound, Keyboard, Lock, Search, Target, X } from 'lucide-react'
import { Button as AriaButton } from 'react-aria-components/Button'
import type { ThemeChoice } from '#shared/contract/bridge.ts'
import { roleLabel } from '#shared/text/terms.ts'
import { awaitingPurpose, choosePurpose } from '../lib/call.ts'
import { useRunningJobs } from '../lib/engine.ts'
import type { RunningJob } from '../lib/jobStore.ts'
import { useSession } from '../lib/session.tsx'
import { setTheme, useThemeChoice } from '../lib/theme.ts'
import { Button } from '../parts/Button.tsx'
import { IconButton } from '../parts/IconButton.tsx'
import { KeyHint } from '../parts/KeyHint.tsx'
import { Menu } from '../parts/Menu.tsx'
import { frameText, jobLabel } from '../text/frame.ts'
import { formatPercent } from '#shared/text/format.ts'
import { partsText } from '../text/parts.ts'

export function TopBar({ onSearch, onHelp }: { onSearch: () => void; onHelp: () => void }) {
  const { lock } = useSession()
  const job = useRunningJobs().find(({ progress }) => progress !== awaitingPurpose)
  return (
    <header className="top">
      <span className="top-brand">{frameText.product}</span>
      <AriaButton className="top-search" onPress={onSearch}>
        <Search size={16} strokeWidth={1.75} aria-hidden />
        <span className="ellipsis">{frameText.searchField}</span>
        <KeyHint keys="Ctrl K" />
      </AriaButton>
      <div className="top-right">
        {job && <JobSign job={job} />}
        <PurposeChip />
        <UserMenu onHelp={onHelp} />
        <span className="top-lock">
          <Button variant="quiet" icon={Lock} keys="Ctrl L" onPress={lock}>
            {frameText.lock}
          </Button>
        </span>
      </div>
    </header>
  )
}

function PurposeChip() {
  const { status } = useSession()
  const purpose = status.value?.purpose
  return (
    <AriaButton className="top-purpose" data-empty={purpose ? undefined : true} onPress={choosePurpose}>
      <Target size={16} strokeWidth={1.75} aria-hidden />
      <span className="ellipsis">{purpose ? frameText.purpose.chip(purpose.label) : frameText.purpose.none}</span>
      {purpose && purpose.caseNumber !== '' && <span className="top-case">{purpose.caseNumber}</span>}
      {purpose && <span className="unseen">, {frameText.purpose.change}</span>}
    </AriaButton>
  )
}

const themes: readonly ThemeChoice[] = ['system', 'light', 'dark']

function UserMenu({ onHelp }: { onHelp: () => void }) {
  const { status } = useSession()
  const theme = useThemeChoice()
  const actor = status.value?.actor
  const roles = actor?.roles.map((role) => roleLabel[role]).join(', ') ?? ''
  return (
    <Menu
      label={frameText.user.menu}
      actions={[
        ...themes.map((id) => ({ id, label: frameText.user.theme[id], isChosen: theme === id, onAction: () => setTheme(id) })),
        { id: 'keys', label: frameText.user.help, icon: Keyboard, keys: '?', startsGroup: true, onAction: onHelp },
      ]}
    >
      <AriaButton className="button button-quiet top-user" aria-label={`${frameText.user.menu}: ${actor?.name ?? ''}, ${roles}`}>
        <CircleUserRound size={18} strokeWidth={1.75} aria-hidden />
        <span className="top-user-name">{actor?.name}</span>
      </AriaButton>
    </Menu>
  )
}

/** A ring that fills, what is being done, and the way to stop it. */
function JobSign({ job }: { job: RunningJob }) {
  const { progress } = job
  const share = progress?.total ? progress.done / progress.total : null
  const round = 2 * Math.PI * 7
  return (
    <div className="top-job" role="status">
      <svg className="top-job-ring" viewBox="0 0 18 18" aria-hidden data-unknown={share === null || undefined}>
        <circle cx="9" cy="9" r="7" />
        <circle className="top-job-done" cx="9" cy="9" r="7" strokeDasharray={`${round * (share ?? 0.25)} ${round}`} />
      </svg>
      <span className="top-job-name">{jobLabel[job.name]}</span>
      {share !== null && <span className="nowrap">{formatPercent(share)}</span>}
      <IconButton label={partsText.abort} icon={X} onPress={job.cancel} />
    </div>
  )
}
