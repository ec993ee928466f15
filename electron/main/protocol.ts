import { protocol, type Session } from 'electron'
import { readFile } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'
import { windowPolicy } from './contentPolicy.ts'
import { applicationFolder } from './runtime.ts'

export const scheme = 'signaal'
const host = 'app'
export const origin = `${scheme}://${host}/`

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
}

/** Must run before the application is ready: makes the scheme as trustworthy as https and lets V8 keep compiled code. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } }])
}

/** Serves the built window, and nothing outside its folder, as `signaal://app/…`. */
export function serveWindow(session: Session): void {
  const folder = join(applicationFolder, 'out', 'renderer')
  session.protocol.handle(scheme, async (request) => {
    try {
      const url = new URL(request.url)
      const file = normalize(join(folder, decodeURIComponent(url.pathname)))
      const mediaType = mediaTypes[extname(file)]
      if (url.host !== host || !file.startsWith(folder + sep) || mediaType === undefined) return refused(404)
      return new Response(await readFile(file), { headers: headersFor(mediaType) })
    } catch {
      // no such file, or a path that is none
      return refused(404)
    }
  })
}

/** Serves one document from memory, for printing, under a policy of its own. */
export function serveDocument(session: Session, html: string, policy: string): void {
  session.protocol.handle(scheme, () => {
    return new Response(html, { headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy } })
  })
}

function headersFor(mediaType: string): Record<string, string> {
  return { 'content-type': mediaType, 'content-security-policy': windowPolicy, 'x-content-type-options': 'nosniff' }
}

function refused(status: number): Response {
  return new Response(null, { status, headers: { 'content-security-policy': windowPolicy } })
}
