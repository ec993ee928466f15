import { useRef, useState } from 'react'
import { useKeptFocus } from '../../lib/keptFocus.ts'
import { Button } from '../../parts/Button.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { ProblemNotice } from '../../parts/ProblemNotice.tsx'
import { ProgressBar } from '../../parts/ProgressBar.tsx'
import { Waiting } from '../../parts/Answered.tsx'
import { Tabs } from '../../parts/Tabs.tsx'
import { sourcesText as text } from '../../text/sources.ts'
import { canRead, filesInWork, holdsNothing, inspect, openFile, preview, take, useFileJob, type FileInWork } from './intake.ts'
import { NextStep } from './NextStep.tsx'
import { Report } from './Report.tsx'
import { SheetPanel } from './SheetPanel.tsx'

/** One file: how it was read, what each sheet becomes, what a dry run gives, and the deed. */
export function FilePanel({ file }: { file: FileInWork }) {
  const [sheet, setSheet] = useState('')
  const heading = useRef<HTMLHeadingElement>(null)
  useKeptFocus(heading, file.phase)
  if (!file.view) return <Unread file={file} />
  const earlier = file.view.earlier.at(-1)
  const shown = file.sheets.find(({ view }) => view.name === sheet) ?? file.sheets.find(({ view }) => view.rows > 0) ?? file.sheets[0]
  const isTaken = file.phase === 'taken'
  const isEmpty = holdsNothing(file)
  return (
    <div className="sources-panel">
      <header className="sources-head">
        <h2 className="ellipsis" ref={heading} tabIndex={-1}>{file.view.file}</h2>
        <p className="soft small">{text.file.readAs(file.view.readAs, file.view.bytes)}</p>
        <Deed file={file} />
      </header>
      <Running />
      {file.problem && <ProblemNotice problem={file.problem} />}
      {earlier && !isTaken && <Notice>{text.file.earlier(earlier.at, file.view.earlier.length)}</Notice>}
      {isTaken && <NextStep />}
      {file.report && <Report report={file.report} isTaken={isTaken} file={file.view.file} />}
      {isEmpty && <Notice>{text.file.noSheets}</Notice>}
      {!isTaken && !isEmpty && shown && file.sheets.length === 1 && <SheetPanel key={shown.view.name} token={file.file.token} sheet={shown} text={file.view.text} isOnly />}
      {!isTaken && !isEmpty && shown && file.sheets.length > 1 && (
        <Tabs
          label={text.sheet.tabs}
          value={shown.view.name}
          onChange={setSheet}
          tabs={file.sheets.map((one) => ({
            id: one.view.name,
            label: one.view.isHidden ? `${one.view.name} (${text.sheet.hidden})` : one.view.name,
            content: <SheetPanel key={one.view.name} token={file.file.token} sheet={one} text={null} isOnly={false} />,
          }))}
        />
      )}
    </div>
  )
}

function Unread({ file }: { file: FileInWork }) {
  return (
    <div className="sources-panel">
      <header className="sources-head">
        <h2 className="ellipsis">{file.file.name}</h2>
      </header>
      <Running />
      {file.problem ? (
        <ProblemNotice problem={file.problem} action={<Button onPress={() => void inspect(file.file.token)}>{text.file.inspectAgain}</Button>} />
      ) : (
        <Waiting lines={6} />
      )}
    </div>
  )
}

/** The bar of whichever job on files runs now. */
function Running() {
  const running = useFileJob()
  return running ? <ProgressBar progress={running.progress} onCancel={running.cancel} /> : null
}

/** The dry run first, then the real one; after that the next file. */
function Deed({ file }: { file: FileInWork }) {
  const { token } = file.file
  if (file.phase === 'taken') return <NextFile token={token} />
  const isReadable = canRead(file)
  if (file.phase === 'previewed') {
    return (
      <div className="sources-deeds">
        <Button onPress={() => void preview(token)}>{text.actions.previewAgain}</Button>
        <Button variant="primary" isDisabled={!isReadable} onPress={() => void take(token)}>
          {text.actions.take}
        </Button>
      </div>
    )
  }
  return (
    <div className="sources-deeds">
      <Button variant="primary" isDisabled={!isReadable} onPress={() => void preview(token)}>
        {text.actions.preview}
      </Button>
    </div>
  )
}

function NextFile({ token }: { token: string }) {
  const next = filesInWork.get().find((one) => one.file.token !== token && one.phase !== 'taken')
  if (!next) return null
  return (
    <div className="sources-deeds">
      <Button onPress={() => openFile.set(next.file.token)}>{text.actions.done}</Button>
    </div>
  )
}
