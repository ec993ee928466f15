import { join } from 'node:path'
import { expect, test } from 'vitest'
import { fileWith } from '../fixtures/delivery.ts'
import { temporaryFolder } from '../fixtures/vault.ts'
import { type } from './terminal.ts'

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
const because = ['--doel', 'signaal-wegen', '--zaak', 'Z-1']

/** A vault with two addresses and what three departments know of them. */
async function linkedVault(): Promise<string> {
  const vault = join(temporaryFolder(), 'toets.kluis')
  await type(['nieuw', vault])
  expect((await type(['importeer', vault, fileWith('bag.csv', BAG), fileWith('signalen.csv', SIGNALS)])).code).toBe(0)
  expect((await type(['koppel', vault])).code).toBe(0)
  return vault
}

test('zoek says whom to call at each department that knows an address, once, and no more of what it knows', async () => {
  const vault = await linkedVault()
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
