import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { z } from 'zod'
import { reasons } from '#shared/text/reasons.ts'
import { ProblemError } from '../problem.ts'
import type { RowVisitor, Workbook } from './workbook.ts'

/** Answers of the KVK API are pages of at most a hundred results. */
const LARGEST = 50_000_000

const Address = z.object({
  type: z.string().optional(),
  straatnaam: z.string().optional(),
  huisnummer: z.number().optional(),
  huisletter: z.string().optional(),
  huisnummerToevoeging: z.string().optional(),
  postcode: z.string().optional(),
  plaats: z.string().optional(),
})
const Location = z.object({
  vestigingsnummer: z.string().optional(),
  eersteHandelsnaam: z.string().optional(),
  indHoofdvestiging: z.string().optional(),
  totaalWerkzamePersonen: z.number().optional(),
  materieleRegistratie: z.object({ datumAanvang: z.string().optional(), datumEinde: z.string().optional() }).optional(),
  adressen: z.array(Address).optional(),
})
/** Basisprofiel of the KVK API, as far as it is taken in (domain.md §2.4). */
const Profile = z.object({
  kvkNummer: z.string(),
  naam: z.string().optional(),
  statutaireNaam: z.string().optional(),
  totaalWerkzamePersonen: z.number().optional(),
  materieleRegistratie: z.object({ datumAanvang: z.string().optional(), datumEinde: z.string().optional() }).optional(),
  handelsnamen: z.array(z.object({ naam: z.string() })).optional(),
  sbiActiviteiten: z.array(z.object({ sbiCode: z.string(), indHoofdactiviteit: z.string().optional() })).optional(),
  _embedded: z
    .object({
      hoofdvestiging: Location.optional(),
      eigenaar: z.object({ rsin: z.string().optional(), rechtsvorm: z.string().optional(), adressen: z.array(Address).optional() }).optional(),
    })
    .optional(),
})
type Profile = z.infer<typeof Profile>

/** One result of a search in the KVK API. */
const Result = z.object({
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
})
type Result = z.infer<typeof Result>
const Search = z.object({ resultaten: z.array(Result) })

const HEADINGS = [
  'kvkNummer', 'vestigingsnummer', 'rsin', 'statutaireNaam', 'handelsnaam', 'rechtsvorm', 'sbiCode', 'datumAanvang', 'datumEinde',
  'totaalWerkzamePersonen', 'hoofdvestiging', 'straatnaam', 'huisnummer', 'huisletter', 'huisnummertoevoeging', 'postcode', 'plaats',
]
type Row = readonly (string | number | null)[]

/** Whether a text is an answer of the KVK API rather than GeoJSON. */
export function isKvkAnswer(head: string): boolean {
  return /"(kvkNummer|resultaten)"\s*:/.test(head)
}

/** Answers of the KVK API, one profile, a search, or an array of profiles, as a sheet with one row per establishment. */
export async function openKvk(path: string, bytes: number): Promise<Workbook> {
  if (bytes > LARGEST) throw new ProblemError('file-too-large', { limit: `${LARGEST / 1_000_000} MB` })
  const rows = readAnswer(await readFile(path, 'utf8'))
  return {
    readAs: 'KVK API (JSON)',
    sheets: [{ name: basename(path).replace(/\.[^.]*$/, ''), isHidden: false, rows: rows.length + 1, kind: 'company' }],
    remarks: [],
    layout: { format: 'csv', separator: ';' },
    read: async (_, visitor) => showRows(rows, visitor),
    close: async () => undefined,
  }
}

interface KvkRow {
  cells: Row
  contradiction: string | null
}

function showRows(rows: readonly KvkRow[], visitor: RowVisitor): void {
  if (!visitor.row(1, HEADINGS)) return
  for (const [i, row] of rows.entries()) {
    if (row.contradiction !== null) visitor.bad(i + 2, reasons.kvkContradiction(row.contradiction), row.cells)
    else if (!visitor.row(i + 2, row.cells)) return
  }
}

function readAnswer(text: string): KvkRow[] {
  const json = parseJson(text)
  const search = Search.safeParse(json)
  if (search.success) return search.data.resultaten.map((result) => ({ cells: resultRow(result), contradiction: contradiction(result) }))
  const profiles = z.array(Profile).safeParse(Array.isArray(json) ? json : [json])
  if (!profiles.success) throw new ProblemError('file-damaged')
  return profiles.data.map((profile) => ({ cells: profileRow(profile), contradiction: null }))
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new ProblemError('file-damaged')
  }
}

function profileRow(profile: Profile): Row {
  const main = profile._embedded?.hoofdvestiging
  const owner = profile._embedded?.eigenaar
  const addresses = main?.adressen ?? owner?.adressen ?? []
  const address = addresses.find((one) => one.type === 'bezoekadres')
  const activity = profile.sbiActiviteiten?.find((one) => one.indHoofdactiviteit === 'Ja') ?? profile.sbiActiviteiten?.[0]
  const registered = main?.materieleRegistratie ?? profile.materieleRegistratie
  return [
    profile.kvkNummer, main?.vestigingsnummer ?? null, owner?.rsin ?? null, profile.statutaireNaam ?? profile.naam ?? null,
    main?.eersteHandelsnaam ?? profile.handelsnamen?.[0]?.naam ?? null, owner?.rechtsvorm ?? null, activity?.sbiCode ?? null,
    registered?.datumAanvang ?? null, registered?.datumEinde ?? profile.materieleRegistratie?.datumEinde ?? null,
    main?.totaalWerkzamePersonen ?? profile.totaalWerkzamePersonen ?? null, main?.indHoofdvestiging ?? null,
    address?.straatnaam ?? null, address?.huisnummer ?? null, address?.huisletter ?? null, address?.huisnummerToevoeging ?? null,
    address?.postcode ?? null, address?.plaats ?? null,
  ]
}

function resultRow(result: Result): Row {
  const isMain = result.type === 'hoofdvestiging' ? 'Ja' : result.type === 'nevenvestiging' ? 'Nee' : null
  return [
    result.kvkNummer, result.vestigingsnummer ?? null, result.rsin ?? null, result.naam ?? result.handelsnaam ?? null, result.handelsnaam ?? null,
    null, null, null, null, null, isMain, result.straatnaam ?? null, result.huisnummer ?? null, null, null, result.postcode ?? null, result.plaats ?? null,
  ]
}

/** The test API returns a result whose number is not that of the profile it points to: neither can be trusted. */
function contradiction(result: Result): string | null {
  const link = result.links?.find((one) => one.rel === 'basisprofiel')
  const linked = link?.href.split('/').at(-1)
  return linked !== undefined && linked !== result.kvkNummer ? linked : null
}
