import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { ProblemError } from '../engine/problem.ts'
import { findRuntime, projectRoot, sandboxArguments } from './runtime.ts'

const application = join(projectRoot, 'out', 'main', 'index.cjs')
const deadlineMilliseconds = 180_000
/** no window, no display, no graphics card; drawing and what serves the page in one process, for memory; of Chromium's notes only the fatal ones */
const offScreen = ['--headless', '--disable-gpu', '--in-process-gpu', '--disable-software-rasterizer', '--enable-features=NetworkServiceInProcess2', '--log-level=3']

/**
 * Prints a complete, self-contained HTML document as a tagged PDF by running Electron off screen; needs no display.
 * The document goes in and the PDF comes out through pipes: nothing of it stands on a disk.
 * @throws ProblemError `print-unavailable` when no Electron can be had or it fails
 */
export async function printHtml(html: string): Promise<Uint8Array> {
  if (findRuntime() === null || !existsSync(application)) await prepare()
  const runtime = findRuntime()
  if (runtime === null) throw new ProblemError('print-unavailable')
  const words = [...sandboxArguments(), ...offScreen, projectRoot, '--afdrukken', '-', '-']
  const child = spawn(runtime.executable, words, { stdio: ['pipe', 'pipe', 'ignore'], timeout: deadlineMilliseconds })
  // a program that fails to start does not read; its exit code tells
  child.stdin.on('error', () => undefined)
  child.stdin.end(html)
  const [pdf, code] = await Promise.all([buffer(child.stdout), exitCode(child)])
  if (code !== 0) throw new ProblemError('print-unavailable')
  return new Uint8Array(pdf)
}

/** Fetches an Electron and builds the application, once. What goes wrong there shows when printing. */
async function prepare(): Promise<void> {
  await exitCode(spawn(process.execPath, [join(projectRoot, 'scripts', 'offscreen.ts')], { stdio: ['ignore', 'ignore', 'inherit'] }))
}

function exitCode(child: ChildProcess): Promise<number> {
  return new Promise((resolve) => {
    child.on('error', () => resolve(127))
    child.on('close', (code) => resolve(code ?? 1))
  })
}
