import type { Attributes, XmlListener } from '../xml.ts'

/** One occurrence (voorkomen) of a BAG object, as far as it is taken in. Empty texts and lists where the XML has nothing. */
export interface BagElement {
  type: string
  identificatie: string
  naam: string
  huisnummer: string
  huisletter: string
  huisnummertoevoeging: string
  postcode: string
  status: string
  oppervlakte: string
  oorspronkelijkBouwjaar: string
  OpenbareRuimteRef: string
  WoonplaatsRef: string
  beginGeldigheid: string
  eindGeldigheid: string
  eindRegistratie: string
  tijdstipInactief: string
  gebruiksdoel: string[]
  PandRef: string[]
  /** all addresses of an object */
  NummeraanduidingRef: string[]
  /** those among them that are not its main address (nevenadressen) */
  secondary: string[]
  /** coordinates of the point, or of the first ring of the outline */
  position: string
}

type TextPart = Exclude<keyof BagElement, 'type' | 'gebruiksdoel' | 'PandRef' | 'NummeraanduidingRef' | 'secondary' | 'position'>
type ListPart = 'gebruiksdoel' | 'PandRef' | 'NummeraanduidingRef'

const OBJECTS = new Set(['Woonplaats', 'OpenbareRuimte', 'Nummeraanduiding', 'Verblijfsobject', 'Ligplaats', 'Standplaats', 'Pand'])
const TEXTS: ReadonlyMap<string, TextPart> = new Map(
  (
    [
      'identificatie', 'naam', 'huisnummer', 'huisletter', 'huisnummertoevoeging', 'postcode', 'status', 'oppervlakte', 'oorspronkelijkBouwjaar',
      'OpenbareRuimteRef', 'WoonplaatsRef', 'beginGeldigheid', 'eindGeldigheid', 'eindRegistratie', 'tijdstipInactief',
    ] as const
  ).map((name) => [name, name]),
)
const LISTS: ReadonlyMap<string, ListPart> = new Map((['gebruiksdoel', 'PandRef', 'NummeraanduidingRef'] as const).map((name) => [name, name]))
const SECONDARY = 'heeftAlsNevenadres'
const POSITIONS = new Set(['pos', 'posList'])

function emptyElement(type: string): BagElement {
  return {
    type, identificatie: '', naam: '', huisnummer: '', huisletter: '', huisnummertoevoeging: '', postcode: '', status: '', oppervlakte: '',
    oorspronkelijkBouwjaar: '', OpenbareRuimteRef: '', WoonplaatsRef: '', beginGeldigheid: '', eindGeldigheid: '', eindRegistratie: '',
    tijdstipInactief: '', gebruiksdoel: [], PandRef: [], NummeraanduidingRef: [], secondary: [], position: '',
  }
}

/** Collects the objects of a part of a BAG 2.0 extract. Outlines of buildings and places are skipped: they are most of the bytes. */
export class BagListener implements XmlListener {
  readonly #take: (element: BagElement) => boolean
  #element: BagElement | null = null
  #leaf = ''
  #text = ''
  #isSecondary = false
  #goesOn = true
  /** day of the extract, from `StandTechnischeDatum` */
  standDate = ''

  /** @param take false ends the reading */
  constructor(take: (element: BagElement) => boolean) {
    this.#take = take
  }

  wantsMore(): boolean {
    return this.#goesOn
  }

  open(name: string, _attributes: Attributes): void {
    if (this.#element === null) {
      if (OBJECTS.has(name)) this.#element = emptyElement(name)
      else if (name === 'StandTechnischeDatum') this.#expect(name)
      return
    }
    if (name === SECONDARY) this.#isSecondary = true
    else if (TEXTS.has(name) || LISTS.has(name) || (POSITIONS.has(name) && this.#element.position === '')) this.#expect(name)
  }

  #expect(name: string): void {
    this.#leaf = name
    this.#text = ''
  }

  text(text: string): void {
    if (this.#leaf !== '') this.#text += text
  }

  close(name: string): void {
    if (name === this.#leaf) this.#keep(name)
    else if (name === SECONDARY) this.#isSecondary = false
    else if (this.#element !== null && name === this.#element.type) this.#finish(this.#element)
  }

  #keep(name: string): void {
    const text = this.#text
    this.#leaf = ''
    const element = this.#element
    if (element === null) {
      this.standDate = text
      return
    }
    const single = TEXTS.get(name)
    const list = LISTS.get(name)
    if (single !== undefined) element[single] = text.trim()
    else if (list !== undefined) this.#keepInList(element, list, text.trim())
    else if (hasPosition(element.type)) element.position = text
  }

  #keepInList(element: BagElement, list: ListPart, text: string): void {
    element[list].push(text)
    if (list === 'NummeraanduidingRef' && this.#isSecondary) element.secondary.push(text)
  }

  #finish(element: BagElement): void {
    this.#element = null
    if (this.#goesOn) this.#goesOn = this.#take(element)
  }
}

function hasPosition(type: string): boolean {
  return type === 'Verblijfsobject' || type === 'Ligplaats' || type === 'Standplaats'
}

/** Whether an occurrence is the state of the day of the extract: begun, not ended, not withdrawn from the register. */
export function isCurrent(element: BagElement, standDate: string): boolean {
  if (element.tijdstipInactief !== '' || element.eindRegistratie !== '') return false
  const hasBegun = standDate === '' || element.beginGeldigheid <= standDate
  const hasEnded = element.eindGeldigheid !== '' && (standDate === '' || element.eindGeldigheid <= standDate)
  return hasBegun && !hasEnded
}
