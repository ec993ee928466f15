import { FilePlus } from 'lucide-react'
import { useState } from 'react'
import { useAnswer } from '../../lib/engine.ts'
import { useShortcuts } from '../../lib/shortcuts.ts'
import { createStore, useStore } from '../../lib/store.ts'
import { Button } from '../../parts/Button.tsx'
import { PageHeader } from '../../parts/PageHeader.tsx'
import { Segmented } from '../../parts/Segmented.tsx'
import { screenLabel } from '../../text/frame.ts'
import { sourcesText as text } from '../../text/sources.ts'
import { Deliveries } from './Deliveries.tsx'
import { DropZone } from './DropZone.tsx'
import { FileList } from './FileList.tsx'
import { FilePanel } from './FilePanel.tsx'
import { addFiles, filesInWork, openFile } from './intake.ts'
import './Sources.css'

type Part = 'intake' | 'deliveries'
const parts: readonly { id: Part; label: string }[] = [{ id: 'intake', label: text.intake }, { id: 'deliveries', label: text.deliveries }]
const shownPart = createStore<Part>('intake')

/** Bronnen: files come in, are read, mapped, tried and taken; and what came in before. */
export function SourcesView() {
  const part = useStore(shownPart)
  const files = useStore(filesInWork)
  const deliveries = useAnswer('sources.deliveries', {})
  const [isOver, setOver] = useState(false)

  async function choose() {
    shownPart.set('intake')
    addFiles(await window.shell.chooseFiles('sources'))
  }
  useShortcuts(screenLabel.sources, [{ keys: 'N', label: text.choose, run: () => void choose() }])

  return (
    <DropZone className="page" isOver={isOver} onOver={setOver} onFiles={(dropped) => (shownPart.set('intake'), addFiles(dropped))}>
      <PageHeader title={screenLabel.sources} facts={deliveries.value ? text.facts(deliveries.value.filter(({ withdrawnAt }) => withdrawnAt === null).length) : ''}>
        <Segmented label={text.parts} options={parts} value={part} onChange={shownPart.set} />
        <Button variant={files.length === 0 ? 'primary' : 'normal'} icon={FilePlus} keys="N" onPress={() => void choose()}>
          {text.choose}
        </Button>
      </PageHeader>
      {part === 'intake' && files.length === 0 && <DropInvitation isLow={(deliveries.value?.length ?? 0) > 0} />}
      {part === 'intake' && files.length > 0 ? <Intake /> : (part === 'deliveries' || (deliveries.value?.length ?? 0) > 0) && <Deliveries answer={deliveries} />}
    </DropZone>
  )
}

/** @param isLow leaves room for the deliveries below it */
function DropInvitation({ isLow }: { isLow: boolean }) {
  return (
    <div className={isLow ? 'sources-invitation sources-invitation-low' : 'sources-invitation'}>
      <FilePlus size={28} strokeWidth={1.5} aria-hidden />
      <h2>{text.drop.title}</h2>
      <p className="soft">{text.drop.words}</p>
    </div>
  )
}

function Intake() {
  const files = useStore(filesInWork)
  const open = useStore(openFile)
  const file = files.find((one) => one.file.token === open) ?? files[0]
  return (
    <div className="sources-columns">
      <FileList files={files} open={file?.file.token ?? ''} />
      {file && <FilePanel key={file.file.token} file={file} />}
    </div>
  )
}
