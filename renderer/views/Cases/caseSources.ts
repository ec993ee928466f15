import type { CaseFile } from '#shared/contract/dossier.ts'
import type { SourceRef } from '#shared/model/entity.ts'
import { formatDate } from '#shared/text/format.ts'
import { linkWords } from '#shared/text/links.ts'

/** A source row of the case, with what it says, to choose from. */
export interface CaseSource {
  source: SourceRef
  text: string
}

/** Every source row that stands somewhere in the case, once, with the fullest words there are for it. */
export function sourcesOf(file: CaseFile): CaseSource[] {
  const labels = new Map(file.picture.nodes.map(({ key, label }) => [key, label]))
  const found = new Map<number, CaseSource>()
  const put = (source: SourceRef, text: string) => void (found.has(source.recordId) || found.set(source.recordId, { source, text }))
  for (const signal of file.signals) put(signal.source, `${signal.department}, ${signal.kind}: ${signal.content || signal.subject}`)
  for (const entry of file.timeline) put(entry.source, `${entry.text} (${formatDate(entry.date)})`)
  for (const link of file.picture.links) put(link.source, `${labels.get(link.from) ?? ''} ${linkWords(link)} ${labels.get(link.to) ?? ''}`)
  for (const { sources, text } of file.statements) for (const source of sources) put(source, text)
  return [...found.values()]
}

/** Those in which every typed word occurs, in the words or in the place. */
export function matching(sources: readonly CaseSource[], typed: string): CaseSource[] {
  const words = typed.toLowerCase().split(/\s+/).filter((word) => word !== '')
  return sources.filter(({ source, text }) => {
    const all = `${text} ${source.file} ${source.sheet} rij ${source.row} ${source.supplier}`.toLowerCase()
    return words.every((word) => all.includes(word))
  })
}
