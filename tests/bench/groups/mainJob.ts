import { spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { parse } from 'csv-parse/sync'
import * as XLSX from 'xlsx'
import { z } from 'zod'
import { timed } from '../clock.ts'
import { watchMemory } from '../memory.ts'
import { measured, type Group } from '../measurement.ts'
import { workshop } from '../workshop.ts'

const Report = z.object({
  adressen: z.object({ precisie: z.number(), recall: z.number() }),
  seconden: z.record(z.string(), z.number()),
})
const Wait = z.object({ ms: z.number(), after: z.string() })
/** the last line of the watched job */
const Watched = z.object({ empty: Wait, still: Wait })

/** What one run of the main job yields, and costs. */
interface MainJobRun {
  report: z.infer<typeof Report>
  watched: z.infer<typeof Watched>
  seconds: number
  /** MB; null where it cannot be seen */
  memory: number | null
}

/** The size for which the issue gives its figures. */
const ASKED = 30_000

export const mainJob: Group = {
  name: 'hoofdtaak',
  async *measure(size) {
    const addresses = size === 'vol' ? ASKED : 5_000
    const folder = workshop('hoofdtaak')
    // the first run of changed sources compiles them, which the product does not do at its users'
    await runMainJob(workshop('hoofdtaak-vooraf'), 200)
    const { report, watched, seconds, memory } = await runMainJob(folder, addresses)
    const applies = addresses === ASKED
    const bare = await timed(() => readBare(join(folder, 'leveringen')))
    const of = `${addresses.toLocaleString('nl-NL')} adressen`
    yield measured('hoofdtaak', `van bestanden tot dossier, ${of}`, {
      value: seconds,
      unit: 's',
      reference: { name: 'alleen lezen van dezelfde bestanden met csv-parse en SheetJS', value: bare.ms / 1000 },
      goal: { of: 'value', must: 'at most', figure: 60, words: '≤ 60 s bij 30.000 adressen', applies },
    })
    if (memory !== null) {
      const goal = { of: 'value', must: 'at most', figure: 700, words: '≤ 700 MB bij 30.000 adressen', applies } as const
      yield measured('hoofdtaak', `geheugen op het hoogst, alle processen samen, ${of}`, { value: memory, unit: 'MB', goal })
    }
    yield measured('hoofdtaak', `langste tijd zonder voortgang in beeld (na ‘${watched.empty.after}’), ${of}`, {
      value: watched.empty.ms / 1000, unit: 's', goal: { of: 'value', must: 'at most', figure: 1, words: '≤ 1 s' },
    })
    yield measured('hoofdtaak', `langste tijd waarin de voortgang in beeld stilstond (bij ‘${watched.still.after}’), ${of}`, { value: watched.still.ms / 1000, unit: 's' })
    for (const [step, value] of Object.entries(report.seconden)) if (step !== 'totaal') yield measured('hoofdtaak', `stap ${step}, ${of}`, { value, unit: 's' })
    yield measured('hoofdtaak', `adressen: precisie, ${of}`, { value: report.adressen.precisie, unit: 'aandeel' })
    yield measured('hoofdtaak', `adressen: recall, ${of}`, { value: report.adressen.recall, unit: 'aandeel' })
  },
}

async function runMainJob(folder: string, addresses: number): Promise<MainJobRun> {
  const words = [join(import.meta.dirname, '..', 'watchedMainJob.ts'), 'hoofdtaak', '--uit', folder, '--adressen', String(addresses), '--zaad', '7', '--json']
  const child = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'inherit'] })
  const watch = watchMemory(child.pid ?? 0)
  const { ms, value } = await timed(() => text(child.stdout))
  const memory = watch.stop()
  const [report, watched] = value.trim().split('\n').slice(-2)
  if (report === undefined || watched === undefined) throw new Error('the main job failed; its sentence stands above')
  return { report: Report.parse(JSON.parse(report)), watched: Watched.parse(JSON.parse(watched)), seconds: ms / 1000, memory }
}

/** What libraries need to read the same files into memory and do nothing with them. */
function readBare(folder: string): number {
  let rows = 0
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (/^(bag|burgerzaken.brp|kadaster|kvk).*\.csv$/.test(name)) rows += parse(readFileSync(join(folder, name)), { delimiter: ';', bom: true, relax_quotes: true }).length
    if (/^(kvk|toezicht|vergunningen|meldpunt).*\.xlsx$/.test(name)) rows += XLSX.read(readFileSync(join(folder, name)), { dense: true }).SheetNames.length
  }
  return rows
}
