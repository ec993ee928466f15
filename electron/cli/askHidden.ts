import { createInterface } from 'node:readline'
import { Writable, type Readable } from 'node:stream'
import { ProblemError } from '../engine/problem.ts'

/**
 * Asks for a line without showing what is typed.
 * @throws ProblemError `cancelled` when Ctrl-C or Ctrl-D comes instead of an answer
 */
export function askHidden(question: string, from: Readable, to: Writable): Promise<string> {
  to.write(question)
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() })
  const reader = createInterface({ input: from, output: silent, terminal: true })
  return new Promise((resolve, reject) => {
    // also after an answer, which by then has settled it
    reader.on('close', () => {
      to.write('\n')
      reject(new ProblemError('cancelled'))
    })
    reader.question('', (answer) => {
      resolve(answer)
      reader.close()
    })
  })
}
