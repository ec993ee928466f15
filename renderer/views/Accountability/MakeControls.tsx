import { useState } from 'react'
import { Phenomenon } from '#shared/model/score.ts'
import { phenomenonLabel } from '#shared/text/terms.ts'
import { useCommand } from '../../lib/engine.ts'
import { Dialog } from '../../parts/Dialog.tsx'
import { DialogFoot } from '../../parts/DialogFoot.tsx'
import { ProblemNotice } from '../../parts/ProblemNotice.tsx'
import { Segmented } from '../../parts/Segmented.tsx'
import { TextField } from '../../parts/TextField.tsx'
import { controlsText } from '../../text/controls.ts'

const text = controlsText.make
const MOST = 200

/** How many addresses, for which phenomenon, with which seed. */
export function MakeControls({ onClose, onMade }: { onClose: () => void; onMade: (id: number) => void }) {
  const [make, making] = useCommand('control.make')
  const [phenomenon, setPhenomenon] = useState<Phenomenon>('hennep')
  const [typed, setTyped] = useState('10')
  const [seed, setSeed] = useState('')
  const half = /^\d{1,3}$/.test(typed.trim()) ? Number(typed) : 0
  const isFit = half >= 1 && half <= MOST

  async function run() {
    const reply = await make({ phenomenon, half, seed })
    if (reply.ok) onMade(reply.value.id)
  }

  const footer = <DialogFoot label={text.run} onDo={() => void run()} onCancel={onClose} isDisabled={!isFit || making.state === 'running'} />
  return (
    <Dialog title={text.title} isOpen onClose={onClose} footer={footer}>
      <div className="dialog-stack">
        <p className="soft">{text.why}</p>
        <Segmented label={text.phenomenon} options={Phenomenon.options.map((id) => ({ id, label: phenomenonLabel[id] }))} value={phenomenon} onChange={setPhenomenon} />
        <TextField label={text.half} value={typed} onChange={setTyped} inputMode="numeric" maxLength={3} error={isFit ? undefined : text.halfUnfit} />
        <TextField label={text.seed} description={text.seedHint} value={seed} onChange={setSeed} maxLength={40} />
        {making.problem && <ProblemNotice problem={making.problem} />}
      </div>
    </Dialog>
  )
}
