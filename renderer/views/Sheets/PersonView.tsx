import { useAnswer } from '../../lib/engine.ts'
import type { ViewProps } from '../../screens.ts'
import { AccessReport } from './AccessReport.tsx'
import { EntitySheetBody } from './EntitySheetBody.tsx'
import { Sheet } from './Sheet.tsx'

/** Persoonsblad. */
export function PersonView({ subject }: ViewProps) {
  const answer = useAnswer('person.get', { key: subject })
  return (
    <Sheet answer={answer} kind="person" entity={subject} titleOf={(sheet) => sheet}>
      {(sheet) => (
        <>
          <AccessReport entity={subject} />
          <EntitySheetBody sheet={sheet} />
        </>
      )}
    </Sheet>
  )
}
