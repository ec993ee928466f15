import type { TriageFile } from '#shared/contract/triage.ts'
import { Phenomenon } from '#shared/model/score.ts'
import { capitalise, formatDate } from '#shared/text/format.ts'
import { phenomenonLabel } from '#shared/text/terms.ts'
import { triageStateLabel } from '#shared/text/triage.ts'
import { useAnswer } from '../../lib/engine.ts'
import { Answered } from '../../parts/Answered.tsx'
import { BackButton } from '../../parts/BackButton.tsx'
import { Card } from '../../parts/Card.tsx'
import { DepartmentHits } from '../../parts/DepartmentHits.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { PageHeader } from '../../parts/PageHeader.tsx'
import { Pill } from '../../parts/Pill.tsx'
import { PropertyList } from '../../parts/PropertyList.tsx'
import { screenLabel } from '../../text/frame.ts'
import { triageText as text } from '../../text/triage.ts'
import { SignalDestruction } from './SignalDestruction.tsx'
import { Steps } from './Steps.tsx'
import { Ways } from './Ways.tsx'
import { Weighings } from './Weighings.tsx'

/** One signal: what it says, how it was weighed, and where it can go. */
export function TriageFileView({ id }: { id: number }) {
  const answer = useAnswer('triage.get', { id })
  return (
    <div className="page page-scroll">
      {answer.state === 'failed' && (
        <PageHeader title={screenLabel.triage}>
          <BackButton screen="triage" label={text.back} />
        </PageHeader>
      )}
      <Answered answer={answer}>{(file) => <Parts file={file} id={id} />}</Answered>
    </div>
  )
}

function Parts({ file, id }: { file: TriageFile; id: number }) {
  return (
    <>
      <PageHeader title={capitalise(file.kind === '' ? text.signal : file.kind)} facts={text.facts(file.number, file.department)}>
        <Pill tone={file.clock ? 'neutral' : 'accent'}>{triageStateLabel[file.state]}</Pill>
        <BackButton screen="triage" label={text.back} />
      </PageHeader>
      <div className="triage-columns">
        <div className="triage-side">
          <Content file={file} />
          <Card title={text.weighings}>
            <Weighings file={file} id={id} />
          </Card>
          {file.departments && (
            <Card title={text.index} aside={<span className="small soft">{text.indexWhy}</span>}>{file.subject === '' ? <p className="soft">{text.noSubject}</p> : <DepartmentHits departments={file.departments} />}</Card>
          )}
        </div>
        <div className="triage-side">
          <Card title={text.ways}>
            <Ways file={file} id={id} />
          </Card>
          {file.clock && <SignalDestruction clock={file.clock} id={id} />}
          <Card title={text.steps}>
            <Steps steps={file.steps} />
          </Card>
        </div>
      </div>
    </>
  )
}

function Content({ file }: { file: TriageFile }) {
  const known = Phenomenon.safeParse(file.phenomenon)
  const fields = text.signalFields
  return (
    <Card title={text.signal}>
      <div className="dialog-stack">
        {!file.isThere && <Notice>{text.gone}</Notice>}
        <PropertyList
          properties={[
            { label: fields.subject, value: file.subject || text.unknownSubject },
            { label: fields.phenomenon, value: known.success ? phenomenonLabel[known.data] : file.phenomenon },
            { label: fields.date, value: file.date === null ? '' : formatDate(file.date) },
            { label: fields.number, value: file.signalNumber },
          ].filter(({ value }) => value !== '')}
        />
        <p className={file.content === '' ? 'soft' : 'triage-content'}>{file.content || text.noContent}</p>
        <p className="small soft">{text.contentWhy}</p>
      </div>
    </Card>
  )
}
