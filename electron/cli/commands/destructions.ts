import { formatCount, formatDay } from '#shared/text/format.ts'
import { plainHelp, type Command } from '../command.ts'
import { newFile, UsageError, userPath } from '../io.ts'
import { readOptions, vaultOptions } from '../options.ts'
import { withVault } from '../vault.ts'

export const destructions: Command = {
  name: 'vernietigd',
  usage: 'KLUIS [--opslaan LIJST | --inlezen LIJST]',
  summary: 'Toont wat vernietigd is, slaat de lijst daarvan op, of laat een teruggezette kopie de lijst volgen.',
  options: [
    ['--opslaan LIJST', 'schrijft de lijst, die alleen kopieën van deze kluis kunnen lezen'],
    ['--inlezen LIJST', 'vernietigt in deze kopie wat volgens de lijst is vernietigd'],
    ...plainHelp,
  ],
  run: async (words, io) => {
    const { values, positionals } = readOptions(words, { ...vaultOptions, opslaan: { type: 'string' }, inlezen: { type: 'string' } })
    const { opslaan, inlezen } = values
    if (opslaan !== undefined && inlezen !== undefined) throw new UsageError('Kies --opslaan of --inlezen, niet beide.')
    const target = opslaan === undefined ? null : newFile(io, opslaan)
    return withVault(io, positionals[0], values, 'none', async (vault) => {
      if (target !== null) {
        const { file, proofs } = await vault.ask('retention.saveList', { target: vault.grant(target) })
        return { data: { bestand: file, vernietigingen: proofs }, text: [`${formatCount(proofs, 'vernietiging', 'vernietigingen')} opgeslagen in ${file}.`] }
      }
      if (inlezen !== undefined) {
        const { proofs, destroyedAgain } = await vault.ask('retention.readList', { file: vault.grant(userPath(io, inlezen)) })
        return { data: { vernietigingen: proofs, alsnog_vernietigd: destroyedAgain }, text: [`${formatCount(proofs, 'vernietiging', 'vernietigingen')} gelezen; ${destroyedAgain === 0 ? 'niets ervan stond nog in deze kopie' : `alsnog vernietigd: ${destroyedAgain}`}.`] }
      }
      const proofs = await vault.ask('retention.proofs', {})
      return {
        data: { vernietigd: proofs.map(({ number, ground, destroyedAt, destroyedBy, askedBy, contentHash }) => ({ nummer: number, op_verzoek: ground === 'request', op: destroyedAt, door: destroyedBy, gevraagd_door: askedBy, controlegetal: contentHash })) },
        text: [...proofs.map(({ number, ground, destroyedAt, destroyedBy, askedBy }) => `${number}  ${formatDay(destroyedAt)} door ${destroyedBy}, gevraagd door ${askedBy}${ground === 'request' ? ' op verzoek van een betrokkene' : ''}`), `${formatCount(proofs.length, 'vernietiging', 'vernietigingen')}.`],
      }
    })
  },
}
