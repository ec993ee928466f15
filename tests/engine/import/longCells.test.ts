import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addressPartStep } from '../../../electron/engine/import/columnSteps.ts'
import { Draft } from '../../../electron/engine/import/draft.ts'
import { parseAddress } from '../../../electron/engine/normalise/address.ts'
import type { FieldDefinition } from '../../../shared/model/source.ts'
import { reasons } from '../../../shared/text/reasons.ts'
import { fileWith, takeIn } from '../../fixtures/delivery.ts'
import { contextOn, emptyStore } from '../../fixtures/vault.ts'

/** A page of text where a value belongs, as when columns were shifted; each sort takes long to read as an address, a name or a number. */
const PAGE = ['A1 ', '1 ', ')', '0', ' 1', 'B.V. ', '1/'].map((part) => part.repeat(90_000 / part.length))

test('a page of text in the column of an address, a name or a number is left out unread, and the import does not hang on it', async () => {
  const store = emptyStore()
  const headings = 'Zaaknummer;Datum controle;Uitkomst;Straat;Huisnummer;Postcode;Plaats;Adres'
  const rows = PAGE.map((page, i) => `Z${i};01-05-2024;akkoord;${page};12;${page};Almere;${page}`)
  const report = await takeIn(contextOn(store), fileWith('controles.csv', [headings, ...rows].join('\n')))
  expect(report.sheets[0]).toMatchObject({ accepted: PAGE.length, refused: 0 })
  const issues = store.all('SELECT max(length(value)) AS longest, reason, count(*) AS n FROM row_issue GROUP BY reason')
  expect(issues).toEqual([{ longest: 301, reason: reasons.addressTooLong, n: 3 * PAGE.length }])
}, 60_000)

test('what is written of a signal may be a page', async () => {
  const store = emptyStore()
  const file = fileWith('signalen.csv', `Signaalnummer;Soort signaal;Waarnemingsdatum;Adres;Omschrijving\nS1;overlast;2025-01-02;Kade 1;${'woord '.repeat(2000)}\n`)
  const report = await takeIn(contextOn(store), file)
  expect(report.sheets[0]).toMatchObject({ accepted: 1, groups: [] })
})

/** Runs some work and counts the characters that expressions go over meanwhile, from where each begins to where it found what it looked for. */
function charactersRead(work: () => void): number {
  const { exec } = RegExp.prototype
  let read = 0
  // eslint-disable-next-line no-extend-native -- every way to look for something in a text goes by it
  RegExp.prototype.exec = function counted(text) {
    const from = this.global || this.sticky ? this.lastIndex : 0
    const found = exec.call(this, text)
    const until = found ? found.index + (found[0]?.length ?? 0) : this.sticky ? from + 1 : text.length
    read += until - from
    return found
  }
  try {
    work()
  } finally {
    // eslint-disable-next-line no-extend-native -- as it was
    RegExp.prototype.exec = exec
  }
  return read
}

test('however much stands in the cells of an address, it takes no more to read than what an address can be', () => {
  const field: FieldDefinition = { id: 'address_line', label: 'Adres', type: 'address-part', required: false, synonyms: [] }
  const steps = (['line', 'street', 'number', 'suffix', 'postcode', 'city'] as const).map((part, column) => addressPartStep(column, field, part))
  const piece = fc.constantFrom('12 ', '12, ', ',', ';', '12 en ', '0000 AB ', '1315 AB ', '1-feb ', '12 app ', 'Laan 1933, ', '. ', '( ', 'abc', 'Almere ')
  fc.assert(
    fc.property(fc.array(fc.tuple(piece, fc.integer({ min: 0, max: 2000 })), { minLength: 6, maxLength: 6 }), (cells) => {
      const texts = cells.map(([text, length]) => `K${text.repeat(length).slice(0, length)}`)
      const draft = new Draft([])
      for (const step of steps) step(texts, draft)
      expect(charactersRead(() => void parseAddress(draft.address))).toBeLessThan(100_000)
    }),
  )
})
