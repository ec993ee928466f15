import { hasCommand } from './debian.ts'

/** Wraps a command so that its windows open on a virtual screen, where there is one; elsewhere they open on the real one. */
export function onVirtualScreen(command: string, words: readonly string[]): { command: string; words: string[] } {
  if (process.platform !== 'linux' || !hasCommand('xvfb-run')) return { command, words: [...words] }
  return { command: 'xvfb-run', words: ['-a', '-s', '-screen 0 1920x1200x24', command, ...words] }
}
