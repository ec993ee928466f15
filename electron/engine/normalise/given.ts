/** An address as a source gives it, in whatever cells it stood; every part is optional and as written. */
export interface GivenAddress {
  line?: string
  street?: string
  number?: string
  letter?: string
  suffix?: string
  postcode?: string
  city?: string
}
