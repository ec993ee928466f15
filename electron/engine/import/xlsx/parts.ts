import type { Archive } from '../archive.ts'
import { ProblemError } from '../../problem.ts'
import { attribute, readXml } from '../xml.ts'

/** What the workbook part says of its sheets. */
export interface WorkbookPart {
  sheets: { name: string; isHidden: boolean; part: string }[]
  from1904: boolean
  /** parts of the shared strings and the styles, when there are any */
  strings: string | null
  styles: string | null
}

const ROOT_RELS = '_rels/.rels'
const DEFAULT_WORKBOOK = 'xl/workbook.xml'

/** Finds the workbook part by its relationship, as strict and prefixed files name it otherwise. @returns null when there is none */
export async function findWorkbookPart(archive: Archive): Promise<string | null> {
  if (archive.has(ROOT_RELS)) {
    const targets = await readRelations(archive, ROOT_RELS, '')
    const found = targets.find((one) => one.type.endsWith('/officeDocument') && archive.has(one.target))
    if (found) return found.target
  }
  return archive.has(DEFAULT_WORKBOOK) ? DEFAULT_WORKBOOK : null
}

/** Sheets, calendar and the places of strings and styles. @throws ProblemError `file-damaged` when no sheet can be found */
export async function readWorkbookPart(archive: Archive, part: string): Promise<WorkbookPart> {
  const folder = part.includes('/') ? part.slice(0, part.lastIndexOf('/')) : ''
  const relsPart = `${folder === '' ? '' : `${folder}/`}_rels/${part.slice(folder === '' ? 0 : folder.length + 1)}.rels`
  const relations = archive.has(relsPart) ? await readRelations(archive, relsPart, folder) : []
  const byId = new Map(relations.map((one) => [one.id, one]))
  const sheets: WorkbookPart['sheets'] = []
  let from1904 = false
  await readXml(await archive.stream(part), {
    open: (name, attributes) => {
      if (name === 'workbookPr') from1904 = isTrue(attributes['date1904'])
      if (name !== 'sheet') return
      const target = byId.get(attribute(attributes, 'id') ?? '')
      const isTable = target !== undefined && target.type.endsWith('/worksheet') && archive.has(target.target)
      if (isTable) sheets.push({ name: attributes['name'] ?? '', isHidden: (attributes['state'] ?? 'visible') !== 'visible', part: target.target })
    },
    close: () => undefined,
    text: () => undefined,
  })
  if (sheets.length === 0) throw new ProblemError('file-damaged')
  const place = (type: string) => relations.find((one) => one.type.endsWith(type) && archive.has(one.target))?.target ?? null
  return { sheets, from1904, strings: place('/sharedStrings'), styles: place('/styles') }
}

interface Relation {
  id: string
  type: string
  target: string
}

async function readRelations(archive: Archive, part: string, folder: string): Promise<Relation[]> {
  const relations: Relation[] = []
  await readXml(await archive.stream(part), {
    open: (name, attributes) => {
      if (name !== 'Relationship' || attributes['TargetMode'] === 'External') return
      relations.push({ id: attributes['Id'] ?? '', type: attributes['Type'] ?? '', target: resolve(folder, attributes['Target'] ?? '') })
    },
    close: () => undefined,
    text: () => undefined,
  })
  return relations
}

/** A target relative to the folder of the part that names it; `..` never leaves the archive, because only its names are looked up. */
function resolve(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1)
  const steps = folder === '' ? [] : folder.split('/')
  for (const step of target.split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '.' && step !== '') steps.push(step)
  }
  return steps.join('/')
}

function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true' || value === 'on'
}
