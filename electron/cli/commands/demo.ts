import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Role } from '#shared/model/access.ts'
import { formatCount, formatNumber } from '#shared/text/format.ts'
import type { Client } from '../client.ts'
import { plainHelp, type Command } from '../command.ts'
import { required, plainOptions, readOptions, wholeNumber } from '../options.ts'
import { writeDeliveries } from '../deliveries.ts'
import { makeFolder, UsageError, userPath } from '../io.ts'
import { accountName, withNewVault, withVault } from '../vault.ts'

/** In a demo vault the maker may do everything; there is nobody to be protected from him. */
export const demoRoles: Role[] = ['analyst', 'director', 'bibobOfficer', 'admin']

export const sizeOptions = { adressen: { type: 'string', default: '5000' }, zaad: { type: 'string', default: '7' } } as const

export function readSize(values: { adressen: string; zaad: string }): { addresses: number; seed: number } {
  return { addresses: wholeNumber(values.adressen, '--adressen', 200, 300_000), seed: wholeNumber(values.zaad, '--zaad', 0, 2 ** 31) }
}

export const demo: Command = {
  name: 'demo',
  usage: 'KLUIS | --uit MAP [--adressen 5000] [--zaad 7]',
  summary: 'Vult een lege kluis met de demogemeente, of schrijft haar leveringen in een map.',
  options: [
    ['--uit MAP', 'schrijft de leveringen en de waarheid erbij, zonder kluis'],
    ['--adressen N', 'grootte: 200 tot en met 300.000 adressen'],
    ['--zaad N', 'hetzelfde zaad geeft dezelfde gemeente'],
    ...plainHelp,
  ],
  run: async (words, io) => {
    const { values, positionals } = readOptions(words, { ...plainOptions, ...sizeOptions, uit: { type: 'string' } })
    const size = readSize(values)
    if (values.uit !== undefined) {
      if (positionals.length > 0) throw new UsageError('Geef een kluis of --uit, niet allebei.')
      const folder = userPath(io, values.uit)
      makeFolder(folder)
      const { files } = await writeDeliveries(io, folder, size)
      return {
        data: { map: folder, bestanden: files.map(({ name, supplier, kind }) => ({ bestand: name, leverancier: supplier, soort: kind })) },
        text: [`${formatCount(files.length, 'levering', 'leveringen')} geschreven in ${join(folder, 'leveringen')}; de waarheid staat in ${join(folder, 'waarheid')}.`],
      }
    }
    const file = userPath(io, required(positionals[0], 'De kluis'))
    const fill = (client: Client) => client.ask('demo.fill', size)
    const { deliveries } = existsSync(file)
      ? await withVault(io, file, {}, 'none', fill)
      : await withNewVault(io, file, { name: accountName(), roles: demoRoles, isDemo: true }, fill)
    return { data: { kluis: file, leveringen: deliveries, ...size }, text: [`De demogemeente staat in ${file}: ${formatNumber(size.addresses)} adressen, ${formatCount(deliveries, 'levering', 'leveringen')}.`] }
  },
}
