import { KindMark } from '../../parts/KindMark.tsx'
import { Button } from '../../parts/Button.tsx'
import { networkText } from '../../text/network.ts'
import type { Drawing, FoundPath } from './drawing.ts'
import { act, select } from './networkStore.ts'
import type { NetworkCalls } from './useNetworkCalls.ts'

const text = networkText.path

/** The marked path from end to end; each node between can be ruled out, which looks for another way. Other paths stand below. */
export function PathCard({ drawing, path, calls }: { drawing: Drawing; path: FoundPath; calls: NetworkCalls }) {
  const [from, to] = [path.keys[0], path.keys.at(-1)]
  const { exclude } = path.question
  const at = path.all.findIndex((one) => one.join(' ') === path.keys.join(' '))
  const facts = [
    text.steps(path.keys.length - 1),
    ...(path.all.length > 1 ? [text.which(at + 1, path.all.length)] : []),
    ...(exclude.length > 0 ? [text.excluded(exclude.length)] : []),
  ]
  return (
    <section className="panel-part panel-path" aria-label={text.title}>
      <header className="panel-head">
        <h2>{text.title}</h2>
        <p className="soft">{facts.join(' · ')}</p>
      </header>
      <ol className="panel-names">
        {path.keys.map((key) => {
          const node = drawing.nodes.get(key)
          if (!node) return null
          return (
            <li key={key} className="path-step">
              <button type="button" className="network-name panel-name" onClick={() => select(new Set([key]))}>
                <KindMark kind={node.kind} />
                <span className="ellipsis">{node.label}</span>
              </button>
              {key !== from && key !== to && from !== undefined && to !== undefined && (
                <Button variant="quiet" aria-label={text.without(node.label)} onPress={() => void calls.findPath(from, to, { ...path.question, exclude: [...exclude, key] })}>
                  {text.withoutShort}
                </Button>
              )}
            </li>
          )
        })}
      </ol>
      {path.all.length > 1 && (
        <>
          <h3>{text.others}</h3>
          <ol className="panel-names">
            {path.all.map((keys, index) => (
              <li key={keys.join(' ')}>
                <button type="button" className="panel-name ellipsis" aria-current={index === at ? 'true' : undefined} onClick={() => act({ type: 'markPath', keys })}>
                  {text.show(keys.length - 1, keys.slice(1, -1).map((key) => drawing.nodes.get(key)?.label ?? '').join(', '))}
                </button>
              </li>
            ))}
          </ol>
        </>
      )}
      <Button variant="quiet" onPress={() => act({ type: 'unmark' })}>
        {text.unmark}
      </Button>
    </section>
  )
}
