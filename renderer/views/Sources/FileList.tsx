import { X } from 'lucide-react'
import { awaitingPurpose } from '../../lib/call.ts'
import { useRunningJobs } from '../../lib/engine.ts'
import { Button } from '../../parts/Button.tsx'
import { IconButton } from '../../parts/IconButton.tsx'
import { Card } from '../../parts/Card.tsx'
import { Pill, type PillTone } from '../../parts/Pill.tsx'
import { sourcesText, type FilePhase } from '../../text/sources.ts'
import { canRead, holdsNothing, openFile, preview, removeFile, take, useFileJob, type FileInWork } from './intake.ts'

const text = sourcesText.files
const tones: Record<FilePhase, PillTone> = {
  waiting: 'neutral', inspecting: 'neutral', ready: 'neutral', previewing: 'neutral', previewed: 'accent', taking: 'neutral', taken: 'fine', failed: 'problem',
}

/** The files that were dropped and how far each of them is. */
export function FileList({ files, open }: { files: readonly FileInWork[]; open: string }) {
  const isBusy = useRunningJobs().length > 0
  const readable = files.filter(canRead)
  const taken = files.filter(({ phase }) => phase === 'taken')
  return (
    <Card title={text.title(files.length)} isFlush isTall>
      <ul className="sources-files" aria-label={text.list}>
        {files.map((one) => (
          <FileRow key={one.file.token} file={one} isOpen={one.file.token === open} />
        ))}
      </ul>
      {files.length > 1 && (
        <div className="sources-all">
          {readable.some(({ phase }) => phase !== 'previewed') && (
            <Button isDisabled={isBusy} onPress={() => readable.forEach(({ file }) => void preview(file.token))}>
              {text.previewAll}
            </Button>
          )}
          {readable.length > 0 && readable.every(({ phase }) => phase === 'previewed') && (
            <Button variant="primary" isDisabled={isBusy} onPress={() => readable.forEach(({ file }) => void take(file.token))}>
              {text.takeAll}
            </Button>
          )}
          {taken.length > 0 && (
            <Button variant="quiet" isDisabled={isBusy} onPress={() => taken.forEach(({ file }) => removeFile(file.token))}>
              {text.clear}
            </Button>
          )}
        </div>
      )}
    </Card>
  )
}

function FileRow({ file, isOpen }: { file: FileInWork; isOpen: boolean }) {
  const { token, name } = file.file
  const isWaiting = useFileJob()?.progress === awaitingPurpose
  const isAtWork = file.phase === 'inspecting' || file.phase === 'previewing' || file.phase === 'taking'
  return (
    <li className={isOpen ? 'sources-file sources-file-open' : 'sources-file'}>
      <button type="button" className="sources-file-name" aria-current={isOpen} onClick={() => openFile.set(token)}>
        <span className="ellipsis" title={name}>
          {name}
        </span>
        {isAtWork && isWaiting ? <Pill tone="neutral">{text.awaitsPurpose}</Pill> : <State file={file} />}
      </button>
      {!isAtWork && <IconButton icon={X} label={text.remove(name)} onPress={() => removeFile(token)} />}
    </li>
  )
}

/** How far a file is; one that is looked at may be empty, or lack something. */
function State({ file }: { file: FileInWork }) {
  if (holdsNothing(file)) return <Pill tone="problem">{text.empty}</Pill>
  if (file.phase === 'ready' && !canRead(file)) return <Pill tone="hatched">{text.incomplete}</Pill>
  return <Pill tone={tones[file.phase]}>{text.phase[file.phase]}</Pill>
}
