import { z } from 'zod'
import { EntityKey, EntityKind, SourceDate, SourceRef } from '../model/entity.ts'
import { command, job, query } from './procedure.ts'
import { ifPerson } from './persons.ts'

const looking = { roles: ['director', 'analyst', 'bibobOfficer', 'privacyOfficer'], purpose: true, compartment: 'index' } as const

export const SearchHit = z.object({
  key: EntityKey,
  kind: EntityKind,
  title: z.string(),
  subtitle: z.string(),
  /** how it was found; exact stands above normalised, normalised above fuzzy */
  tier: z.enum(['exact', 'normalised', 'fuzzy']),
})
export type SearchHit = z.infer<typeof SearchHit>

const NamedAddress = z.object({ key: EntityKey, label: z.string() })

/** One live reference: which kind, in which period, and whom to call. No content, no person. */
export const DepartmentHit = z.object({
  department: z.string(),
  isHit: z.boolean(),
  references: z.array(
    z.object({
      kind: z.string(),
      phenomenon: z.string(),
      from: SourceDate.nullable(),
      to: SourceDate.nullable(),
      /** when the department got the report; what is known when no period was delivered */
      received: SourceDate.nullable(),
      contactRole: z.string(),
    }),
  ),
  /** other addresses of the same BAG object that the department knows; nothing but which they are */
  alsoAt: z.array(NamedAddress),
})
export type DepartmentHit = z.infer<typeof DepartmentHit>

/** A dated fact at an address or of a company, with its source; the succession chart is drawn from these. */
export const Fact = z.object({
  category: z.enum(['establishment', 'ownership', 'permit', 'inspection', 'measure', 'office', 'residence']),
  text: z.string(),
  /** the entity the fact is about besides the one shown, if it may be opened */
  other: z.object({ key: EntityKey, label: z.string() }).nullable(),
  start: SourceDate.nullable(),
  end: SourceDate.nullable(),
  source: SourceRef,
})
export type Fact = z.infer<typeof Fact>

export const AddressSheet = z.object({
  key: EntityKey,
  /** NEN 5825 lines 5 and 6 */
  lines: z.array(z.string()),
  properties: z.array(z.object({ label: z.string(), value: z.string() })),
  neighbourhood: z.object({ code: z.string(), name: z.string() }).nullable(),
  district: z.object({ code: z.string(), name: z.string() }).nullable(),
  /** a sentence when the BAG says that the address is no longer in use; else empty */
  withdrawn: z.string(),
  /** the other addresses of the same BAG object; `isMain` null where the BAG delivery did not say */
  sameObject: z.array(NamedAddress.extend({ isMain: z.boolean().nullable() })),
  departments: z.array(DepartmentHit),
  facts: z.array(Fact),
  source: SourceRef,
})
export type AddressSheet = z.infer<typeof AddressSheet>

export const EntitySheet = z.object({
  key: EntityKey,
  title: z.string(),
  subtitle: z.string(),
  properties: z.array(z.object({ label: z.string(), value: z.string() })),
  facts: z.array(Fact),
  /** every source row this entity was put together from */
  records: z.array(SourceRef),
})
export type EntitySheet = z.infer<typeof EntitySheet>

/** How the address of one source row was found. */
export const AddressMatch = z.object({
  /** as it was read from the delivery, on one line */
  written: z.string(),
  method: z.enum(['bag', 'exact', 'normalised', 'fuzzy', 'ambiguous', 'none', 'notGiven', 'decided']),
  /** every step, in Dutch */
  steps: z.array(z.string()),
  match: z.object({ key: EntityKey, label: z.string() }).nullable(),
  /** what a human can choose from, when it is ambiguous */
  candidates: z.array(z.object({ key: EntityKey, label: z.string() })),
})
export type AddressMatch = z.infer<typeof AddressMatch>

export const LinkReport = z.object({
  /** rows per way in which their address was found; `bag` by BAG id, `notGiven` where the row has no address, `decided` by a person */
  addresses: z.object({
    bag: z.number(),
    exact: z.number(),
    normalised: z.number(),
    fuzzy: z.number(),
    ambiguous: z.number(),
    none: z.number(),
    notGiven: z.number(),
    decided: z.number(),
  }),
  nodes: z.record(EntityKind, z.number()),
  /** links per kind */
  links: z.record(z.string(), z.number()),
  /** pairs of persons and of companies that were compared, linked, left to a human, and refused because something contradicts them */
  pairs: z.object({ compared: z.number().int(), linked: z.number().int(), proposed: z.number().int(), refused: z.number().int() }),
  /** how many persons and companies consist of how many records */
  clusters: z.array(z.object({ records: z.number().int(), persons: z.number().int(), companies: z.number().int() })),
  /** what was recognised and left out, in Dutch */
  remarks: z.array(z.string()),
})
export type LinkReport = z.infer<typeof LinkReport>

