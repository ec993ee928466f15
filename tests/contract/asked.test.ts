import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { contract } from '#shared/contract/index.ts'

const root = join(import.meta.dirname, '..', '..')

/** Every source file of the two callers: the window and the command line. */
function callers(): string {
  return ['renderer', join('electron', 'cli')]
    .flatMap((folder) => readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => join(root, folder, name)))
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => readFileSync(path, 'utf8'))
    .join('\n')
}

/** Procedures without a screen yet, each with what it waits for. This list only gets shorter. */
const waiting: Record<string, string> = {
  'score.sets': 'other weights beside the official ones',
  'score.dropWhatIf': 'other weights beside the official ones',
  'score.compare': 'other weights beside the official ones',
  'score.proposals': 'weights that two people decide on',
  'score.propose': 'weights that two people decide on',
  'score.decide': 'weights that two people decide on',
  'control.make': 'random controls under Verantwoording',
  'control.lists': 'random controls under Verantwoording',
  'control.list': 'random controls under Verantwoording',
  'control.record': 'random controls under Verantwoording',
}

test('every procedure is asked by the window or the command line', () => {
  const text = callers()
  expect(Object.keys(contract).filter((name) => !text.includes(`'${name}'`) && !Object.hasOwn(waiting, name))).toEqual([])
})

test('nothing waits for a screen that is no procedure', () => {
  expect(Object.keys(waiting).filter((name) => !Object.hasOwn(contract, name))).toEqual([])
})
