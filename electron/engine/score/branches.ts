import { z } from 'zod'
import { readResource } from '../resources.ts'

const Classification = z.strictObject({
  version: z.string(),
  label: z.string(),
  source: z.string(),
  licence: z.string(),
  retrieved: z.string(),
  remark: z.string(),
  codes: z.array(z.tuple([z.string(), z.string(), z.string()])),
})

/** One version of the Standaard Bedrijfsindeling: names by code, and the section letter of each code. */
interface Version {
  label: string
  names: ReadonlyMap<string, string>
  sections: ReadonlyMap<string, string>
}

let known: ReadonlyMap<string, Version> | null = null

function versions(): ReadonlyMap<string, Version> {
  known ??= new Map(['sbi-2008.json', 'sbi-2025.json'].map((file) => readVersion(file)))
  return known
}

function readVersion(file: string): [string, Version] {
  const { version, label, codes } = readResource(Classification, 'branches', file)
  const names = new Map(codes.map(([code, name]) => [code, name]))
  return [version, { label, names, sections: new Map(codes.map(([code, , section]) => [code, section])) }]
}

/** `SBI 2008`; companies of whom the version was not delivered form a family of their own and are compared with none other. */
export function versionLabel(version: string): string {
  return versions().get(version)?.label ?? 'SBI zonder versie'
}

/** `2008:56`: a branch is named with its version, because the same digits mean something else in another. */
export function branchCode(version: string, start: string): string {
  return `${version}:${start}`
}

/** The version and digits of a branch code. */
export function splitBranchCode(code: string): { version: string; start: string } {
  const [version = '', start = ''] = code.split(':')
  return { version, start }
}

/** What a code stands for; where the classification has no name for it, that of the level above, said as such, or that the version has no such code. */
export function branchName(version: string, start: string): string {
  const found = versions().get(version)
  if (!found) return `Code ${start}`
  const name = found.names.get(start)
  if (name !== undefined) return name
  const above = found.names.get(start.slice(0, 2))
  return above === undefined ? `Code ${start}, onbekend in ${found.label}` : `Groep ${start} van: ${above}`
}

/** Whether some code of this version begins so; digits may stand behind a code of which the classification knows no finer ones. */
export function isBranchStart(version: string, start: string): boolean {
  const codes = [...(versions().get(version)?.names.keys() ?? [])].filter((code) => /^\d{2,}$/.test(code))
  const isFinest = (code: string) => !codes.some((other) => other !== code && other.startsWith(code))
  return codes.some((code) => code.startsWith(start) || (start.startsWith(code) && isFinest(code)))
}

/** The section a code falls under: `2008:G` with its name; null where it is not known. */
export function sectionOf(version: string, start: string): { code: string; name: string } | null {
  const found = versions().get(version)
  const section = found?.sections.get(start) ?? found?.sections.get(start.slice(0, 2))
  if (!found || section === undefined) return null
  return { code: branchCode(version, section), name: found.names.get(section) ?? section }
}
