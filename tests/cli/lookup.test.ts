import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { fileWith } from '../fixtures/delivery.ts'
import { startEngine } from '../fixtures/engine.ts'
import { NOW, temporaryFolder } from '../fixtures/vault.ts'
import { noPrinter, PASSPHRASE, type } from './terminal.ts'

const BAG = `Nummeraanduiding;Openbare ruimte;Huisnummer;Postcode;Woonplaats
0034200000000001;Lindekade;12;1315AB;Almere
0034200000000002;Lindekade;14;1315AB;Almere
`
const SIGNALS = `Signaalnummer;Afdeling;Soort signaal;Fenomeen;Ontvangstdatum;BAG nummeraanduiding;Contactfunctie
S-1;Toezicht;overlast;hennep;01-06-2026;0034200000000001;coördinator toezicht
S-2;Toezicht;leegstand;vastgoed;01-07-2026;0034200000000001;coördinator toezicht
S-3;Burgerzaken;adresonderzoek;overig;01-07-2026;0034200000000001;
S-4;Meldpunt;overlast;hennep;01-07-2026;0034200000000002;regisseur ondermijning
`
const environment = { SIGNAAL_WACHTWOORD: PASSPHRASE }
const because = ['--doel', 'signaal-wegen', '--zaak', 'Z-1']

/** A vault with two addresses and what three departments know of them. */
async function linkedVault(): Promise<{ folder: string; vault: string }> {
  const folder = temporaryFolder()
  const vault = join(folder, 'toets.kluis')
  await type(['nieuw', vault])
  expect((await type(['importeer', vault, fileWith('bag.csv', BAG), fileWith('signalen.csv', SIGNALS)])).code).toBe(0)
  expect((await type(['koppel', vault])).code).toBe(0)
  return { folder, vault }
}

/** Types a command with lines on standard input. */
const typeUnseen = (words: readonly string[], input: string) => type(words, environment, noPrinter, null, NOW, input)

test('zoek says whom to call at each department that knows an address, once, and no more of what it knows', async () => {
  const { vault } = await linkedVault()
  const found = await type(['zoek', vault, 'Lindekade 12', '--soort', 'adres', ...because])
  expect(found.out.slice(-2)).toEqual([
    'Lindekade 12: bekend bij Burgerzaken, Toezicht (coördinator toezicht).',
    'Een hit zegt alleen dat de afdeling dit adres kent. De inhoud vraagt u na bij de contactrol.',
  ])
  expect(found.out.join('\n')).not.toMatch(/overlast|hennep|regisseur/)
  expect((await type(['zoek', vault, 'Lindekade 12', '--soort', 'adres', '--json', ...because])).json()['verwijzingen']).toEqual([
    { afdeling: 'Burgerzaken', hit: true, aantal: 1, contact: [], ook_op: [] },
    { afdeling: 'Meldpunt', hit: false, aantal: 0, contact: [], ook_op: [] },
    { afdeling: 'Toezicht', hit: true, aantal: 2, contact: ['coördinator toezicht'], ook_op: [] },
  ])
})

test('- takes what is looked up from standard input, a line each; the log says the same', async () => {
  const { folder, vault } = await linkedVault()
  const shown = await type(['zoek', vault, 'Lindekade 12', ...because])
  expect(await typeUnseen(['zoek', vault, '-', ...because], '\uFEFFLindekade 12\r\n')).toMatchObject({ code: 0, out: shown.out })
  const way = ['--doel', 'riec-casus', '--zaak', 'Z-1']
  const seen = await type(['pad', vault, '--van', 'Lindekade 12', '--naar', 'Lindekade 14', ...way])
  expect(await typeUnseen(['pad', vault, '--van', '-', '--naar', '-', ...way], 'Lindekade 12\nLindekade 14')).toMatchObject({ code: seen.code, out: seen.out, error: seen.error })
  expect(await typeUnseen(['pad', vault, '--van', '-', '--naar', '-', ...way], 'Lindekade 12\n')).toMatchObject({
    code: 2, out: [], error: expect.arrayContaining(['--naar ontbreekt: op de standaardinvoer staat er geen regel voor.']),
  })
  const { ask } = startEngine(folder)
  await ask('vault.open', { file: 'vault', passphrase: PASSPHRASE })
  const { events } = await ask('audit.list', { limit: 50, action: 'search' })
  expect(new Set(events.map(({ object }) => object))).toEqual(new Set(['Lindekade 12', 'Lindekade 14']))
})

test('- is read by the command as people start it', async () => {
  const { vault } = await linkedVault()
  const entry = join(import.meta.dirname, '..', '..', 'electron', 'cli', 'index.ts')
  const out = execFileSync(process.execPath, [entry, 'zoek', vault, '-', '--json', ...because], { input: 'Lindekade 14\n', env: { ...process.env, ...environment }, encoding: 'utf8' })
  expect(JSON.parse(out)).toMatchObject({ treffers: [{ naam: 'Lindekade 14' }], verwijzingen: expect.arrayContaining([expect.objectContaining({ afdeling: 'Meldpunt', hit: true, contact: ['regisseur ondermijning'] })]) })
})
