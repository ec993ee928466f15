import { useAnswer } from '../../lib/engine.ts'
import { Notice } from '../../parts/Notice.tsx'
import { scoresText } from '../../text/scores.ts'

const text = scoresText.ownArea

/** Which buurten an area of one's own consists of, and what of its list could not be found. */
export function AreaParts({ code }: { code: string }) {
  const { value } = useAnswer('area.parts', { code })
  if (!value) return null
  return (
    <>
      <p className="small soft">{text.parts(value.buurten)}</p>
      {value.unknown.length > 0 && <Notice>{text.unknown(value.unknown)}</Notice>}
    </>
  )
}
