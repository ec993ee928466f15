import type { AttentionScore } from '#shared/model/score.ts'
import { formatNumber, formatPercent } from '#shared/text/format.ts'
import { attentionClassLabel } from '#shared/text/terms.ts'
import { byNumber, byText, type Column } from '../../parts/columns.ts'
import { scoresText, shownCount } from '../../text/scores.ts'
import { ClassPill } from './ClassPill.tsx'
import { IntervalBar, type Axis } from './IntervalBar.tsx'

const text = scoresText.columns

/** Order of the classes from most to least attention. */
const classOrder = { higher: 3, average: 2, lower: 1, insufficient: 0 }

export interface RankingLook {
  /** the columns that say which area or branch it is */
  named: readonly Column<AttentionScore>[]
  /** heading of what there is of them: addresses, vestigingen */
  exposure: string
  axis: Axis
  /** leaves out what the explanation beside the table says */
  isNarrow: boolean
  /** whether the window has room for the columns that say more than the ranking needs */
  isWide: boolean
  /** whether the peer groups have names short enough for a column */
  hasPeers: boolean
}

/** px; beside a map a name takes two lines rather than being cut */
const NAME_WIDTH = 126
/** letters that two lines of that width hold, and one */
const TWO_LINES = 32
const ONE_LINE = 14

/** What it is called. */
export function nameColumn(heading: string): Column<AttentionScore> {
  return {
    id: 'name', heading, text: ({ name }) => name, grow: 1.4, width: NAME_WIDTH, compare: byText(({ name }) => name),
    cell: ({ name }) => (
      <span className={isTight(name) ? 'score-name small' : 'score-name'}>
        <span>{name}</span>
      </span>
    ),
  }
}

/** Whether it only fits the column in small letters. */
function isTight(name: string): boolean {
  return name.length > TWO_LINES || name.split(' ').some((word) => word.length > ONE_LINE)
}

/** The columns every ranking has. */
export function scoreColumns({ named, exposure, axis, isNarrow, isWide, hasPeers }: RankingLook): Column<AttentionScore>[] {
  const rank: Column<AttentionScore> = {
    id: 'rank', heading: text.rank, text: ({ rank: place }) => (place === null ? '–' : formatNumber(place)), isNumeric: true, width: 44, compare: byNumber(({ rank: place }) => place),
    cell: (row) => <RankCell row={row} />,
  }
  const interval: Column<AttentionScore> = {
    id: 'interval', heading: text.interval, width: isNarrow && !isWide ? 96 : 108, compare: byNumber(({ score }) => score),
    text: ({ score, lower, upper }) => (score === null || lower === null || upper === null ? scoresText.insufficientAlone : scoresText.intervalWords(score, lower, upper)),
    cell: (row) => <IntervalBar row={row} axis={axis} />,
  }
  const score: Column<AttentionScore> = {
    id: 'score', heading: text.score, text: ({ score: value }) => (value === null ? '–' : formatNumber(value, 2)), isNumeric: true, width: 58, compare: byNumber(({ score: value }) => value),
  }
  const found: Column<AttentionScore> = {
    id: 'class', heading: text.class, width: 98, text: ({ class: name }) => attentionClassLabel[name], compare: byNumber(({ class: name }) => classOrder[name]),
    // the interval column says `onvoldoende gegevens` already
    cell: ({ class: name }) => (name === 'insufficient' ? <span className="faint">–</span> : <ClassPill of={name} />),
  }
  // beside an explanation the figure stands in it
  if (isNarrow) return [rank, ...named, interval, ...(isWide ? [score] : []), found]
  const peers: Column<AttentionScore> = {
    id: 'peers', heading: text.peers, width: 122, text: ({ peerGroup }) => peerGroup, compare: byText(({ peerGroup }) => peerGroup),
  }
  return [
    rank,
    ...named,
    interval,
    score,
    found,
    { id: 'observed', heading: text.observed, text: ({ observed }) => shownCount(observed), isNumeric: true, width: 66, compare: byNumber(({ observed }) => (observed === '<5' ? 2 : observed)) },
    { id: 'exposure', heading: exposure, text: ({ exposure: n }) => formatNumber(n), isNumeric: true, width: 80, compare: byNumber(({ exposure: n }) => n) },
    { id: 'completeness', heading: text.completeness, text: ({ completeness }) => formatPercent(completeness), isNumeric: true, width: 72, compare: byNumber(({ completeness }) => completeness) },
    ...(hasPeers && isWide ? [peers] : []),
  ]
}

function RankCell({ row: { rank, rankLower, rankUpper } }: { row: AttentionScore }) {
  if (rank === null || rankLower === null || rankUpper === null) return <span className="faint">–</span>
  return <span title={scoresText.rankTitle(rank, rankLower, rankUpper)}>{formatNumber(rank)}</span>
}
