import { writeFileSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import { saveUser } from '../../../electron/engine/store/meta.ts'
import { deriveKey } from '../../../electron/engine/store/key.ts'
import { closeVault, createVault, openVault } from '../../../electron/engine/store/vault.ts'
import { best, timed } from '../clock.ts'
import { measured, type Group } from '../measurement.ts'
import { importPlain } from '../sqlite.ts'
import { emptyStore, workshop } from '../workshop.ts'

const PASSPHRASE = 'vijf woorden voor de meetbank'

export const vault: Group = {
  name: 'kluis',
  async *measure(size) {
    const file = workshop('openen.kluis')
    closeVault(await createVault(file, PASSPHRASE, { account: 'meetbank', name: 'Meetbank', roles: ['analyst'] }, new Date().toISOString()))
    const kdf = await best(3, () => deriveKey(PASSPHRASE, randomBytes(16)))
    const open = await best(3, async () => closeVault(await openVault(file, PASSPHRASE)))
    yield measured('kluis', 'openen met een wachtwoordzin', { value: open, unit: 'ms', reference: { name: 'alleen de sleutelafleiding (Argon2id)', value: kdf } })

    const rows = size === 'vol' ? 1_000_000 : 100_000
    const csv = writeUsers(rows)
    const plain = await importPlain(csv, workshop('rijen.sqlite'), ';', [])
    const store = emptyStore('rijen')
    const { ms } = await timed(() => {
      store.write((writer) => {
        for (let i = 0; i < rows; i += 1) saveUser(writer, { account: `gebruiker-${i}`, name: `Naam ${i}`, roles: ['reader'] }, '2026-01-01')
      })
    })
    store.close()
    yield measured('kluis', `${rows.toLocaleString('nl-NL')} rijen versleuteld invoegen`, { value: ms / 1000, unit: 's', reference: { name: plain.name, value: plain.ms / 1000 } })
  },
}

function writeUsers(rows: number): string {
  const csv = workshop('rijen.csv')
  const lines = Array.from({ length: rows }, (_, i) => `gebruiker-${i};Naam ${i};["reader"];2026-01-01`)
  writeFileSync(csv, `account;name;roles;since\n${lines.join('\n')}\n`)
  return csv
}
