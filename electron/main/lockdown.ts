import { app, type Session, type WebContents } from 'electron'
import { origin, scheme } from './protocol.ts'

/** Switches off everything in Chromium that would look for a network. Must run before the application is ready. */
export function refuseNetwork(): void {
  const switches = ['disable-background-networking', 'disable-component-update', 'disable-domain-reliability', 'disable-sync', 'no-pings']
  for (const name of switches) app.commandLine.appendSwitch(name)
  // no name and no address resolves, whatever asks for it
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND')
  app.commandLine.appendSwitch('dns-prefetch-disable')
  app.commandLine.appendSwitch('force-webrtc-ip-handling-policy', 'disable_non_proxied_udp')
}

/** Refuses every request but our own scheme, every permission, device and download. */
export function lockSession(session: Session): void {
  const allowed = new Set([`${scheme}:`, 'data:', 'blob:'])
  session.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !allowed.has(protocolOf(details.url)) }))
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.on('will-download', (event) => event.preventDefault())
  session.setSpellCheckerEnabled(false)
}

/** Keeps a window on the page it started with: no navigation, no new windows, no guests. */
export function lockContents(contents: WebContents): void {
  contents.on('will-navigate', (event) => event.preventDefault())
  contents.on('will-frame-navigate', (event) => event.preventDefault())
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
}

/** Whether a message comes from our own page itself, not from a frame in it. */
export function isOwnPage(contents: WebContents, frame: { url: string; parent: unknown } | null): boolean {
  return frame !== null && frame.parent === null && frame.url.startsWith(origin) && contents.getURL().startsWith(origin)
}

function protocolOf(url: string): string {
  try {
    return new URL(url).protocol
  } catch {
    return ''
  }
}
