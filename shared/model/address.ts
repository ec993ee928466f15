/** An address as the BAG holds it. */
export interface WrittenAddress {
  street: string
  number: number
  /** upper case, or empty */
  letter: string
  suffix: string
  /** `1315AB`, or empty */
  postcode: string
  city: string
}

/** The parts of an address as a delivery gave them; `bag` is its nummeraanduiding, where one was given. */
export interface GivenParts extends Omit<WrittenAddress, 'number'> {
  bag: number | null
  number: number | null
}
