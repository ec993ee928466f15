import { Suspense, useEffect } from 'react'
import { contract } from '#shared/contract/index.ts'
import { choosePurpose } from '../lib/call.ts'
import { knowProcedures } from '../lib/procedures.ts'
import { useSession } from '../lib/session.tsx'
import { useShortcuts } from '../lib/shortcuts.ts'
import { isPresenting } from '../lib/presentation.ts'
import { createStore, useStore } from '../lib/store.ts'
import { Waiting } from '../parts/Answered.tsx'
import { EmptyState } from '../parts/EmptyState.tsx'
import { Toasts } from '../parts/toasts.tsx'
import { loadEarly, isOpenTo, railGroups, screens } from '../screens.ts'
import { frameText, screenLabel } from '../text/frame.ts'
import { BottomBar } from './BottomBar.tsx'
import { CrashGuard } from './CrashGuard.tsx'
import { IdleLock } from './IdleLock.tsx'
import { LeaveDialog } from './LeaveDialog.tsx'
import { KeyboardHelp } from './KeyboardHelp.tsx'
import { Palette } from './Palette.tsx'
import { PurposeDialog } from './PurposeDialog.tsx'
import { Rail } from './Rail.tsx'
import { SourceRowDrawer } from './SourceRowDrawer.tsx'
import { TopBar } from './TopBar.tsx'
import './Frame.css'

knowProcedures(contract)

/** What lies over the screen on request. */
const overlay = createStore<'palette' | 'keys' | null>(null)
const close = () => overlay.set(null)

/** The window round every screen while a vault is open. */
export function Frame() {
  const { lock, go, may } = useSession()
  const open = useStore(overlay)
  const isFull = useStore(isPresenting)
  const reachable = railGroups.flat().filter((name) => screens[name] !== undefined && isOpenTo(screens[name], may))
  useEffect(loadWhenIdle, [])
  useShortcuts(frameText.keys.everywhere, [
    { keys: 'Ctrl K', label: frameText.keys.palette, run: () => overlay.set('palette') },
    { keys: 'Ctrl D', label: frameText.keys.purpose, run: choosePurpose },
    { keys: 'Ctrl L', label: frameText.keys.lock, run: lock },
    { keys: 'Alt ←', label: frameText.keys.back, run: () => window.history.back() },
    { keys: '?', label: frameText.keys.help, run: () => overlay.set('keys') },
    ...reachable.slice(0, 9).map((screen, index) => ({ keys: `Alt ${index + 1}`, label: screenLabel[screen], run: () => go({ screen, subject: '' }) })),
  ])
  return (
    <div className="frame">
      <a className="skip" href="#inhoud" onClick={skipToContent}>
        {frameText.skip}
      </a>
      {!isFull && <TopBar onSearch={() => overlay.set('palette')} onHelp={() => overlay.set('keys')} />}
      {!isFull && <Rail />}
      <main className="frame-main" id="inhoud" tabIndex={-1}>
        <Screen />
      </main>
      {!isFull && <BottomBar />}
      <Palette isOpen={open === 'palette'} onClose={close} />
      <KeyboardHelp isOpen={open === 'keys'} onClose={close} />
      <PurposeDialog />
      <SourceRowDrawer />
      <IdleLock />
      <LeaveDialog />
      <Toasts />
    </div>
  )
}

/** The hash belongs to the route, so the skip link moves the focus itself. */
function skipToContent(event: React.MouseEvent) {
  event.preventDefault()
  document.getElementById('inhoud')?.focus()
}

/** @returns the way to call it off */
function loadWhenIdle(): () => void {
  if (typeof window.requestIdleCallback !== 'function') return () => undefined
  const waiting = window.requestIdleCallback(() => void loadEarly())
  return () => window.cancelIdleCallback(waiting)
}

/** The view of the route, anew for each subject that is not a part of it, so that nothing of the last one lingers. */
function Screen() {
  const { route, may } = useSession()
  const screen = screens[route.screen] ?? screens.overview
  if (!screen) return null
  if (!isOpenTo(screen, may)) return <EmptyState title={frameText.forbidden.title}>{frameText.forbidden.why}</EmptyState>
  return (
    <CrashGuard key={`${route.screen} ${screen.hasParts ? '' : route.subject}`}>
      <Suspense fallback={<div className="page"><Waiting /></div>}>
        <screen.View subject={route.subject} />
      </Suspense>
    </CrashGuard>
  )
}
