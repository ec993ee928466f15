import { describe, expect, test } from 'vitest'
import type { BibobRelation } from '#shared/contract/dossier.ts'
import { recordId } from '#shared/model/recordId.ts'
import { bibobRelations } from '../../../../electron/engine/dossier/bibob/index.ts'
import { ProblemError } from '../../../../electron/engine/problem.ts'
import { fillBibobVault } from '../../../fixtures/bibobVault.ts'
import { addCompany, addEdge, addPerson } from '../../../fixtures/entities.ts'
import { addDelivery } from '../../../fixtures/register.ts'
import { contextOn, emptyStore } from '../../../fixtures/vault.ts'

function aChart() {
  const store = emptyStore()
  const keys = fillBibobVault(store)
  const context = contextOn(store)
  return { context, keys, found: bibobRelations(context, keys.applicant) }
}

function named(relations: readonly BibobRelation[], label: string): BibobRelation {
  const found = relations.find((relation) => relation.label === label)
  if (!found) throw new Error(`${label} is missing among ${relations.map((relation) => relation.label).join(', ')}`)
  return found
}

describe('an applicant company', () => {
  test('B.V. ← Holding ← STAK ← person: the person stands at the end, with the way that leads there', () => {
    const { found } = aChart()
    const person = named(found.relations, 'S. Testveld')
    expect(person).toMatchObject({ end: 'person', isFormer: false, direction: 'behind', detail: 'geboren 12-03-1984' })
    const longest = person.paths.find(({ steps }) => steps.length === 3)
    expect(longest?.steps.map(({ label, relation }) => `${label}: ${relation}`)).toEqual([
      'Polder Holding B.V.: aandeelhouder van Polder Horeca B.V. (aandelen 3/4)',
      'Stichting Administratiekantoor Polder: aandeelhouder van Polder Holding B.V. (aandelen 1/1)',
      'S. Testveld: bestuurder van Stichting Administratiekantoor Polder',
    ])
    expect(longest?.steps.map(({ source }) => source.file)).toEqual(['registers.xlsx', 'registers.xlsx', 'registers.xlsx'])
  })

  test('who leads a leader leads; who leads a shareholder controls', () => {
    const { found } = aChart()
    expect(named(found.relations, 'S. Testveld').roles).toEqual(['manager', 'controller'])
    expect(named(found.relations, 'Polder Holding B.V.').roles).toEqual(['manager', 'controller', 'financier'])
  })

  test('shares multiply exactly along the way', () => {
    const { found } = aChart()
    expect(named(found.relations, 'Polder Holding B.V.').share).toEqual({ numerator: '3', denominator: '4' })
    expect(named(found.relations, 'Stichting Administratiekantoor Polder').share).toEqual({ numerator: '3', denominator: '4' })
    expect(named(found.relations, 'S. Testveld').share).toBeNull()
  })

  test('what has ended stays in sight, marked, and counts for no share', () => {
    const { found } = aChart()
    expect(named(found.relations, 'S. Vertrokken')).toMatchObject({ isFormer: true, roles: ['manager'] })
    expect(named(found.relations, 'Oud Beheer B.V.')).toMatchObject({ isFormer: true, share: null, roles: ['controller', 'financier'] })
  })

  test('a proxy, the landlord of the premises, the bank and a lender who is only named are relations; an owner of before is not', () => {
    const { found } = aChart()
    expect(named(found.relations, 'S. Gemachtigde').roles).toEqual(['representative'])
    expect(named(found.relations, 'Verhuur Almere B.V.')).toMatchObject({ roles: ['landlord'], end: null })
    expect(named(found.relations, 'Verhuur Almere B.V.').paths[0]?.steps.map(({ label }) => label)).toEqual(['Markerkant 12', 'Verhuur Almere B.V.'])
    expect(named(found.relations, 'Polderbank N.V.').roles).toEqual(['financier'])
    expect(named(found.relations, 'P. Geldschieter')).toMatchObject({ key: null, roles: ['financier'], departments: [] })
    expect(named(found.relations, 'Oud Beheer B.V.').roles).not.toContain('landlord')
  })

  test('what it leads itself stands below it', () => {
    const { found } = aChart()
    expect(named(found.relations, 'Polder Events B.V.')).toMatchObject({ direction: 'below', roles: ['manager'], end: null })
  })

  test('per relation which departments know its address, and nothing of what they know', () => {
    const { found } = aChart()
    expect(named(found.relations, 'S. Testveld').departments.map(({ department, isHit }) => [department, isHit])).toEqual([['Belastingen', false], ['Toezicht', true]])
    expect(JSON.stringify(found)).not.toContain('Geheime inhoud')
  })

  test('says what the registers do not tell', () => {
    const { found } = aChart()
    expect(found.remarks).toEqual([
      'Van Polder Horeca B.V. is 3/4 van de aandelen bekend; de rest niet.',
      'Stichting Administratiekantoor Polder heeft geen aandeelhouders; de zeggenschap ligt bij de rechtspersoon zelf.',
      'Niet elke stap is bevestigd: waar “vermoed” staat, berust hij op naam en geboortedatum of op naam alleen.',
      'Van Polder Holding B.V., S. Gemachtigde, Polderbank N.V., Stichting Administratiekantoor Polder, Verhuur Almere B.V. en Polder Events B.V. is geen adres bekend; daarvoor is de verwijzindex niet bevraagd.',
    ])
  })

  test('never says zakelijk samenwerkingsverband', () => {
    expect(JSON.stringify(aChart().found).toLowerCase()).not.toContain('samenwerkingsverband')
  })

  test('is drawn in layers: who stands behind it above, what it leads below, the same each time', () => {
    const { context, keys, found } = aChart()
    const y = (key: string) => found.picture.nodes.find((node) => node.key === key)?.y ?? 0
    // more than five stand behind it at one step: two lines of them
    expect([y(keys.applicant), y(keys.holding), y(keys.stak)]).toEqual([0, -170, -450])
    expect(y('company:7')).toBe(170)
    expect(bibobRelations(context, keys.applicant)).toEqual(found)
  })
})

