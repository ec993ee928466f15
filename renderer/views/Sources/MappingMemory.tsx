import { useState } from 'react'
import { useJob } from '../../lib/engine.ts'
import { Button } from '../../parts/Button.tsx'
import { ProblemNotice } from '../../parts/ProblemNotice.tsx'
import { tell } from '../../parts/toasts.tsx'
import { sourcesText } from '../../text/sources.ts'
import { MappingVersions } from './MappingVersions.tsx'

const text = sourcesText.memory

/** The mappings that are remembered per shape of delivery: to look at, and to take along to another vault. */
export function MappingMemory() {
  const saving = useJob('sources.exportMappings')
  const taking = useJob('sources.importMappings')
  const [isOpen, setOpen] = useState(false)
  const problem = saving.problem ?? taking.problem

  async function save() {
    const target = await window.shell.chooseSave(text.file, 'refusals')
    if (!target) return
    const reply = await saving.run({ target: target.token })
    if (reply.ok) tell(text.saved(reply.value.mappings))
  }

  async function take() {
    const [file] = await window.shell.chooseFiles('sources')
    if (!file) return
    const reply = await taking.run({ file: file.token })
    if (reply.ok) tell(text.taken(reply.value.mappings))
  }

  return (
    <div className="sources-memory">
      <p className="soft small">{text.why}</p>
      <div className="sources-deeds">
        <Button variant="quiet" onPress={() => setOpen(true)}>
          {text.show}
        </Button>
        <Button variant="quiet" onPress={() => void save()}>
          {text.save}
        </Button>
        <Button variant="quiet" onPress={() => void take()}>
          {text.take}
        </Button>
      </div>
      {problem && <ProblemNotice problem={problem} />}
      <MappingVersions isOpen={isOpen} onClose={() => setOpen(false)} />
    </div>
  )
}
