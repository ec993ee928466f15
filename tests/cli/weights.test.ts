import { join } from 'node:path'
import { expect, test } from 'vitest'
import { decide } from '../../electron/engine/score/index.ts'
import { closeVault, openVault } from '../../electron/engine/store/vault.ts'
import { contextOn, temporaryFolder } from '../fixtures/vault.ts'
import { PASSPHRASE, type } from './terminal.ts'

const motive = ['--motivering', 'Uit de controles van dit jaar blijkt dat dit past.']

/** Decides as somebody with another account would. */
async function approveAsAnother(file: string, id: number): Promise<void> {
  const vault = await openVault(file, PASSPHRASE)
  decide(contextOn(vault.store, { actor: { account: 'ander', name: 'Ander', roles: ['director'] } }), { id, approve: true, motive: 'Akkoord na bespreking in het overleg.' })
  closeVault(vault)
}

interface Shown {
  versie: number
  indicatoren: { indicator: string; punten: number; halfwaardetijd: number | null }[]
  voorstellen: unknown[]
}

test('gewichten shows points and half-lives, takes a proposal for either, and leaves the decision to another', async () => {
  const vault = join(temporaryFolder(), 'toets.kluis')
  const ask = (...words: string[]) => type(['gewichten', vault, ...words, '--json'])
  const shown = async (...words: string[]): Promise<Shown> => JSON.parse((await ask(...words)).out.at(-1) ?? 'null')
  await type(['nieuw', vault])
  const before = await shown()
  const points = (of: Shown, id: string) => of.indicatoren.find(({ indicator }) => indicator === id)
  const [one, other] = ['hennep-geruimd-gebied', 'hennep-meldingen-gebied']
  const [more, less] = [Number(points(before, one)?.punten) + 5, Number(points(before, other)?.punten) - 5]
  const next = before.versie + 1
  expect(before.voorstellen).toEqual([])

  const wrong = await ask('--punten', `${one}=${more}`, ...motive)
  expect([wrong.code, wrong.error.join(' ')]).toEqual([1, expect.stringContaining('100')])
  expect(await ask('--halfwaardetijd', 'leegstand-gebied=24', ...motive)).toMatchObject({ code: 1, error: [expect.stringContaining('Geef alleen een halfwaardetijd aan wat op een dag gebeurt')] })

  expect(await shown('--punten', `${one}=${more}, ${other}=${less}`, '--halfwaardetijd', `${one}=24`, ...motive)).toMatchObject({
    versie: before.versie, voorstellen: [{ nummer: 1, punten: { [one]: more, [other]: less }, halfwaardetijd: { [one]: 24 }, besluit: 'wacht op besluit', eigen: true }],
  })
  const own = await ask('--besluit', '1', '--uitkomst', 'goed', ...motive)
  expect([own.code, own.error.length > 0]).toEqual([1, true])

  await approveAsAnother(vault, 1)
  const after = await shown()
  expect(after).toMatchObject({ versie: next, voorstellen: [{ besluit: 'goedgekeurd', besloten_door: 'Ander', versie: next }] })
  expect([points(after, one), points(after, other)]).toMatchObject([{ punten: more, halfwaardetijd: 24 }, { punten: less, halfwaardetijd: null }])

  await ask('--halfwaardetijd', `${one}=geen`, ...motive)
  const words = (await type(['gewichten', vault])).out.join('\n')
  expect(words).toMatch(new RegExp(`^Indicatorenset ${next}, vastgesteld 21-11-2026 door .* \\(voorstel\\), Ander \\(besluit\\)\\.`))
  expect(words).toMatch(new RegExp(`${more} punten {2}.* \\(${one}\\); halfwaardetijd 2 jaar`))
  expect(words).toMatch(/\n2\. door .*: wacht op besluit\. Uit de controles.*\n {2}.*: halfwaardetijd geen\n1\. /)
})

test.each([
  [['--punten', 'a=1', '--besluit', '1'], 'Kies een voorstel of --besluit, niet allebei.'],
  [['--punten', 'a'], '‘a’ bij --punten is geen INDICATOR=WAARDE.'],
  [['--punten', 'a=101'], 'Bij --punten hoort per indicator een heel getal van 0 tot en met 100.'],
  [['--halfwaardetijd', 'a=7'], 'Bij --halfwaardetijd hoort per indicator een aantal maanden van 6 tot en met 120, in hele halve jaren, of ‘geen’.'],
  [['--punten', 'a=1'], '--motivering ontbreekt.'],
])('gewichten %j is refused before the vault is opened', async (words, sentence) => {
  expect(await type(['gewichten', 'x.kluis', ...words])).toMatchObject({ code: 2, error: expect.arrayContaining([sentence]) })
})
