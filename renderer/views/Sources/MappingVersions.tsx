import { History } from 'lucide-react'
import { useState } from 'react'
import { mappingDifferences, type MappingDifference, type MappingVersion, type RememberedShape } from '#shared/model/mappingVersion.ts'
import { formatMoment } from '#shared/text/format.ts'
import { useAnswer, useCommand } from '../../lib/engine.ts'
import { useSession } from '../../lib/session.tsx'
import { Answered } from '../../parts/Answered.tsx'
import { Button } from '../../parts/Button.tsx'
import { Drawer } from '../../parts/Drawer.tsx'
import { EmptyState } from '../../parts/EmptyState.tsx'
import '../../parts/PlainTable.css'
import { Pill } from '../../parts/Pill.tsx'
import { PlainHead } from '../../parts/PlainHead.tsx'
import { ProblemNotice } from '../../parts/ProblemNotice.tsx'
import { tell } from '../../parts/toasts.tsx'
import { sourcesText } from '../../text/sources.ts'

const text = sourcesText.versions

/** What is remembered per shape of delivery: every version, what changed with it, and the way back to it. */
export function MappingVersions({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const answer = useAnswer('sources.mappings', {}, { enabled: isOpen })
  return (
    <Drawer title={text.title} subtitle={text.why} isOpen={isOpen} onClose={onClose}>
      <Answered answer={answer}>
        {(shapes) => (shapes.length === 0 ? <EmptyState icon={History} title={text.none}>{text.noneWhy}</EmptyState> : shapes.map((shape) => <Shape key={shape.shape} {...shape} />))}
      </Answered>
    </Drawer>
  )
}

function Shape({ shape, versions }: RememberedShape) {
  const [newest] = versions
  if (!newest) return null
  return (
    <details className="sources-shape">
      <summary>
        <strong>{newest.kindLabel}</strong>
        <span className="small soft">{text.state(newest.columns.length, newest.version, newest.at, newest.by)}</span>
        <span className="small soft sources-shape-headings">{newest.columns.map(({ heading }) => heading).join(' · ')}</span>
      </summary>
      <Columns version={newest} />
      <ol className="sources-versions">
        {versions.map((version, i) => (
          <Version key={version.version} shape={shape} version={version} before={versions[i + 1] ?? null} newest={newest} />
        ))}
      </ol>
    </details>
  )
}

/** Which heading is read as what now. */
function Columns({ version }: { version: MappingVersion }) {
  return (
    <table className="plain-table" aria-label={text.now}>
      <PlainHead headings={[sourcesText.mapping.heading, sourcesText.mapping.field]} />
      <tbody>
        {version.columns.map(({ heading, field }, i) => (
          <tr key={i}>
            <th scope="row">{heading}</th>
            <td>{field ?? <span className="faint">{sourcesText.mapping.none}</span>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

interface VersionProps {
  shape: string
  version: MappingVersion
  /** the one it took the place of */
  before: MappingVersion | null
  newest: MappingVersion
}

function Version({ shape, version, before, newest }: VersionProps) {
  const { may } = useSession()
  const [isAsking, setAsking] = useState(false)
  const isNewest = version.version === newest.version
  return (
    <li>
      <div className="sources-version">
        <strong>{text.version(version.version)}</strong>
        <span className="small soft">{text.made(formatMoment(version.at), version.by)}</span>
        {isNewest && <Pill tone="accent">{text.counts}</Pill>}
        {!isNewest && !isAsking && may('sources.restoreMapping') && (
          <Button variant="quiet" onPress={() => setAsking(true)}>
            {text.restore}
          </Button>
        )}
      </div>
      {before ? <Differences label={text.since(before.version)} differences={mappingDifferences(before, version)} /> : <p className="small soft">{text.first}</p>}
      {isAsking && <Restore shape={shape} version={version} newest={newest} onDone={() => setAsking(false)} />}
    </li>
  )
}

/** Says what going back changes before it is done. */
function Restore({ shape, version, newest, onDone }: { shape: string; version: MappingVersion; newest: MappingVersion; onDone: () => void }) {
  const [restore, { state, problem }] = useCommand('sources.restoreMapping')

  async function run() {
    const reply = await restore({ shape, version: version.version })
    if (!reply.ok) return
    tell(text.restored(version.version, reply.value.version))
    onDone()
  }

  return (
    <div className="notice sources-restore">
      <Differences label={text.willChange} differences={mappingDifferences(newest, version)} />
      <div className="sources-deeds">
        <Button variant="primary" isDisabled={state === 'running'} onPress={() => void run()}>
          {text.restoreThis(version.version)}
        </Button>
        <Button variant="quiet" onPress={onDone}>
          {text.leave}
        </Button>
      </div>
      {problem && <ProblemNotice problem={problem} />}
    </div>
  )
}

function Differences({ label, differences }: { label: string; differences: readonly MappingDifference[] }) {
  if (differences.length === 0) return <p className="small soft">{text.same}</p>
  return (
    <>
      <p className="small soft">{label}</p>
      <ul className="sources-differences">
        {differences.map(({ heading, before, after }, i) => (
          <li key={i}>
            <strong>{heading === '' ? sourcesText.sheet.kind : heading}</strong>: {before ?? sourcesText.mapping.none} → {after ?? sourcesText.mapping.none}
          </li>
        ))}
      </ul>
    </>
  )
}
