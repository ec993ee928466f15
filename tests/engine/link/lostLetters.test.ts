import { describe, expect, test } from 'vitest'
import { recordId } from '../../../shared/model/recordId.ts'
import { personRules, type PersonEvidence } from '../../../electron/engine/link/personEvidence.ts'
import { readPair } from '../../../electron/engine/link/review/index.ts'
import type { Store, Value } from '../../../electron/engine/store/database.ts'
import type { GivenName } from '../../../electron/engine/normalise/person.ts'
import { companyVault, here } from '../../fixtures/companyVault.ts'
import { levels, named } from '../../fixtures/names.ts'
import { addRecord } from '../../fixtures/register.ts'
import { contextOn } from '../../fixtures/vault.ts'

const [REGISTER, PERMITS, TRADE] = [3, 4, 5]

describe('names of which a file lost letters', () => {
  const whole = { givenNames: 'Ayşe', familyName: 'Yıldız' }
  test.each<[Partial<GivenName>, Partial<GivenName>, Record<string, string>]>([
    [{ givenNames: 'Ay?e', familyName: 'Y?ld?z' }, whole, { 'given-names': 'genormaliseerd', 'family-name': 'genormaliseerd' }],
    [{ givenNames: 'Ay\ufffde', familyName: 'Y\ufffdld\ufffdz' }, whole, { 'given-names': 'genormaliseerd', 'family-name': 'genormaliseerd' }],
    [{ givenNames: 'Ay?e', familyName: 'Y?ld?z' }, { givenNames: 'AY?E', familyName: 'Y?LD?Z' }, { 'given-names': 'genormaliseerd', 'family-name': 'genormaliseerd' }],
    [{ givenNames: 'Ay?e Fatma', familyName: 'Yildiz' }, whole, { 'given-names': 'deels', 'family-name': 'gelijk' }],
    [{ initials: '?.A.', familyName: 'Yildiz' }, { givenNames: 'Özlem Ayşe', familyName: 'Yildiz' }, { 'given-names': 'letters', 'family-name': 'gelijk' }],
    [{ givenNames: 'Ayşe', familyName: 'Y?ld?z-Jansen' }, { givenNames: 'Ayşe', familyName: 'Jansen-Yıldız' }, { 'given-names': 'gelijk', 'family-name': 'genormaliseerd' }],
    [{ givenNames: 'Ayşe', familyName: 'Y?ld?z-de Vries' }, whole, { 'given-names': 'gelijk', 'family-name': 'deel' }],
    [{ givenNames: 'Ay?e', familyName: 'Yıldız' }, { givenNames: 'Ayla', familyName: 'Yıldız' }, { 'given-names': 'anders', 'family-name': 'gelijk' }],
  ])('%j and %j', (left, right, expected) => {
    expect(levels(left, right)).toEqual(expected)
    expect(levels(right, left)).toEqual(expected)
  })

  test.each(['family-birth', 'given-birth', 'letters-birth', 'family-letter-year', 'family-place', 'given-place', 'names'])('find each other by %s', (id) => {
    const person = (name: Partial<GivenName>): PersonEvidence => ({ bsn: -1, names: [named(name)], births: ['1980-05-17'], places: ['a1'] })
    const keys = [person({ givenNames: '?zlem', familyName: 'Y?ld?z' }), person({ givenNames: 'Özlem', familyName: 'Yıldız' })].map((one) => personRules.find((rule) => rule.id === id)?.keys(one) ?? [])
    expect(keys[0]?.filter((key) => keys[1]?.includes(key))).not.toEqual([])
  })
})

/** A vault with these rows, numbered from 2 on; linked. */
function vaultWith(rows: readonly (readonly [table: string, delivery: number, values: Record<string, Value>])[]): Store {
  return companyVault((writer) => {
    for (const [i, [table, delivery, values]] of rows.entries()) addRecord(writer, table, delivery, i + 2, values)
  })
}

describe('a row of which letters were lost', () => {
  const register = { given_names: 'Ayşe', initials: 'A.', family_name: 'Schaap-Vermeer', birth_date: '1949-01-01', ...here }

  test('is the person who lives there, who keeps the name that can be read, and what was weighed says so', () => {
    const store = vaultWith([['permit_record', PERMITS, { ...register, given_names: 'Ay?e' }], ['person_record', REGISTER, { ...register, given_names: 'Ay?e', bsn_hash: Buffer.alloc(32, 1) }], ['ownership_record', TRADE, register]])
    expect(store.all('SELECT given_names, family_name FROM person')).toEqual([{ given_names: 'Ayşe', family_name: 'Schaap-Vermeer' }])
    const { fields } = readPair(contextOn(store), { party: 'person', left: recordId(REGISTER, 3), right: recordId(TRADE, 4) })
    expect(fields.find(({ label }) => label === 'Voornamen')).toMatchObject({ left: 'Ay?e', right: 'Ayşe', outcome: 'alike', words: 'gelijk, op verloren letters na' })
  })

  test('does not link with another name that the lost letter leaves open, born on another day', () => {
    const store = vaultWith([['permit_record', PERMITS, { ...register, given_names: 'Ya?ar', birth_date: '1961-04-23' }], ['person_record', REGISTER, { ...register, given_names: 'Yaşar', birth_date: '1988-11-02' }]])
    expect(store.get('SELECT count(*) AS n FROM person')).toEqual({ n: 2 })
  })

  test('of a company is that company, under the name that can be read', () => {
    const store = vaultWith([['permit_record', PERMITS, { applicant_name: 'Caf? De ?ilveren Maan', ...here }], ['company_record', TRADE, { name: 'Café De Žilveren Maan', ...here }]])
    expect(store.all("SELECT name FROM company WHERE name NOT LIKE 'Onderneming %'")).toEqual([{ name: 'Café De Žilveren Maan' }])
  })
})
