import { useAnswer } from '../../lib/engine.ts'
import type { ViewProps } from '../../screens.ts'
import { EntitySheetBody } from './EntitySheetBody.tsx'
import { Sheet } from './Sheet.tsx'

/** Bedrijfsblad. */
export function CompanyView({ subject }: ViewProps) {
  const answer = useAnswer('company.get', { key: subject })
  return (
    <Sheet answer={answer} kind="company" entity={subject} titleOf={(sheet) => sheet}>
      {(sheet) => <EntitySheetBody sheet={sheet} />}
    </Sheet>
  )
}