/** The other addresses a look-up said something of, for its line in the log; empty when there are none. */
function alsoShown(departments: readonly DepartmentHit[]): string {
  const keys = new Set(departments.flatMap(({ alsoAt }) => alsoAt.map(({ key }) => key)))
  return keys.size === 0 ? '' : `ook ${[...keys].join(' en ')} (zelfde object)`
}

export const catalogue = {
  /** As-you-type search, everywhere or among what has an address in a buurt or wijk; every call is a look-up and leaves a line. */
  'search.suggest': query(
    z.object({ text: z.string().max(200), kinds: z.array(EntityKind), limit: z.number().int().min(1).max(50), area: z.string().max(12).default('') }),
    z.object({ hits: z.array(SearchHit) }),
    {
      ...looking,
      // among other things persons are left out where the purpose does not open them; asked for alone they are refused
      also: ({ kinds }) => (kinds.length > 0 && kinds.every((kind) => kind === 'person') ? 'person' : null),
      logs: (input) => ({ action: 'search', object: input.area === '' ? input.text : `${input.text} in ${input.area}` }),
      reads: [],
    },
  ),
  /** The wijken and buurten one can search within, a wijk before its buurten. */
  'search.areas': query(z.object({}), z.array(z.object({ code: z.string(), name: z.string(), level: z.enum(['wijk', 'buurt']), district: z.string() })), {
    ...looking,
    purpose: false,
    logs: null,
    reads: ['sources'],
  }),
  /** The verwijzindex: per department hit or no hit, with kind, period and contact role. */
  'reference.lookup': query(z.object({ key: EntityKey }), z.object({ departments: z.array(DepartmentHit) }), {
    ...looking,
    roles: ['director', 'analyst', 'bibobOfficer', 'privacyOfficer', 'reader'],
    also: ({ key }) => ifPerson([key]),
    logs: (input) => ({ action: 'reference-lookup', object: input.key }),
    outcome: ({ departments }) => alsoShown(departments),
    reads: ['index'],
  }),
  'address.get': query(z.object({ key: EntityKey }), AddressSheet, {
    ...looking,
    logs: (input) => ({ action: 'address-view', object: input.key }),
    outcome: ({ departments }) => alsoShown(departments),
    reads: ['index'],
  }),
  'company.get': query(z.object({ key: EntityKey }), EntitySheet, {
    ...looking,
    logs: (input) => ({ action: 'company-view', object: input.key }),
    reads: ['index'],
  }),
  'person.get': query(z.object({ key: EntityKey }), EntitySheet, {
    ...looking,
    compartment: 'person',
    logs: (input) => ({ action: 'person-view', object: input.key }),
    reads: ['index'],
  }),
  /** What the index holds about one person, from which rows, and who looked at it (AVG art. 15), as a Word document. */
  'person.saveAccess': command(z.object({ key: EntityKey, target: z.string() }), z.object({ file: z.string(), logLine: z.number().int() }), {
    ...looking,
    roles: ['privacyOfficer'],
    compartment: 'person',
    logs: (input) => ({ action: 'access-report', object: input.key }),
    writes: [],
  }),
  /** Why the address of a source row was, or was not, matched to the BAG. */
  'address.explain': query(z.object({ recordId: z.number().int() }), AddressMatch, {
    ...looking,
    roles: ['director', 'analyst', 'bibobOfficer'],
    logs: (input) => ({ action: 'evidence-view', object: `adres van bronrij ${input.recordId}` }),
    reads: ['index'],
  }),
  /** Matches addresses, joins records to entities, builds the links and the search index. Deterministic. */
  'link.run': job(z.object({}), LinkReport, {
    roles: ['director', 'analyst'],
    purpose: true,
    compartment: 'index',
    logs: () => ({ action: 'link-run' }),
    writes: ['index', 'scores'],
  }),
}
