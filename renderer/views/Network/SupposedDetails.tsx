import { Button } from '../../parts/Button.tsx'
import { groupText } from '../../text/networkGroups.ts'
import type { Drawing, Hypothesis } from './drawing.ts'
import { act } from './networkStore.ts'

const text = groupText.hypothesis

/** A supposed connection: between whom, what is supposed, and that it is no fact. */
export function SupposedDetails({ supposed, drawing }: { supposed: Hypothesis; drawing: Drawing }) {
  const labelOf = (key: string) => drawing.nodes.get(key)?.label ?? ''
  return (
    <section className="panel-part">
      <header className="panel-head">
        <h2>{text.title}</h2>
        <p className="soft">{text.between(labelOf(supposed.from), labelOf(supposed.to))}</p>
      </header>
      <p>{text.words(supposed.text)}</p>
      <p className="small soft">{text.why}</p>
      <Button onPress={() => act({ type: 'unsuppose', id: supposed.id })}>{text.remove}</Button>
    </section>
  )
}
