import type { KvkAnswer, KvkLocation, KvkLocationList, KvkProfile, KvkResult } from './shapes.ts'

const HEADINGS = [
  'kvkNummer', 'vestigingsnummer', 'rsin', 'statutaireNaam', 'handelsnaam', 'rechtsvorm', 'sbiCode', 'nevenactiviteiten', 'datumAanvang', 'datumEinde',
  'totaalWerkzamePersonen', 'hoofdvestiging', 'straatnaam', 'huisnummer', 'huisletter', 'huisnummertoevoeging', 'postcode', 'plaats', 'volledigAdres',
] as const
type Heading = (typeof HEADINGS)[number]
type Value = string | number | null | undefined

/** One establishment, or a company without one. */
export interface KvkRow {
  cells: readonly (string | number | null)[]
  /** the KVK number of its own link, when that is another one */
  contradiction: string | null
}

export const kvkHeadings: readonly string[] = HEADINGS

/** One row for each establishment in an answer. */
export function kvkRows(answer: KvkAnswer): KvkRow[] {
  if (answer.shape === 'search') return answer.value.resultaten.map((result) => ({ ...toRow(ofResult(result)), contradiction: contradiction(result) }))
  if (answer.shape === 'list') return ofList(answer.value).map(toRow)
  return [toRow(answer.shape === 'location' ? ofLocation(answer.value) : ofProfile(answer.value))]
}

function toRow(cells: Partial<Record<Heading, Value>>): KvkRow {
  return { cells: HEADINGS.map((heading) => cells[heading] ?? null), contradiction: null }
}

type Cells = Partial<Record<Heading, Value>>

function ofProfile(profile: KvkProfile): Cells {
  const main = profile._embedded?.hoofdvestiging
  const owner = profile._embedded?.eigenaar
  const registered = main?.materieleRegistratie ?? profile.materieleRegistratie
  return {
    kvkNummer: profile.kvkNummer,
    vestigingsnummer: main?.vestigingsnummer,
    rsin: owner?.rsin,
    statutaireNaam: profile.statutaireNaam ?? profile.naam,
    handelsnaam: tradeNames(main?.eersteHandelsnaam, main?.handelsnamen ?? profile.handelsnamen),
    rechtsvorm: owner?.rechtsvorm,
    ...activities(profile.sbiActiviteiten),
    datumAanvang: registered?.datumAanvang,
    datumEinde: registered?.datumEinde ?? profile.materieleRegistratie?.datumEinde,
    totaalWerkzamePersonen: main?.totaalWerkzamePersonen ?? profile.totaalWerkzamePersonen,
    hoofdvestiging: main?.indHoofdvestiging,
    ...visiting(main?.adressen ?? owner?.adressen),
  }
}

function ofLocation(location: KvkLocation): Cells {
  return {
    kvkNummer: location.kvkNummer,
    vestigingsnummer: location.vestigingsnummer,
    rsin: location.rsin,
    statutaireNaam: location.statutaireNaam ?? location.eersteHandelsnaam,
    handelsnaam: tradeNames(location.eersteHandelsnaam, location.handelsnamen),
    ...activities(location.sbiActiviteiten),
    datumAanvang: location.materieleRegistratie?.datumAanvang,
    datumEinde: location.materieleRegistratie?.datumEinde,
    totaalWerkzamePersonen: location.totaalWerkzamePersonen,
    hoofdvestiging: location.indHoofdvestiging,
    ...visiting(location.adressen),
  }
}

function ofList({ kvkNummer, vestigingen }: KvkLocationList): Cells[] {
  return vestigingen.map((one) => ({
    kvkNummer: one.kvkNummer ?? kvkNummer,
    vestigingsnummer: one.vestigingsnummer,
    handelsnaam: one.eersteHandelsnaam,
    hoofdvestiging: one.indHoofdvestiging,
    volledigAdres: one.volledigAdres?.replace(/\s+/g, ' '),
  }))
}

function ofResult(result: KvkResult): Cells {
  const { kvkNummer, vestigingsnummer, rsin, straatnaam, huisnummer, postcode, plaats } = result
  return {
    kvkNummer, vestigingsnummer, rsin, straatnaam, huisnummer, postcode, plaats,
    statutaireNaam: result.naam ?? result.handelsnaam,
    handelsnaam: result.handelsnaam,
    hoofdvestiging: result.type === 'hoofdvestiging' ? 'Ja' : result.type === 'nevenvestiging' ? 'Nee' : null,
  }
}

/** All names, the first one first: a company may be known by any of them. */
function tradeNames(first: string | undefined, names: KvkLocation['handelsnamen']): string {
  const others = (names ?? []).toSorted((one, other) => (one.volgorde ?? 0) - (other.volgorde ?? 0)).map(({ naam }) => naam)
  return [...new Set([...(first === undefined ? [] : [first]), ...others])].join(' / ')
}

/** The main activity; the others stand in a column of their own, which the kind does not take over and the import tells of. */
function activities(all: KvkLocation['sbiActiviteiten']): Cells {
  const main = all?.find((one) => one.indHoofdactiviteit === 'Ja') ?? all?.[0]
  return { sbiCode: main?.sbiCode, nevenactiviteiten: all?.filter((one) => one !== main).map(({ sbiCode }) => sbiCode).join(', ') }
}

/** The visiting address; that of a post box is no place. */
function visiting(addresses: KvkLocation['adressen']): Cells {
  const address = addresses?.find((one) => one.type === 'bezoekadres')
  return {
    straatnaam: address?.straatnaam, huisnummer: address?.huisnummer, huisletter: address?.huisletter, huisnummertoevoeging: address?.huisnummerToevoeging,
    postcode: address?.postcode, plaats: address?.plaats,
  }
}

/** The test API returns a result whose number is not that of the profile it points to: neither can be trusted. */
function contradiction(result: KvkResult): string | null {
  const link = result.links?.find((one) => one.rel === 'basisprofiel')
  const linked = link?.href.split('/').at(-1)
  return linked !== undefined && linked !== result.kvkNummer ? linked : null
}
