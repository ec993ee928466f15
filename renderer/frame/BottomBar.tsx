import { useSession } from '../lib/session.tsx'
import { Pill } from '../parts/Pill.tsx'
import { frameText } from '../text/frame.ts'

/** How things stand: no network, which vault, how fresh, and whether the log is whole. */
export function BottomBar() {
  const { status } = useSession()
  const vault = status.value
  const { runtime } = window.shell
  const text = frameText.bar
  if (!vault) return <footer className="bar" aria-label={text.label} />
  return (
    <footer className="bar" aria-label={text.label}>
      <span className="bar-dot" title={text.offlineWhy}>
        {text.offline}
      </span>
      <span>
        {text.vault(vault.name)} {vault.isDemo && <Pill>{text.demo}</Pill>}
      </span>
      <span className="ellipsis">{vault.lastDelivery ? text.lastDelivery(vault.lastDelivery.label, vault.lastDelivery.at) : text.noDelivery}</span>
      {vault.log && (
        <span className="bar-dot" data-broken={vault.log.intact ? undefined : true}>
          {vault.log.intact ? text.log : text.logBroken}
        </span>
      )}
      <span className="bar-end">{runtime.isTestRuntime ? text.testRuntime(runtime.electron) : runtime.version}</span>
    </footer>
  )
}
