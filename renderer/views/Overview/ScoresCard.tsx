import { Link } from 'react-aria-components/Link'
import type { ScoreSet } from '#shared/model/scoreSet.ts'
import { OwnAreaLevel, Phenomenon, ScoreLevel } from '#shared/model/score.ts'
import { attentionClassLabel, phenomenonLabel, scoreLevelPlural } from '#shared/text/terms.ts'
import { useAnswer } from '../../lib/engine.ts'
import { routeToScore } from '../../lib/scoreRoutes.ts'
import { useSession } from '../../lib/session.tsx'
import { Answered } from '../../parts/Answered.tsx'
import { Card } from '../../parts/Card.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { capitalise, formatNumber } from '#shared/text/format.ts'
import { overviewText } from '../../text/overview.ts'
import { screens } from '../../screens.ts'

const text = overviewText.scores
/** Own areas stand in Gebieden: they are the same events, put together otherwise. */
const shownLevels = ScoreLevel.options.filter((level) => !OwnAreaLevel.options.some((own) => own === level))
type ClassCount = ScoreSet['counts'][number]

/** How many areas and branches stand in each class, per phenomenon; each leads to its ranking. */
export function ScoresCard() {
  const answer = useAnswer('score.set', {})
  return (
    <Card title={text.title} aside={answer.value ? text.asOf(answer.value.at) : undefined}>
      <Answered answer={answer}>{(set) => (set === null ? <p className="soft">{text.none}</p> : <Classes set={set} />)}</Answered>
    </Card>
  )
}

function Classes({ set }: { set: ScoreSet }) {
  return (
    <>
      <table className="overview-table overview-classes">
        <caption className="unseen">{text.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{text.phenomenon}</th>
            {shownLevels.map((level) => (
              <th key={level} scope="col">
                {capitalise(scoreLevelPlural[level])}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {Phenomenon.options.map((phenomenon) => (
            <tr key={phenomenon}>
              <th scope="row">{phenomenonLabel[phenomenon]}</th>
              {shownLevels.map((level) => (
                <td key={level}>
                  <ClassCell count={set.counts.find((each) => each.phenomenon === phenomenon && each.level === level)} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <Legend />
      <p className="small soft">{text.caption}</p>
      {set.isStale && (
        <div className="overview-stale">
          <Notice>{text.stale}</Notice>
        </div>
      )}
    </>
  )
}

const classes = ['higher', 'average', 'lower', 'insufficient'] as const

function ClassCell({ count }: { count: ClassCount | undefined }) {
  const { go } = useSession()
  if (!count) return <span className="faint">–</span>
  const total = count.higher + count.average + count.lower + count.insufficient
  const route = routeToScore({ phenomenon: count.phenomenon, level: count.level, code: '' })
  const words = text.row(count.higher, count.average, count.lower, count.insufficient)
  // begins with what is seen, so that who speaks to the computer can name it (WCAG 2.5.3)
  const label = `${formatNumber(count.higher)} ${text.higher} ${text.of(total)} ${scoreLevelPlural[count.level]}, ${phenomenonLabel[count.phenomenon]}: ${words}`
  const figure = (
    <>
      <b>{formatNumber(count.higher)}</b> <span className="soft">{text.higher} {text.of(total)}</span>
    </>
  )
  return (
    <div title={words}>
      {screens[route.screen] ? (
        <Link className="overview-class" onPress={() => go(route)} aria-label={label}>
          {figure}
        </Link>
      ) : (
        <span>{figure}</span>
      )}
      <span className="overview-strip" aria-hidden>
        {classes.filter((name) => count[name] > 0).map((name) => (
          <i key={name} className={`class-${name}`} style={{ flexGrow: count[name] }} />
        ))}
      </span>
    </div>
  )
}

function Legend() {
  return (
    <ul className="overview-legend small">
      {classes.map((name) => (
        <li key={name}>
          <i className={`class-${name}`} aria-hidden />
          {attentionClassLabel[name]}
        </li>
      ))}
    </ul>
  )
}
