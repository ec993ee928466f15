import { lazy, Suspense } from 'react'
import { I18nProvider } from 'react-aria-components/I18nProvider'
import { SessionProvider, useSession } from './lib/session.tsx'
import { isSettingUp } from './lib/setup.ts'
import { useStore } from './lib/store.ts'
import { UnlockView } from './views/Unlock/UnlockView.tsx'

/** The frame and its screens come when the vault is open: the unlock screen is there sooner without them. */
const Frame = lazy(async () => {
  // before anything that makes a schema
  await import('./lib/jitless.ts')
  const { Frame: loaded } = await import('./frame/Frame.tsx')
  return { default: loaded }
})

export function App() {
  return (
    <I18nProvider locale="nl-NL">
      <SessionProvider>
        <Window />
      </SessionProvider>
    </I18nProvider>
  )
}

/** Behind the lock there is only the unlock screen. */
function Window() {
  const { status } = useSession()
  const isBusyMaking = useStore(isSettingUp)
  if (status.value?.state !== 'open' || isBusyMaking) return <UnlockView />
  return (
    <Suspense fallback={null}>
      <Frame />
    </Suspense>
  )
}
