import type { SourceRef } from '#shared/model/entity.ts'
import { useSession } from '../lib/session.tsx'
import { openSourceRow } from '../lib/sourceRow.ts'
import { partsText } from '../text/parts.ts'
import { TextLink } from './TextLink.tsx'

export interface SourceLinkProps {
  source: SourceRef
  /** only `rij 14`, where the file stands in the heading above; the whole place is read aloud */
  isShort?: boolean
}

/** Where a fact comes from: file, sheet and row. Opens that row for whoever may see it. */
export function SourceLink({ source, isShort = false }: SourceLinkProps) {
  const { may } = useSession()
  const place = partsText.source.place(source.file, source.sheet, source.row)
  const words = isShort ? partsText.source.row(source.row) : place
  if (!may('sources.row')) return <span className="soft">{words}</span>
  return (
    <TextLink label={partsText.source.open(words, place)} onPress={() => openSourceRow.set(source.recordId)}>
      {words}
    </TextLink>
  )
}
