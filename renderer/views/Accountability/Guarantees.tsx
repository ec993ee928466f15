import { Drawer } from '../../parts/Drawer.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { accountabilityText } from '../../text/accountability.ts'

const text = accountabilityText.guarantees

/** What a reader may rely on, and what not. */
export function Guarantees({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  return (
    <Drawer title={text.title} isOpen={isOpen} onClose={onClose}>
      <ul className="log-guarantees">
        {text.list.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <Notice>{text.limit}</Notice>
    </Drawer>
  )
}
