import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Role } from '#shared/model/access.ts'
import { formatNumber } from '#shared/text/format.ts'
import { writeDemo, writeTruth, type DemoTruth, type WrittenFile } from '../../engine/demo/index.ts'
import type { Client } from '../client.ts'
import type { Command } from '../command.ts'
import { required, plainOptions, readOptions, wholeNumber } from '../options.ts'
import { UsageError, userPath, type Io } from '../io.ts'
import { makeProgressLine } from '../progress.ts'
import { accountName, withNewVault, withVault } from '../vault.ts'

/** In a demo vault the maker may do everything; there is nobody to be protected from him. */
export const demoRoles: Role[] = ['analyst', 'director', 'bibobOfficer', 'admin']

export const sizeOptions = { adressen: { type: 'string', default: '5000' }, zaad: { type: 'string', default: '7' } } as const

export function readSize(values: { adressen: string; zaad: string }): { addresses: number; seed: number } {
  return { addresses: wholeNumber(values.adressen, '--adressen', 200, 300_000), seed: wholeNumber(values.zaad, '--zaad', 0, 2 ** 31) }
}

/** What was written, and what is planted in it; which row means what stands in the files beside it only. */
export interface Deliveries {
  files: WrittenFile[]
  planted: Omit<DemoTruth, 'sheets'>
}

/** The deliveries and their truth, side by side and never mixed. */
export function writeDeliveries(io: Io, folder: string, size: { addresses: number; seed: number }): Deliveries {
  const line = makeProgressLine(io)
  try {
    const deliveries = join(folder, 'leveringen')
    mkdirSync(deliveries, { recursive: true })
    const { files, truth } = writeDemo(deliveries, size, (name, done, total) => line.show({ step: `Demobestanden schrijven: ${name}`, done, total }))
    writeTruth(join(folder, 'waarheid'), truth)
    const { sheets: _rows, ...planted } = truth
    return { files, planted }
  } finally {
    line.clear()
  }
}

export const demo: Command = {
  name: 'demo',
  usage: 'KLUIS | --uit MAP [--adressen 5000] [--zaad 7]',
  summary: 'Vult een lege kluis met de demogemeente, of schrijft haar leveringen in een map.',
  options: [
    ['--uit MAP', 'schrijft de leveringen en de waarheid erbij, zonder kluis'],
    ['--adressen N', 'grootte: 200 tot en met 300.000 adressen'],
    ['--zaad N', 'hetzelfde zaad geeft dezelfde gemeente'],
    ['--json', 'één JSON-object als laatste regel'],
  ],
  run: async (words, io) => {
    const { values, positionals } = readOptions(words, { ...plainOptions, ...sizeOptions, uit: { type: 'string' } })
    const size = readSize(values)
    if (values.uit !== undefined) {
      if (positionals.length > 0) throw new UsageError('Geef een kluis of --uit, niet allebei.')
      const folder = userPath(io, values.uit)
      const { files } = writeDeliveries(io, folder, size)
      return {
        data: { map: folder, bestanden: files.map(({ name, supplier, kind }) => ({ bestand: name, leverancier: supplier, soort: kind })) },
        text: [`${formatNumber(files.length)} leveringen geschreven in ${join(folder, 'leveringen')}; de waarheid staat in ${join(folder, 'waarheid')}.`],
      }
    }
    const file = userPath(io, required(positionals[0], 'De kluis'))
    const fill = (client: Client) => client.ask('demo.fill', size)
    const { deliveries } = existsSync(file)
      ? await withVault(io, file, {}, null, fill)
      : await withNewVault(io, file, { name: accountName(), roles: demoRoles, isDemo: true }, fill)
    return { data: { kluis: file, leveringen: deliveries, ...size }, text: [`De demogemeente staat in ${file}: ${formatNumber(size.addresses)} adressen, ${formatNumber(deliveries)} leveringen.`] }
  },
}
