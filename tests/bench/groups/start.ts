import { ensureBuilt } from '../built.ts'
import { measureColdStart } from '../coldStart.ts'
import { measured, type Group } from '../measurement.ts'

export const start: Group = {
  name: 'start',
  async *measure() {
    await ensureBuilt()
    const found = await measureColdStart()
    if (found === null) return void process.stderr.write('start: overgeslagen, er is geen Electron op deze computer\n')
    yield measured('start', 'koude start tot het ontgrendelscherm', {
      value: found.application,
      unit: 'ms',
      reference: { name: 'leeg venster van dezelfde Electron', value: found.emptyWindow },
      goal: { of: 'ratio', must: 'at most', figure: 1.5, words: '≤ 1,5×' },
    })
  },
}
