import { shortcutGroups } from '../lib/shortcuts.ts'
import { useStore } from '../lib/store.ts'
import { Dialog } from '../parts/Dialog.tsx'
import { KeyHint } from '../parts/KeyHint.tsx'
import { frameText } from '../text/frame.ts'

/** Every key that works now: those of the screen first. */
export function KeyboardHelp({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const groups = useStore(shortcutGroups)
  const everything = [...groups.toReversed(), { title: frameText.keys.tables, shortcuts: frameText.keys.tableKeys }]
  return (
    <Dialog title={frameText.keys.title} isOpen={isOpen} onClose={onClose}>
      <div className="keys">
        {everything.map((group) => (
          <section key={group.title}>
            <h3>{group.title}</h3>
            <dl>
              {group.shortcuts.map(({ keys, label }) => (
                <div key={keys} className="keys-row">
                  <dt>{label}</dt>
                  <dd>
                    <KeyHint keys={keys} />
                    <span className="unseen">{keys}</span>
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  )
}
