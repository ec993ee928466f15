import type { BibobRelation, BibobRelations } from '#shared/contract/dossier.ts'
import type { EntityKey } from '#shared/model/entity.ts'
import { capitalise } from '#shared/text/format.ts'
import { bibobRoleLabel } from '#shared/text/terms.ts'
import type { CompanyIdentity, Identity, PersonIdentity } from '../dossier/bibob/index.ts'
import type { Block, Cell, Property } from './document.ts'

export type Identities = ReadonlyMap<EntityKey, Identity>

/** Section 1: who asks for the decision. */
export function partyRows({ applicant }: BibobRelations, identities: Identities): Property[] {
  const identity = identities.get(applicant.key)
  if (identity?.kind !== 'company') {
    return [{ label: 'Naam', value: applicant.label }, { label: 'Gegevens', value: applicant.detail }, { label: 'Adres', value: identity?.address ?? '' }].filter(({ value }) => value !== '')
  }
  return [
    { label: 'Statutaire naam', value: identity.name },
    { label: 'Handelsnamen', value: identity.tradeNames.join(', ') || 'geen andere' },
    { label: 'KVK-nummer', value: identity.kvk || 'niet bekend' },
    { label: 'Rechtsvorm', value: identity.legalForm },
    { label: 'Vestigingsadres', value: identity.address },
  ].filter(({ value }) => value !== '')
}

/** Section 6: the lists of the form, filled as far as the registers go. What the vault does not hold stays open, to be written in from the question form. */
export function identificationBlocks({ applicant, relations }: BibobRelations, identities: Identities): Block[] {
  const roles = rolesByKey(relations)
  const listed: [EntityKey, string][] = [[applicant.key, 'Betrokkene'], ...roles]
  const persons = listed.flatMap(([key, role]): Cell[][] => {
    const identity = identities.get(key)
    return identity?.kind === 'person' ? [personCells(identity, role)] : []
  })
  const companies = listed.flatMap(([key, role]): Cell[][] => {
    const identity = identities.get(key)
    return identity?.kind === 'company' ? [companyCells(identity, role)] : []
  })
  return [
    { type: 'heading', text: 'Lijst van natuurlijke personen' },
    persons.length === 0 ? none('Er zijn geen natuurlijke personen gevonden.') : { type: 'table', caption: 'Geslacht, nationaliteit en burgerservicenummer staan niet in de kluis; neem ze over van het vragenformulier', columns: personColumns, rows: persons },
    { type: 'heading', text: 'Lijst van bedrijven' },
    companies.length === 0 ? none('Er zijn geen bedrijven gevonden.') : { type: 'table', caption: 'Zoals de registers ze noemen', columns: companyColumns, rows: companies },
  ]
}

const personColumns = [
  { heading: 'Achternaam', width: 14 }, { heading: 'Voornamen', width: 11 }, { heading: 'Geboren', width: 11 }, { heading: 'Adres', width: 14 }, { heading: 'Rol', width: 21 },
  { heading: 'Geslacht', width: 9 }, { heading: 'Nationaliteit', width: 12 }, { heading: 'BSN', width: 8 },
]
const companyColumns = [{ heading: 'Naam', width: 24 }, { heading: 'KVK-nummer', width: 13 }, { heading: 'Vestigingsadres', width: 23 }, { heading: 'Rechtsvorm', width: 17 }, { heading: 'Rol', width: 23 }]

function personCells({ familyName, givenNames, born, address }: PersonIdentity, role: string): Cell[] {
  return [[{ strong: familyName }], [givenNames], [born || 'niet bekend'], [address || 'niet bekend'], [role], [''], [''], ['']]
}

function companyCells({ name, kvk, address, legalForm }: CompanyIdentity, role: string): Cell[] {
  return [[{ strong: name }], [kvk || 'niet bekend'], [address || 'niet bekend'], [legalForm], [role]]
}

/** Whoever stands on both sides of the applicant has one line with all his roles. */
function rolesByKey(relations: readonly BibobRelation[]): Map<EntityKey, string> {
  const roles = new Map<EntityKey, string[]>()
  for (const { key, direction, roles: held, isFormer } of relations) {
    if (key === null) continue
    const words = direction === 'below' ? 'geleid of gefinancierd door betrokkene' : held.map((one) => bibobRoleLabel[one]).join(', ')
    roles.set(key, [...(roles.get(key) ?? []), isFormer ? `${words} (is geweest)` : words])
  }
  return new Map([...roles].map(([key, words]) => [key, capitalise(words.join('; '))]))
}

function none(sentence: string): Block {
  return { type: 'paragraph', text: [sentence], role: 'note' }
}
