import type { HitRate, Scoreboard } from '#shared/model/control.ts'
import { formatNumber, formatPercent } from '#shared/text/format.ts'
import { phenomenonLabel } from '#shared/text/terms.ts'
import { useAnswer } from '../../lib/engine.ts'
import { Answered } from '../../parts/Answered.tsx'
import { Card } from '../../parts/Card.tsx'
import { EmptyState } from '../../parts/EmptyState.tsx'
import { PlainHead } from '../../parts/PlainHead.tsx'
import { controlsText } from '../../text/controls.ts'
import { RateBar } from './RateBar.tsx'
import '../../parts/PlainTable.css'
import '../Scores/Scores.css'

const text = controlsText.board
const { columns } = text

/** How often a score, and an indicator, was right: chosen by score against drawn at random. */
export function ScoreboardTab() {
  const answer = useAnswer('control.board', {})
  return (
    <Answered answer={answer}>
      {(board) => (
        <div className="account-scroll">
          {board.lists > 0 || board.open > 0 ? <p className="soft">{text.lists(board.lists, board.open)}</p> : null}
          {board.lists === 0 ? <EmptyState title={text.none.title}>{text.none.why}</EmptyState> : <Board board={board} />}
        </div>
      )}
    </Answered>
  )
}

function Board({ board }: { board: Scoreboard }) {
  const phenomena = board.byPhenomenon.filter(({ attention, chance }) => total(attention) + total(chance) > 0)
  return (
    <>
      <Card title={text.phenomena}>
        <table className="plain-table">
          <Head first={[columns.phenomenon, columns.origin]} />
          <tbody>
            {phenomena.flatMap(({ phenomenon, attention, chance }) => [
              <Line key={`${phenomenon} attention`} words={[phenomenonLabel[phenomenon], text.origin.attention]} rate={attention} />,
              <Line key={`${phenomenon} chance`} words={[phenomenonLabel[phenomenon], text.origin.chance]} rate={chance} />,
            ])}
          </tbody>
        </table>
      </Card>
      <p className="small soft">{text.reading}</p>
      {board.byIndicator.length > 0 && (
        <Card title={text.indicators}>
          <table className="plain-table">
            <Head first={[columns.indicator]} />
            <tbody>
              {board.byIndicator.map(({ indicator, label, outcomes }) => (
                <Line key={indicator} words={[label]} rate={outcomes} />
              ))}
            </tbody>
          </table>
        </Card>
      )}
      <Wijken board={board} />
    </>
  )
}

function Head({ first }: { first: readonly string[] }) {
  return (
    <thead>
      <tr>
        {first.map((heading) => (
          <th key={heading} scope="col">{heading}</th>
        ))}
        <th scope="col" className="numeric">{columns.confirmed}</th>
        <th scope="col" className="numeric">{columns.notConfirmed}</th>
        <th scope="col" className="numeric">{columns.unknown}</th>
        <th scope="col">{columns.share}</th>
      </tr>
    </thead>
  )
}

function Line({ words: [name, ...rest], rate }: { words: readonly string[]; rate: HitRate }) {
  return (
    <tr>
      <th scope="row">{name}</th>
      {rest.map((word) => (
        <td key={word}>{word}</td>
      ))}
      <td className="numeric">{formatNumber(rate.confirmed)}</td>
      <td className="numeric">{formatNumber(rate.notConfirmed)}</td>
      <td className="numeric">{formatNumber(rate.unknown)}</td>
      <td>
        <RateBar {...rate} />
      </td>
    </tr>
  )
}

function Wijken({ board: { byWijk } }: { board: Scoreboard }) {
  if (byWijk.length === 0) return null
  return (
    <>
      <Card title={text.wijken}>
        <table className="plain-table">
          <PlainHead headings={[columns.wijk, { numeric: columns.predicted }, columns.attention, columns.chance]} />
          <tbody>
            {byWijk.map(({ code, name, predicted, attention, chance }) => (
              <tr key={code}>
                <th scope="row">{name}</th>
                <td className="numeric">{predicted === null ? '–' : formatPercent(predicted)}</td>
                <td><RateBar {...attention} /></td>
                <td><RateBar {...chance} /></td>
              </tr>
            ))}
          </tbody>
        </table>
      </Card>
      <p className="small soft">{text.wijkReading}</p>
    </>
  )
}

function total({ confirmed, notConfirmed, unknown }: HitRate): number {
  return confirmed + notConfirmed + unknown
}
