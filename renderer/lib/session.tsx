import { createContext, useCallback, useContext, useEffect, useEffectEvent, useMemo, useRef, useSyncExternalStore, type ReactNode } from 'react'
import type { OutputOf, ProcedureName } from '#shared/contract/index.ts'
import type { VaultStatus } from '#shared/contract/vault.ts'
import type { EntityKey } from '#shared/model/entity.ts'
import type { NetworkViewContent } from '#shared/model/networkView.ts'
import { onEngineEvent, settlePurpose } from './call.ts'
import { closing } from './closing.ts'
import { hasUnsaved } from './drafts.ts'
import { useAnswer, useCommand, type Answer } from './engine.ts'
import { mayAsk } from './procedures.ts'
import { hashOf, routeOf, routeToEntity, type Route } from './routes.ts'
import { createStore, resetStores, useStore } from './store.ts'

export type PurposeOption = OutputOf<'purpose.list'>[number]

/** A view of the network as it was saved, and where. */
export interface SavedView {
  caseId: number
  name: string
  content: NetworkViewContent
  /** whether it is the picture of the case, to be renewed: what has become known since is brought in */
  renews?: boolean
}

/** Nodes, or a saved view, that some screen asked the network view to show. A new object each time, so that the same request counts twice. */
export type NetworkRequest = { keys: readonly EntityKey[] } | { view: SavedView }

const networkRequests = createStore<NetworkRequest | null>(null)

/** What would lose what was typed while the user is asked about it. */
export const leaving = createStore<'lock' | 'close' | null>(null)

/** What every screen may know of the frame around it. */
export interface Session {
  status: Answer<VaultStatus>
  /** ISO day by which the engine judges what holds; a chart runs to here */
  today: string
  route: Route
  go(route: Route): void
  /** the address, company or person sheet of a key */
  openEntity(key: EntityKey): void
  /** hands nodes to the network view and goes there */
  openInNetwork(keys: readonly EntityKey[]): void
  /** puts a saved view on the table of the network view and goes there */
  openViewInNetwork(view: SavedView): void
  /** the newest hand-over; the network view takes it with `takeNetworkRequest` */
  networkRequest: NetworkRequest | null
  takeNetworkRequest(): void
  /** whether a role of the user allows this procedure; a purpose may still be asked for */
  may(name: ProcedureName): boolean
  /** locks the vault; asks first when that would lose what was typed */
  lock(): void
  /** locks the vault, whatever stands there */
  lockNow(): void
}

const SessionContext = createContext<Session | null>(null)

export function useSession(): Session {
  const session = useContext(SessionContext)
  if (session === null) throw new Error('useSession stands outside SessionProvider')
  return session
}

function subscribeHash(listener: () => void): () => void {
  window.addEventListener('hashchange', listener)
  return () => window.removeEventListener('hashchange', listener)
}

function go(route: Route): void {
  window.location.hash = hashOf(route)
}

/** Knows the vault, the route and the user, and empties the window when the vault is locked. */
export function SessionProvider({ children }: { children: ReactNode }) {
  const status = useAnswer('vault.status', {})
  const hash = useSyncExternalStore(subscribeHash, () => window.location.hash)
  const networkRequest = useStore(networkRequests)
  const [runLock] = useCommand('vault.lock')
  const { ask } = status
  useEffect(
    () =>
      onEngineEvent((event) => {
        if (event.type === 'stopped') closing.set({ problem: { code: 'engine-stopped', params: {} }, isFinal: !event.willRestart })
      }),
    [],
  )
  const reason = useStore(closing)
  useEffect(() => {
    if (reason) ask()
  }, [reason, ask])

  const state = status.value?.state
  const wasOpen = useRef(false)
  // not one that came since this was shown: it may close again in the very moment it opens
  const forgetReason = useEffectEvent(() => closing.get() === reason && closing.set(null))
  useEffect(() => {
    if (state === 'open') {
      wasOpen.current = true
      forgetReason()
    }
    // the first answer of a slow engine says "closed" too, when the user may be busy making a vault already
    if (state !== 'closed' || !wasOpen.current) return
    wasOpen.current = false
    settlePurpose(false)
    resetStores()
    window.history.replaceState(null, '', window.location.pathname + window.location.search)
    window.dispatchEvent(new HashChangeEvent('hashchange'))
  }, [state])

  const roles = status.value?.actor?.roles
  const may = useCallback((name: ProcedureName) => roles !== undefined && mayAsk(name, roles), [roles])
  const session = useMemo<Session>(
    () => ({
      status,
      today: status.value?.today ?? '',
      route: routeOf(hash),
      go,
      openEntity: (key) => go(routeToEntity(key)),
      openInNetwork: (keys) => {
        networkRequests.set({ keys })
        go({ screen: 'network', subject: '' })
      },
      openViewInNetwork: (view) => {
        networkRequests.set({ view })
        go({ screen: 'network', subject: '' })
      },
      networkRequest,
      takeNetworkRequest: () => networkRequests.set(null),
      may,
      lock: () => (hasUnsaved() ? leaving.set('lock') : void runLock({})),
      lockNow: () => void runLock({}),
    }),
    [status, hash, networkRequest, may, runLock],
  )
  return <SessionContext value={session}>{children}</SessionContext>
}
