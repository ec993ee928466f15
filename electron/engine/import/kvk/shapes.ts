import { z } from 'zod'
import { ProblemError } from '../../problem.ts'

const Address = z.object({
  type: z.string().optional(),
  straatnaam: z.string().optional(),
  huisnummer: z.number().optional(),
  huisletter: z.string().optional(),
  huisnummerToevoeging: z.string().optional(),
  postcode: z.string().optional(),
  plaats: z.string().optional(),
})
const Period = z.object({ datumAanvang: z.string().optional(), datumEinde: z.string().optional() })
const TradeName = z.object({ naam: z.string(), volgorde: z.number().optional() })
const Activity = z.object({ sbiCode: z.string(), indHoofdactiviteit: z.string().optional() })
const locationFields = {
  vestigingsnummer: z.string().optional(),
  eersteHandelsnaam: z.string().optional(),
  indHoofdvestiging: z.string().optional(),
  totaalWerkzamePersonen: z.number().optional(),
  materieleRegistratie: Period.optional(),
  handelsnamen: z.array(TradeName).optional(),
  sbiActiviteiten: z.array(Activity).optional(),
  adressen: z.array(Address).optional(),
}
const Owner = z.object({ rsin: z.string().optional(), rechtsvorm: z.string().optional(), adressen: z.array(Address).optional() })
const profileFields = {
  kvkNummer: z.string(),
  naam: z.string().optional(),
  statutaireNaam: z.string().optional(),
  totaalWerkzamePersonen: z.number().optional(),
  materieleRegistratie: Period.optional(),
  handelsnamen: z.array(TradeName).optional(),
  sbiActiviteiten: z.array(Activity).optional(),
}

/** Basisprofiel of the KVK API, as far as it is taken in (domain.md §2.4). */
const Profile = z.object({ ...profileFields, _embedded: z.object({ hoofdvestiging: z.object(locationFields).optional(), eigenaar: Owner.optional() }).optional() })
/** Vestigingsprofiel: one establishment with the numbers of its company. */
const Location = z.object({ ...locationFields, kvkNummer: z.string(), vestigingsnummer: z.string(), rsin: z.string().optional(), statutaireNaam: z.string().optional() })
/** The establishments of one company, without their activities. */
const LocationList = z.object({
  kvkNummer: z.string(),
  vestigingen: z.array(
    z.object({
      vestigingsnummer: z.string(),
      kvkNummer: z.string().optional(),
      eersteHandelsnaam: z.string().optional(),
      indHoofdvestiging: z.string().optional(),
      volledigAdres: z.string().optional(),
    }),
  ),
})
const Search = z.object({
  resultaten: z.array(
    z.object({
      kvkNummer: z.string(),
      vestigingsnummer: z.string().optional(),
      rsin: z.string().optional(),
      handelsnaam: z.string().optional(),
      naam: z.string().optional(),
      straatnaam: z.string().optional(),
      huisnummer: z.number().optional(),
      postcode: z.string().optional(),
      plaats: z.string().optional(),
      type: z.string().optional(),
      links: z.array(z.object({ rel: z.string(), href: z.string() })).optional(),
    }),
  ),
})

export type KvkProfile = z.infer<typeof Profile>
export type KvkLocation = z.infer<typeof Location>
export type KvkLocationList = z.infer<typeof LocationList>
export type KvkResult = z.infer<typeof Search>['resultaten'][number]
export type KvkAnswer =
  | { shape: 'search'; value: z.infer<typeof Search> }
  | { shape: 'list'; value: KvkLocationList }
  | { shape: 'location'; value: KvkLocation }
  | { shape: 'profile'; value: KvkProfile }

/** Whether a text is an answer of the KVK API rather than GeoJSON. */
export function isKvkAnswer(head: string): boolean {
  return /"(kvkNummer|resultaten)"\s*:/.test(head)
}

/**
 * One answer of the KVK API by the members that tell its shape; all else in it is left.
 * @throws ProblemError `file-format-unsupported` for a shape that is not known, so that no row is taken in empty; `file-damaged` when a
 * known shape holds something else than it should
 */
export function readKvkAnswer(json: unknown): KvkAnswer {
  const has = (member: string): boolean => typeof json === 'object' && json !== null && member in json
  if (has('resultaten')) return { shape: 'search', value: parse(Search, json) }
  if (has('vestigingen')) return { shape: 'list', value: parse(LocationList, json) }
  if (has('kvkNummer') && has('vestigingsnummer')) return { shape: 'location', value: parse(Location, json) }
  if (has('kvkNummer') && ['naam', 'statutaireNaam', 'handelsnamen', '_embedded'].some(has)) return { shape: 'profile', value: parse(Profile, json) }
  throw new ProblemError('file-format-unsupported', { format: 'een antwoord van KVK in een onbekende vorm' })
}

function parse<T>(shape: z.ZodType<T>, json: unknown): T {
  const found = shape.safeParse(json)
  if (!found.success) throw new ProblemError('file-damaged')
  return found.data
}
