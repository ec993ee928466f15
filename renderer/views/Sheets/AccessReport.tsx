import { FileText } from 'lucide-react'
import type { EntityKey } from '#shared/model/entity.ts'
import { useCommand } from '../../lib/engine.ts'
import { useSession } from '../../lib/session.tsx'
import { Button } from '../../parts/Button.tsx'
import { ProblemNotice } from '../../parts/ProblemNotice.tsx'
import { tell } from '../../parts/toasts.tsx'
import { sheetText } from '../../text/sheets.ts'

const text = sheetText.access

/** For the privacyfunctionaris: what is known of a person and who looked, to answer a request for access. */
export function AccessReport({ entity }: { entity: EntityKey }) {
  const { may } = useSession()
  const [save, saving] = useCommand('person.saveAccess')
  if (!may('person.saveAccess')) return null

  async function keep() {
    const target = await window.shell.chooseSave(text.fileName, 'sheet')
    if (!target) return
    const reply = await save({ key: entity, target: target.token })
    if (reply.ok) tell(text.saved(reply.value.file, reply.value.logLine))
  }

  return (
    <div className="sheet-access">
      <Button icon={FileText} isDisabled={saving.state === 'running'} onPress={() => void keep()}>
        {text.make}
      </Button>
      <span className="soft">{text.why}</span>
      {saving.problem && <ProblemNotice problem={saving.problem} />}
    </div>
  )
}
