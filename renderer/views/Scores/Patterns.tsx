import type { AreaPattern } from '#shared/model/insight.ts'
import { useAnswer } from '../../lib/engine.ts'
import type { ScoreChoice } from '../../lib/scoreRoutes.ts'
import { Answered } from '../../parts/Answered.tsx'
import { Pill } from '../../parts/Pill.tsx'
import { TextLink } from '../../parts/TextLink.tsx'
import { scoreInsightText } from '../../text/scoreInsight.ts'

const text = scoreInsightText.patterns

export interface PatternsProps {
  choice: ScoreChoice
  name: string
  /** opens the explanation of another buurt */
  onOpen: (code: string) => void
}

/** How an area stands out beyond its score, what that means, and which other areas do. */
export function Patterns({ choice, name, onOpen }: PatternsProps) {
  const answer = useAnswer('area.patterns', { phenomenon: choice.phenomenon })
  return (
    <Answered answer={answer}>
      {(patterns) => {
        const isWithin = ({ code, within }: AreaPattern) => code === choice.code || within.includes(choice.code)
        const own = patterns.filter(isWithin)
        const others = patterns.filter((one) => !isWithin(one))
        return (
          <>
            <h3>{text.title}</h3>
            {own.length === 0 ? <p className="small">{text.none(name)}</p> : <PatternList patterns={own} onOpen={choice.level === 'buurt' ? undefined : onOpen} />}
            {others.length > 0 && (
              <>
                <h3>{text.others(new Set(others.map(({ code }) => code)).size)}</h3>
                <PatternList patterns={others} onOpen={onOpen} />
              </>
            )}
            <dl className="score-meanings small soft">
              {text.meaning.map(([kind, meaning]) => (
                <div key={kind}>
                  <dt>{kind}:</dt> <dd>{meaning}</dd>
                </div>
              ))}
            </dl>
          </>
        )
      }}
    </Answered>
  )
}

function PatternList({ patterns, onOpen }: { patterns: readonly AreaPattern[]; onOpen: ((code: string) => void) | undefined }) {
  return (
    <ul className="score-patterns">
      {patterns.map((pattern) => (
        <li key={`${pattern.kind} ${pattern.code}`}>
          <p className="score-pattern-head">
            <Pill tone="accent">{text.kind[pattern.kind]}</Pill>
            {onOpen && (
              <TextLink label={text.open(pattern.name)} onPress={() => onOpen(pattern.code)}>
                {pattern.name}
              </TextLink>
            )}
          </p>
          <p className="small">{pattern.why}</p>
          <p className="small soft">{text.strength(pattern)}</p>
        </li>
      ))}
    </ul>
  )
}
