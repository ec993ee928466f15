import { formatNumber } from '#shared/text/format.ts'
import { caseStatusLabel, phenomenonLabel } from '#shared/text/terms.ts'
import { useAnswer } from '../../lib/engine.ts'
import { useSession } from '../../lib/session.tsx'
import { Answered } from '../../parts/Answered.tsx'
import { Button } from '../../parts/Button.tsx'
import { Card } from '../../parts/Card.tsx'
import { Pill } from '../../parts/Pill.tsx'
import { TextLink } from '../../parts/TextLink.tsx'
import { overviewText } from '../../text/overview.ts'
import { screens } from '../../screens.ts'

const text = overviewText.cases
const newest = 6

/** How many cases there are; under a purpose that opens them also the ones somebody worked on last. */
export function CasesCard() {
  const { go, status } = useSession()
  const counts = useAnswer('case.counts', {})
  const more = screens.cases && (
    <Button variant="quiet" onPress={() => go({ screen: 'cases', subject: '' })}>
      {text.all}
    </Button>
  )
  return (
    <Card title={text.title} aside={more}>
      <Answered answer={counts}>
        {(all) => {
          const some = all.filter(({ count }) => count > 0)
          if (some.length === 0) return <p className="soft">{text.none}</p>
          return (
            <>
              <div className="overview-case-counts">
                {some.map((each) => (
                  <Pill key={each.status}>
                    {formatNumber(each.count)} {caseStatusLabel[each.status]}
                  </Pill>
                ))}
              </div>
              {status.value?.purpose?.compartments.includes('case') === true ? <Newest /> : <p className="small soft">{text.closed}</p>}
            </>
          )
        }}
      </Answered>
    </Card>
  )
}

/** Their titles; that they were shown stands in the log. */
function Newest() {
  const { go } = useSession()
  const answer = useAnswer('case.list', {})
  return (
    <Answered answer={answer}>
      {(cases) => (
        <ul className="overview-cases">
          {cases.slice(0, newest).map((each) => (
            <li key={each.id} className="overview-case">
              <div className="overview-case-words">
                <span className="ellipsis" title={each.title}>
                  {screens.cases ? <TextLink onPress={() => go({ screen: 'cases', subject: String(each.id) })}>{each.title}</TextLink> : each.title}
                </span>
                <span className="small soft">
                  {each.number} · {phenomenonLabel[each.phenomenon].toLowerCase()} · {text.subjects(each.subjectCount)}
                </span>
              </div>
              <Pill>{caseStatusLabel[each.status]}</Pill>
            </li>
          ))}
        </ul>
      )}
    </Answered>
  )
}