describe('an applicant person', () => {
  test('has his companies below him, and what surrounds his one-man business around him', () => {
    const { context } = aChart()
    context.store.write((writer) => {
      const owner = addPerson(writer, 9, 'Eigenaar')
      const shop = addCompany(writer, 9, 'Snackbar Eigenaar', { legalForm: 'eenmanszaak' })
      addEdge(writer, { from: owner, to: shop, kind: 'partner', record: recordId(2, 80), label: 'eigenaar' })
      addEdge(writer, { from: 'person:3', to: shop, kind: 'proxy', record: recordId(2, 81) })
    })
    const { relations } = bibobRelations(context, 'person:9')
    expect(relations.map(({ label, direction, roles }) => [label, direction, roles])).toEqual([
      ['S. Gemachtigde', 'behind', ['representative']],
      ['Snackbar Eigenaar', 'below', ['manager', 'controller', 'financier']],
    ])
  })
})

describe('odd structures', () => {
  function aStore() {
    const store = emptyStore()
    store.write((writer) => addDelivery(writer, 2))
    return { store, context: contextOn(store) }
  }

  test('a stichting behind which nobody is known is itself the end', () => {
    const { store, context } = aStore()
    store.write((writer) => {
      const applicant = addCompany(writer, 1, 'Zaal B.V.')
      addEdge(writer, { from: addCompany(writer, 2, 'Stichting Zaal', { legalForm: 'stichting' }), to: applicant, kind: 'shareholder', record: recordId(2, 1), share: [1, 1] })
    })
    const { relations, remarks } = bibobRelations(context, 'company:1')
    expect(relations).toMatchObject([{ label: 'Stichting Zaal', end: 'entity', share: { numerator: '1', denominator: '1' } }])
    expect(remarks).toContain('Van Stichting Zaal zijn geen bestuurders, vennoten of eigenaar bekend.')
  })

  test('two companies that hold each other are walked once, and the circle is named', () => {
    const { store, context } = aStore()
    store.write((writer) => {
      const [a, b] = [addCompany(writer, 1, 'A B.V.'), addCompany(writer, 2, 'B B.V.')]
      addEdge(writer, { from: b, to: a, kind: 'shareholder', record: recordId(2, 1), share: [1, 1] })
      addEdge(writer, { from: a, to: b, kind: 'shareholder', record: recordId(2, 2), share: [1, 2] })
    })
    const { relations, remarks } = bibobRelations(context, 'company:1')
    expect(relations.map(({ label, direction }) => [label, direction])).toEqual([['B B.V.', 'behind'], ['B B.V.', 'below']])
    expect(remarks).toContain('B B.V. en A B.V. staan in een kring van belangen; de kring is één keer doorlopen.')
    expect(remarks).toContain('Van B B.V. is 1/2 van de aandelen bekend; de rest niet.')
  })

  test('shares over two ways add up; more than the whole is said', () => {
    const { store, context } = aStore()
    store.write((writer) => {
      const applicant = addCompany(writer, 1, 'A B.V.')
      const [b, c] = [addCompany(writer, 2, 'B B.V.'), addCompany(writer, 3, 'C B.V.')]
      const person = addPerson(writer, 1, 'Testveld')
      let row = 0
      const hold = (from: typeof applicant, to: typeof applicant, share: [number, number]) => addEdge(writer, { from, to, kind: 'shareholder', record: recordId(2, (row += 1)), share })
      hold(b, applicant, [1, 3])
      hold(c, applicant, [2, 3])
      hold(person, b, [1, 7])
      hold(person, c, [1, 2])
      hold(person, applicant, [1, 4])
    })
    const { relations, remarks } = bibobRelations(context, 'company:1')
    expect(named(relations, 'S. Testveld').share).toEqual({ numerator: '53', denominator: '84' })
    expect(remarks).toContain('De aandelen in A B.V. tellen op tot 5/4; dat kan niet: controleer de bronnen.')
  })

  test('nobody, or an address, is no applicant', () => {
    const { context } = aStore()
    const problem = (key: string) => {
      try {
        bibobRelations(context, key)
      } catch (error) {
        return error instanceof ProblemError ? error.problem.code : 'other'
      }
      return 'none'
    }
    expect([problem('company:404'), problem('address:0034200000000001')]).toEqual(['not-found', 'bad-input'])
  })
})
