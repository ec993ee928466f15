import { joinCompanies } from '../../../electron/engine/link/joinCompanies.ts'
import { joinPersons } from '../../../electron/engine/link/joinPersons.ts'
import { openDatabase } from '../../../electron/engine/store/database.ts'

/**
 * Joins the rows of a vault in a process of its own, so that its memory can be seen, and prints what it took.
 * `node sizeChild.ts FILE KEY TODAY`, the key in hexadecimal
 */
const [file = '', key = '', today = ''] = process.argv.slice(2)
const quiet = { start: () => undefined, advance: () => undefined }
const store = openDatabase(file, Buffer.from(key, 'hex'), 'job')
const before = process.cpuUsage()
const from = performance.now()
store.write((writer) => {
  joinCompanies(writer, quiet)
  joinPersons(writer, quiet, today)
})
const seconds = (performance.now() - from) / 1000
const { user, system } = process.cpuUsage(before)
store.close()
process.stdout.write(JSON.stringify({ seconds, processor: (user + system) / 1_000_000 }))
