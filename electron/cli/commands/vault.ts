import { Role } from '#shared/model/access.ts'
import { formatCount, formatNumber } from '#shared/text/format.ts'
import { headSentence } from '#shared/text/logHead.ts'
import { roleLabel } from '#shared/text/terms.ts'
import { ProblemError } from '../../engine/problem.ts'
import { plainHelp, type Command } from '../command.ts'
import { withEngine } from '../client.ts'
import { userPath } from '../io.ts'
import { choose, plainOptions, readOptions, required, textOf, vaultOptions } from '../options.ts'
import { readNextPassphrase, readPassphrase } from '../passphrase.ts'
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
    ...plainHelp,
  ],
  run: async (words, io) => {
    const { values, positionals } = readOptions(words, { ...plainOptions, naam: { type: 'string' }, rollen: { type: 'string' } })
    const roles = values.rollen === undefined ? usualRoles : values.rollen.split(',').map((word) => choose(word.trim(), '--rollen', roleLabel))
    const status = await withNewVault(io, positionals[0], { name: values.naam === undefined ? accountName() : textOf(values.naam, '--naam', 1, 80), roles, isDemo: false }, (client) => client.ask('vault.status', {}))
    const names = roles.map((role) => roleLabel[role])
    return { data: { kluis: status.name, rollen: names }, text: [`Kluis ${status.name} gemaakt. Uw rollen: ${names.join(', ')}.`] }
  },
}

export const changePassphrase: Command = {
  name: 'wachtwoordzin',
  usage: 'KLUIS',
  summary: 'Geeft de kluis een andere wachtwoordzin; kopieën van eerder houden de oude.',
  options: [...plainHelp],
  run: async (words, io) => {
    const { positionals } = readOptions(words, plainOptions)
    const file = userPath(io, required(positionals[0], 'De kluis'))
    const current = await readPassphrase(io)
    const next = await readNextPassphrase(io)
    await withEngine(io, async (client) => {
      await client.ask('vault.open', { file: client.grant(file), passphrase: current })
      await client.ask('vault.changePassphrase', { current, next })
    })
    return { data: { gewijzigd: true }, text: ['De wachtwoordzin is gewijzigd. Kopieën van de kluis van eerder gaan open met de oude.'] }
  },
}

export const verify: Command = {
  name: 'controleer',
  usage: 'KLUIS [--scores]',
  summary: 'Controleert of het logboek heel en onveranderd is, en met --scores of bewaarde scores gelijk uitkomen.',
  options: [['--scores', 'rekent ook iedere bewaarde score na'], ...plainHelp],
  run: async (words, io) => {
    const { values, positionals } = readOptions(words, { ...vaultOptions, scores: { type: 'boolean', default: false } })
    const { result, sets } = await withVault(io, positionals[0], values, 'none', async (vault) => {
      const log = await vault.ask('audit.verify', {})
      return { result: log, sets: values.scores ? await vault.ask('score.verify', {}) : [] }
    })
    if (!result.intact) throw new ProblemError('log-damaged', result.brokenAt === null ? {} : { line: result.brokenAt })
    const changed = sets.find(({ isComparable, isSame }) => isComparable && !isSame)
    if (changed) throw new ProblemError('scores-differ', { set: changed.id })
    const checked = sets.map(({ id, kind, referenceDate, isComparable, isLogged }) => ({ set: id, soort: kind, peildatum: referenceDate, gelijk: isComparable ? true : null, in_logboek: isLogged }))
    return {
      data: { regels: result.lines, klopt: result.intact, begint_na_regel: result.head?.until ?? 0, klok_teruggezet_bij: result.clockBackAt, laatste: result.lastHash, ...(values.scores ? { scores: checked } : {}) },
      text: [
        `Het logboek klopt: ${formatCount(result.lines, 'regel', 'regels')}.`,
        ...(result.head ? [headSentence(result.head)] : []),
        ...(result.clockBackAt === null ? [] : [`Regel ${formatNumber(result.clockBackAt)} zegt ouder te zijn dan een regel erboven: de klok van een werkplek was toen teruggezet.`]),
        ...checked.map(({ set, peildatum, gelijk, in_logboek: isLogged }) => `Scores ${set} van ${peildatum}: ${isLogged === false ? 'zonder regel in het logboek; ' : ''}${gelijk === null ? 'gemaakt met formules van een andere versie, niet na te rekenen' : 'gelijk tot de laatste bit'}.`),
      ],
    }
  },
}
