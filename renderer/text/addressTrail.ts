import type { AddressMatch } from '#shared/contract/catalogue.ts'

/** How the address of a source row was found. */
export const addressTrailText = {
  title: 'Hoe dit adres is gekoppeld',
  ask: 'Hoe is dit adres gekoppeld?',
  noAddress: 'In deze rij staat geen adres dat wordt gekoppeld.',
  nothingWritten: 'geen adres',
  candidates: 'Kan zijn; te kiezen onder Beoordelen, Adressen:',
  method: {
    bag: 'op BAG-nummer',
    exact: 'letterlijk gelijk',
    normalised: 'gelijk in een andere schrijfwijze',
    fuzzy: 'op één tikfout na gelijk',
    ambiguous: 'niet eenduidig: een mens moet kiezen',
    none: 'niet gevonden',
    notGiven: 'geen adres opgegeven',
    decided: 'door een mens besloten',
  } satisfies Record<AddressMatch['method'], string>,
} as const
