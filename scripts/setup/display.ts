import { spawn } from 'node:child_process'
import { hasCommand } from './debian.ts'

/** A screen nobody sees, for tests and pictures. */
interface VirtualScreen {
  /** what DISPLAY must be for programs that draw on it */
  display: string
  stop(): void
}

/** Starts a virtual screen (Xvfb) where there is one; elsewhere windows open on the real screen and this is `null`. */
async function startVirtualScreen(): Promise<VirtualScreen | null> {
  if (process.platform !== 'linux' || !hasCommand('Xvfb')) return null
  // it takes the first free number and tells it when it is ready
  const words = ['-displayfd', '3', '-screen', '0', '1920x1200x24', '-nolisten', 'tcp']
  const server = spawn('Xvfb', words, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] })
  const told = server.stdio[3]
  const number = await new Promise<string>((resolve, reject) => {
    told?.once('data', (data: Buffer) => resolve(data.toString('utf8').trim()))
    server.once('error', reject)
    server.once('exit', () => reject(new Error('Het virtuele beeldscherm (Xvfb) startte niet.')))
  })
  return { display: `:${number}`, stop: () => void server.kill() }
}

/** Runs work with DISPLAY set to a virtual screen, where there is one. */
export async function onVirtualScreen<T>(work: (environment: Record<string, string>) => Promise<T>): Promise<T> {
  const screen = await startVirtualScreen()
  try {
    return await work(screen === null ? {} : { DISPLAY: screen.display })
  } finally {
    screen?.stop()
  }
}
