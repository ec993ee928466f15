/** What the parser repaired or left out, in words for the list of remarks on a row. */
export const addressNote = {
  mended: 'beschadigde tekens hersteld',
  postcodeSwapped: 'postcode hersteld: letters en cijfers waren verwisseld',
  postcodeInvalid: 'geen bestaande postcode',
  postcodeMoved: 'postcode stond in een andere cel',
  numberMoved: 'huisnummer stond bij de straat',
  numberInvalid: 'geen geldig huisnummer',
  numberWords: 'woorden voor het huisnummer als toevoeging gelezen',
  excelDate: 'huisnummer teruggelezen uit een Excel-datum',
  range: 'reeks huisnummers',
  extraConflict: 'toevoeging staat dubbel en verschilt',
} as const

export type AddressNote = (typeof addressNote)[keyof typeof addressNote]
