import { basename } from 'node:path'
import { reasons } from '#shared/text/reasons.ts'
import type { Cell } from '../../normalise/reading.ts'
import { openArchive, extractLimits, type Archive } from '../archive.ts'
import type { RowVisitor, Workbook } from '../workbook.ts'
import { readXml } from '../xml.ts'
import { BagListener, isCurrent, type BagElement } from './elements.ts'
import { IdTable } from './idTable.ts'
import { BagObjects } from './objects.ts'
import { findParts, partOrder, singlePart, type BagPart } from './parts.ts'

const HEADINGS = [
  'nummeraanduiding', 'openbare ruimte', 'huisnummer', 'huisletter', 'huisnummertoevoeging', 'postcode', 'woonplaats', 'verblijfsobject', 'pandid',
  'gebruiksdoel', 'oppervlakte', 'bouwjaar', 'status', 'nevenadres', 'ingetrokken op', 'x', 'y',
]
const ISSUED = 'Naamgeving uitgegeven'

/** A BAG 2.0 extract in a zip, with zips inside it or not. The archive is read again for each pass. */
export function openBagArchive(path: string, archive: Archive): Workbook {
  return bagWorkbook(path, 'BAG 2.0-extract (zip met XML)', async (visitor) => {
    const opened = await openArchive(path, extractLimits)
    const { parts, close } = await findParts(opened)
    try {
      await readExtract(parts, visitor)
    } finally {
      close()
      opened.close()
    }
  }, () => archive.close())
}

/** One XML file of a BAG 2.0 extract. */
export function openBagXml(path: string, head: string): Workbook {
  const part = singlePart(path, head)
  return bagWorkbook(path, 'BAG 2.0-extract (XML)', (visitor) => readExtract([part], visitor), () => undefined)
}

function bagWorkbook(path: string, readAs: string, read: (visitor: RowVisitor) => Promise<void>, close: () => void): Workbook {
  return {
    readAs,
    sheets: [{ name: basename(path).replace(/\.[^.]*$/, ''), isHidden: false, rows: null, kind: 'address' }],
    remarks: ['Alleen de stand van de dag van het extract wordt ingelezen; eerdere voorkomens niet. Ingetrokken adressen komen mee, met de dag waarop.'],
    layout: { format: 'csv', separator: ';' },
    slowPart: null,
    text: null,
    read: (_, visitor) => read(visitor),
    close: async () => close(),
  }
}

interface Street {
  name: string
  city: number
}

/** What has been read before the addresses come by. */
class Extract {
  readonly cities = new Map<number, string>()
  readonly streets = new Map<number, Street>()
  readonly objects = new BagObjects()
  readonly #seen = new IdTable()
  row = 1

  /** Row number of the address, and whether it came by before. */
  next(id: number): boolean {
    const known = this.#seen.size
    return this.#seen.add(id) < known
  }
}

async function readExtract(parts: readonly BagPart[], visitor: RowVisitor): Promise<void> {
  if (!visitor.row(1, HEADINGS)) return
  const extract = new Extract()
  for (const type of partOrder) {
    for (const part of parts) if (part.type === type) await readPart(part, extract, visitor)
  }
}

const BEAT = 5000

async function readPart(part: BagPart, extract: Extract, visitor: RowVisitor): Promise<void> {
  let count = 0
  const listener: BagListener = new BagListener((element) => {
    count += 1
    if (count % BEAT === 0) visitor.beat()
    if (element.type === 'Nummeraanduiding') return showAddress(element, extract, visitor, listener.standDate)
    if (isCurrent(element, listener.standDate)) remember(element, extract)
    return true
  })
  await readXml(await part.open(), listener)
}

function remember(element: BagElement, extract: Extract): void {
  const id = Number(element.identificatie)
  if (element.type === 'Woonplaats') extract.cities.set(id, element.naam)
  else if (element.type === 'OpenbareRuimte') extract.streets.set(id, { name: element.naam, city: Number(element.WoonplaatsRef) })
  else if (element.type === 'Pand') extract.objects.addBuilding(element)
  else extract.objects.addObject(element)
}

/**
 * An address in its current state as a row, also when that state is that it was withdrawn: old files still name it. Earlier states are
 * no rows. @returns whether the visitor wants more
 */
function showAddress(element: BagElement, extract: Extract, visitor: RowVisitor, standDate: string): boolean {
  extract.row += 1
  if (!isCurrent(element, standDate)) return true
  const id = Number(element.identificatie)
  const street = extract.streets.get(Number(element.OpenbareRuimteRef))
  const cells = addressCells(element, extract, id, street)
  const isDouble = extract.next(id)
  if (!street) visitor.bad(extract.row, reasons.bagWithoutStreet(element.OpenbareRuimteRef), cells)
  else if (isDouble) visitor.bad(extract.row, reasons.duplicateKey, cells)
  else return visitor.row(extract.row, cells)
  return true
}

function addressCells(element: BagElement, extract: Extract, id: number, street: Street | undefined): Cell[] {
  const object = extract.objects.find(id)
  const isIssued = element.status === ISSUED
  const city = extract.cities.get(Number(element.WoonplaatsRef) || (street?.city ?? 0))
  return [
    element.identificatie, street?.name ?? null, element.huisnummer, element.huisletter || null, element.huisnummertoevoeging || null,
    element.postcode || null, city ?? null, idText(object?.objectId), idText(object?.buildingId), object?.uses ?? null, object?.area ?? null,
    object?.buildYear ?? null, isIssued ? (object?.status ?? null) : element.status, object?.isSecondary ?? null,
    isIssued ? (object?.goneSince ?? null) : element.beginGeldigheid.slice(0, 10) || null, object?.x ?? null, object?.y ?? null,
  ]
}

/** Sixteen digits, as the extract has them. */
function idText(id: number | null | undefined): string | null {
  return id ? String(id).padStart(16, '0') : null
}
