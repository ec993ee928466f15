import { Plus, Trash2 } from 'lucide-react'
import { useRef, useState } from 'react'
import type { CaseFile, Statement } from '#shared/contract/dossier.ts'
import { useCommand } from '../../lib/engine.ts'
import { useKeptFocus } from '../../lib/keptFocus.ts'
import { Button } from '../../parts/Button.tsx'
import { IconButton } from '../../parts/IconButton.tsx'
import { Card } from '../../parts/Card.tsx'
import { ProblemNotice } from '../../parts/ProblemNotice.tsx'
import { SourceLink } from '../../parts/SourceLink.tsx'
import { tell } from '../../parts/toasts.tsx'
import { WholeDates } from '../../parts/WholeDates.tsx'
import { casesText } from '../../text/cases.ts'
import type { OnState } from './StatementDialog.tsx'

const text = casesText.statements

/** Facts and interpretation beside each other, and clearly not the same. */
export function StatementsTab({ file, onState }: { file: CaseFile; onState: OnState }) {
  const facts = file.statements.filter(({ type }) => type === 'fact')
  const hypotheses = file.statements.filter(({ type }) => type === 'hypothesis')
  return (
    <div className="case-statements">
      <div className="case-facts">
        <Card title={text.facts} {...(onState ? { aside: <Add label={text.addFact} keys="F" onPress={() => onState({ type: 'fact', text: '', sources: [] })} /> } : {})}>
          <p className="small soft">{text.factsWhy}</p>
          <Statements file={file} statements={facts} letter="F" none={text.noFacts} />
        </Card>
        {onState && file.suggestions.length > 0 && <Suggestions file={file} />}
      </div>
      <div className="case-interpretation">
        <Card title={text.interpretation} {...(onState ? { aside: <Add label={text.addHypothesis} keys="H" onPress={() => onState({ type: 'hypothesis', text: '', sources: [] })} /> } : {})}>
          <p className="small soft">{text.interpretationWhy}</p>
          <Statements file={file} statements={hypotheses} letter="H" none={text.noHypotheses} />
        </Card>
      </div>
    </div>
  )
}

function Add({ label, keys, onPress }: { label: string; keys: string; onPress: () => void }) {
  return (
    <Button icon={Plus} keys={keys} onPress={onPress}>
      {label}
    </Button>
  )
}

function Statements({ file, statements, letter, none }: { file: CaseFile; statements: readonly Statement[]; letter: string; none: string }) {
  if (statements.length === 0) return <p className="soft">{none}</p>
  return (
    <ol className="case-stated">
      {statements.map((statement, place) => (
        <Stated key={statement.id} file={file} statement={statement} label={`${letter}${place + 1}`} />
      ))}
    </ol>
  )
}

function Stated({ file, statement, label }: { file: CaseFile; statement: Statement; label: string }) {
  const [remove, removing] = useCommand('case.removeStatement')
  const [add] = useCommand('case.addStatement')
  const { id, type, text: words, sources, by, at } = statement
  async function takeAway() {
    const reply = await remove({ id: file.id, statementId: id })
    if (reply.ok) tell(text.removed[type], async () => (await add({ id: file.id, type, text: words, sources: sources.map(({ recordId }) => recordId) })).ok)
  }
  return (
    <li className="case-statement">
      <span className="case-label">{label}</span>
      <div className="case-words">
        <p><WholeDates text={words} /></p>
        <p className="small soft case-places">
          {sources.map((source) => (
            <SourceLink key={source.recordId} source={source} />
          ))}
          <span>{text.made(by, at)}</span>
        </p>
        {removing.problem && <ProblemNotice problem={removing.problem} />}
      </div>
      {file.status !== 'closed' && <IconButton label={text.removeThis(label)} icon={Trash2} onPress={() => void takeAway()} />}
    </li>
  )
}

type Suggestion = CaseFile['suggestions'][number]

function keyOf({ text: words, source }: Suggestion): string {
  return `${source.recordId}${words}`
}

/** What the picture amounts to in sentences. Nothing becomes a fact by itself. */
function Suggestions({ file }: { file: CaseFile }) {
  const [add, adding] = useCommand('case.addStatement')
  const [taken, setTaken] = useState<{ key: string; place: number } | null>(null)
  // what comes in the place of the one that went, or else the last
  const next = useRef<HTMLButtonElement>(null)
  const nextPlace = Math.min(taken?.place ?? 0, file.suggestions.length - 1)
  useKeptFocus(next, `${taken?.key} ${file.suggestions.some((one) => keyOf(one) === taken?.key)}`)

  function takeOver(suggestion: Suggestion, place: number) {
    setTaken({ key: keyOf(suggestion), place })
    void add({ id: file.id, type: 'fact', text: suggestion.text, sources: [suggestion.source.recordId] })
  }

  return (
    <Card title={text.suggestions}>
      <p className="small soft">{text.suggestionsWhy}</p>
      {adding.problem && <ProblemNotice problem={adding.problem} />}
      <ul className="case-suggestions" aria-label={text.suggestions}>
        {file.suggestions.map((suggestion, place) => (
          <li key={keyOf(suggestion)} className="case-suggestion">
            <div>
              <p><WholeDates text={suggestion.text} /></p>
              <p className="small">
                <SourceLink source={suggestion.source} />
              </p>
            </div>
            <Button
              aria-label={text.takeThis(suggestion.text)}
              isDisabled={adding.state === 'running'}
              onPress={() => takeOver(suggestion, place)}
              {...(place === nextPlace ? { ref: next } : {})}
            >
              {text.take}
            </Button>
          </li>
        ))}
      </ul>
    </Card>
  )
}
