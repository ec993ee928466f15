import { Role } from '#shared/model/access.ts'
import { formatNumber } from '#shared/text/format.ts'
import { roleLabel } from '#shared/text/terms.ts'
import { ProblemError } from '../../engine/problem.ts'
import type { Command } from '../command.ts'
import { choose, plainOptions, readOptions, vaultOptions } from '../options.ts'
import { accountName, withNewVault, withVault } from '../vault.ts'

/** What the maker of a vault may do when nothing else is asked; Bibob work is given out on purpose. */
const usualRoles: Role[] = ['analyst', 'director', 'admin']

export const create: Command = {
  name: 'nieuw',
  usage: 'KLUIS [--naam NAAM] [--rollen ROL,ROL…]',
  summary: 'Maakt een nieuwe, lege kluis.',
  options: [
    ['--naam NAAM', 'uw naam zoals die in het logboek komt'],
    ['--rollen ROL,…', `uw rollen: ${Role.options.map((role) => roleLabel[role]).join(', ')}; zonder opgave ${usualRoles.map((role) => roleLabel[role]).join(', ')}`],
    ['--json', 'één JSON-object als laatste regel'],
  ],
  run: async (words, io) => {
    const { values, positionals } = readOptions(words, { ...plainOptions, naam: { type: 'string' }, rollen: { type: 'string' } })
    const roles = values.rollen === undefined ? usualRoles : values.rollen.split(',').map((word) => choose(word.trim(), '--rollen', roleLabel))
    const status = await withNewVault(io, positionals[0], { name: values.naam ?? accountName(), roles, isDemo: false }, (client) => client.ask('vault.status', {}))
    const names = roles.map((role) => roleLabel[role])
    return { data: { kluis: status.name, rollen: names }, text: [`Kluis ${status.name} gemaakt. Uw rollen: ${names.join(', ')}.`] }
  },
}

export const verify: Command = {
  name: 'controleer',
  usage: 'KLUIS',
  summary: 'Controleert of het logboek heel en onveranderd is.',
  options: [['--json', 'één JSON-object als laatste regel']],
  run: async (words, io) => {
    const { values, positionals } = readOptions(words, vaultOptions)
    const result = await withVault(io, positionals[0], values, null, (vault) => vault.ask('audit.verify', {}))
    if (!result.intact) throw new ProblemError('log-damaged', result.brokenAt === null ? {} : { line: result.brokenAt })
    return { data: { regels: result.lines, klopt: result.intact, laatste: result.lastHash }, text: [`Het logboek klopt: ${formatNumber(result.lines)} regels.`] }
  },
}
