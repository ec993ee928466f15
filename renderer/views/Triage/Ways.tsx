import { useState } from 'react'
import type { TriageFile } from '#shared/contract/triage.ts'
import type { TriageWay } from '#shared/model/triage.ts'
import { Button } from '../../parts/Button.tsx'
import { triageText as text } from '../../text/triage.ts'
import { MoveDialog } from './MoveDialog.tsx'

/** Where the signal can go from here: on, or with a reason back. */
export function Ways({ file, id }: { file: TriageFile; id: number }) {
  const [chosen, setChosen] = useState<TriageWay | null>(null)
  return (
    <>
      {file.ways.length === 0 && <p className="soft">{text.noWays}</p>}
      <div className="triage-ways">
        {file.ways.map((way) => (
          <Button key={way.to} variant={way.isBack ? 'quiet' : 'normal'} onPress={() => setChosen(way)}>
            {way.isBack ? text.backTo(way.to) : text.onTo(way.to)}
          </Button>
        ))}
      </div>
      {chosen && <MoveDialog id={id} way={chosen} onClose={() => setChosen(null)} />}
    </>
  )
}
