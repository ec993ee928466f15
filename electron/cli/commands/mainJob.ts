import { rmSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import type { OutputOf } from '#shared/contract/index.ts'
import type { DemoMeasures } from '#shared/contract/demo.ts'
import { Phenomenon } from '#shared/model/score.ts'
import { formatCount, formatNumber } from '#shared/text/format.ts'
import { ProblemError } from '../../engine/problem.ts'
import { withEngine, type Client } from '../client.ts'
import { plainHelp, type Command } from '../command.ts'
import { writeDeliveries, type Deliveries } from '../deliveries.ts'
import { makeFolder, userPath, type Io } from '../io.ts'
import { plainOptions, readOptions } from '../options.ts'
import { givenPassphrase, VARIABLE } from '../passphrase.ts'
import { choosePurpose } from '../purpose.ts'
import { accountName } from '../vault.ts'
import { exportPaths, openCase } from './cases.ts'
import { demoRoles, readSize, sizeOptions } from './demo.ts'
import { findEntity } from './lookup.ts'
import { scoreCounts } from './scores.ts'
import { sourceCounts } from '../sourceReport.ts'
import { linkCounts } from './link.ts'
import { importSource } from './sources.ts'

const CASE_NUMBER = 'demo'
/** Five random words are for people; who gave none of his own is told this one. */
const randomPassphrase = () => randomBytes(18).toString('base64')

export const mainJob: Command = {
  name: 'hoofdtaak',
  usage: '--uit MAP [--adressen 5000] [--zaad 7]',
  summary: 'Doet de hele hoofdtaak op de demogemeente: van de bestanden van afdelingen tot en met het dossier.',
  options: [
    ['--uit MAP', 'waar de leveringen, de kluis en het dossier komen (demogemeente)'],
    ['--adressen N', 'grootte: 200 tot en met 300.000 adressen'],
    ['--zaad N', 'hetzelfde zaad geeft dezelfde uitkomst, tijden en sleutels daargelaten'],
    ...plainHelp,
  ],
  run: async (words, io) => {
    const { values } = readOptions(words, { ...plainOptions, ...sizeOptions, uit: { type: 'string', default: 'demogemeente' } }, 0)
    const size = readSize(values)
    const folder = userPath(io, values.uit)
    // the printing at the end needs room beside it: every thread gives memory back sooner, at the price of some time
    setFlagsFromString('--optimize-for-size')
    const given = givenPassphrase(io)
    const passphrase = given ?? randomPassphrase()
    const data = await doMainJob(io, folder, size, passphrase)
    return { data, text: [...summary(data), `Geschreven in ${folder}.`, given === null ? `De kluis daar opent met: ${passphrase}` : `De kluis daar opent met de wachtwoordzin uit ${VARIABLE}.`] }
  },
}

async function doMainJob(io: Io, folder: string, size: { addresses: number; seed: number }, passphrase: string): Promise<MainJobReport> {
  const clock = makeClock()
  makeFolder(folder)
  const written = await clock.run('schrijven', () => writeDeliveries(io, folder, size))
  const vault = join(folder, 'demo.kluis')
  for (const tail of ['', '-wal', '-shm', '-logboek', '-logboek-wal', '-logboek-shm']) rmSync(vault + tail, { force: true })
  return withEngine(io, async (client) => {
    await client.ask('vault.create', { file: client.grant(vault), passphrase, name: accountName(), roles: demoRoles, isDemo: true })
    await choosePurpose(client, { id: 'gegevensbeheer', caseNumber: '' })
    const bronnen = await clock.run('inlezen', () => importAll(client, written))
    const report = await clock.run('koppelen', () => client.ask('link.run', {}))
    const measured = await clock.run('nameten', () => client.ask('demo.measure', { folder: client.grant(join(folder, 'waarheid')) }))
    const set = await clock.run('scoren', () => client.ask('score.run', {}))
    const found = await plantedFound(client, written)
    await choosePurpose(client, { id: 'signaal-wegen', caseNumber: CASE_NUMBER })
    const zoeken = await clock.run('zoeken', () => lookUp(client, written))
    const casus = await clock.run('casus', () => makeDossier(client, written, folder))
    const bibob = await clock.run('bibob', () => makeBibob(client, written, folder))
    const log = await clock.run('logboek', () => client.ask('audit.verify', {}))
    return {
      omvang: { adressen: size.addresses, zaad: size.seed },
      bronnen,
      adressen: { ...linkCounts(report).adressen, ...quality(measured) },
      koppelingen: { ...linkCounts(report).koppelingen, bedrijven: measured.companies, personen: measured.people },
      scores: scoreCounts(set),
      gepland: found,
      zoeken,
      casus,
      bibob,
      log: { regels: log.lines, geverifieerd: log.intact },
      seconden: clock.seconds(),
    }
  })
}

/** What the main job prints; the keys are Dutch because people read them. */
interface MainJobReport extends Record<string, unknown> {
  bronnen: Record<string, unknown>[]
  adressen: Record<string, unknown>
  log: { regels: number; geverifieerd: boolean }
  seconden: Record<string, number>
}

async function importAll(client: Client, { files }: Deliveries): Promise<Record<string, unknown>[]> {
  const counts: Record<string, unknown>[] = []
  for (const file of files) {
    const { report } = await importSource(client, file.path, { supplier: file.supplier }, false)
    counts.push(...sourceCounts(report))
  }
  return counts
}

function quality({ addresses, files }: DemoMeasures): Record<string, unknown> {
  const { rows, right, wrong, missed, left, precision, recall } = addresses
  return {
    precisie: precision, recall, rijen: rows, goed: right, fout: wrong, gemist: missed, terecht_open: left,
    per_bestand: files.map((file) => ({ bestand: file.file, precisie: file.precision, recall: file.recall, rijen: file.rows, fout: file.wrong, gemist: file.missed })),
  }
}

/** How many of the buurten with a planted excess were classed as higher, and how many of those classed as higher were planted. */
async function plantedFound(client: Client, { planted }: Deliveries): Promise<Record<string, unknown>[]> {
  const found = []
  for (const phenomenon of Phenomenon.options) {
    const codes = new Set(planted.areas[phenomenon])
    const scores = await client.ask('score.ranking', { level: 'buurt', phenomenon })
    const higher = scores.filter((score) => score.class === 'higher')
    const top = scores.toSorted((a, b) => (b.score ?? -Infinity) - (a.score ?? -Infinity)).slice(0, codes.size)
    const hits = (list: typeof scores) => list.filter((score) => codes.has(score.code)).length
    found.push({ fenomeen: phenomenon, gepland: codes.size, hoger: higher.length, gevonden: hits(higher), in_top: hits(top) })
  }
  return found
}

/** Looks up the address of a planted network the way an analyst does, by what he types. */
async function lookUp(client: Client, written: Deliveries): Promise<Record<string, unknown>> {
  const sheet = await client.ask('address.get', { key: stackKey(written) })
  const text = sheet.lines[0] ?? ''
  const { hits } = await client.ask('search.suggest', { text, kinds: ['address'], limit: 10 })
  const { departments } = await client.ask('reference.lookup', { key: stackKey(written) })
  return { treffers: hits.length, bovenaan: hits[0]?.key === stackKey(written), afdelingen: departments.length, hits: departments.filter((one) => one.isHit).length }
}

function networkOf({ planted }: Deliveries, kind: string): Deliveries['planted']['networks'][number] {
  const network = planted.networks.find((one) => one.kind === kind)
  if (!network) throw new ProblemError('not-found', { what: kind })
  return network
}

/** The address where far more companies stand than fit. */
function stackKey(written: Deliveries): string {
  return `address:${String(networkOf(written, 'stapeladres').addresses[0] ?? 0).padStart(16, '0')}`
}

async function makeDossier(client: Client, written: Deliveries, folder: string): Promise<Record<string, unknown>> {
  await choosePurpose(client, { id: 'riec-casus', caseNumber: CASE_NUMBER })
  const made = await openCase(client, {
    from: stackKey(written),
    depth: 2,
    title: 'Stapeladres in de demogemeente',
    phenomenon: 'witwassen',
    occasion: 'Op één woning staan veel meer vennootschappen ingeschreven dan er passen.',
    goal: 'Vaststellen of de vennootschappen er werkelijk zijn en wie erachter zitten.',
    hypotheses: ['Het adres wordt gebruikt om vennootschappen een inschrijving te geven zonder dat zij er zijn.'],
  })
  const target = join(folder, 'dossier')
  makeFolder(target)
  const result = await client.ask('case.export', { id: made.id, folder: client.grant(target), recipients: 'RIEC Midden-Nederland (demo)' })
  return { nummer: made.number, feiten: made.facts, hypothesen: made.hypotheses, ...exportPaths(result, target), logregel: result.logLine }
}

async function makeBibob(client: Client, written: Deliveries, folder: string): Promise<Record<string, unknown>> {
  await choosePurpose(client, { id: 'bibob-onderzoek', caseNumber: CASE_NUMBER })
  const kvk = networkOf(written, 'katvanger').companies[1] ?? 0
  const applicant = await findEntity(client, String(kvk).padStart(8, '0'), ['company'])
  const relations = await client.ask('bibob.relations', { applicant })
  const target = join(folder, 'bibob')
  makeFolder(target)
  const result = await client.ask('bibob.export', { applicant, folder: client.grant(target) })
  return { relaties: relations.relations.length, eindpersonen: endPersons(relations), ...exportPaths(result, target), logregel: result.logLine }
}

function endPersons({ relations }: OutputOf<'bibob.relations'>): number {
  return relations.filter((relation) => relation.end === 'person').length
}

/** Seconds per step, to a tenth. */
function makeClock() {
  const seconds: Record<string, number> = {}
  const started = performance.now()
  const rounded = (milliseconds: number) => Math.round(milliseconds / 100) / 10
  return {
    run: <T>(step: string, work: () => T): T => {
      const from = performance.now()
      const note = () => void (seconds[step] = rounded(performance.now() - from))
      const result = work()
      if (result instanceof Promise) void result.then(note, note)
      else note()
      return result
    },
    seconds: () => ({ ...seconds, totaal: rounded(performance.now() - started) }),
  }
}

function summary(data: MainJobReport): string[] {
  const refused = data.bronnen.reduce((sum, source) => sum + Number(source['geweigerd']), 0)
  const read = data.bronnen.reduce((sum, source) => sum + Number(source['gelezen']), 0)
  return [
    `Bronnen: ${formatCount(data.bronnen.length, 'blad', 'bladen')}, ${formatCount(read, 'rij', 'rijen')} gelezen, ${formatNumber(refused)} geweigerd.`,
    `Adressen: precisie ${formatNumber(Number(data.adressen['precisie']), 4)}, recall ${formatNumber(Number(data.adressen['recall']), 4)}.`,
    `Logboek: ${formatCount(data.log.regels, 'regel', 'regels')}, ${data.log.geverifieerd ? 'in orde' : 'NIET in orde'}.`,
    `Klaar in ${formatNumber(data.seconden['totaal'] ?? 0, 1)} s.`,
  ]
}
