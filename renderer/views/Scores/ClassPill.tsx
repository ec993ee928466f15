import type { AttentionClass } from '#shared/model/score.ts'
import { attentionClassLabel } from '#shared/text/terms.ts'
import { Pill, type PillTone } from '../../parts/Pill.tsx'

const tones: Record<AttentionClass, PillTone> = { lower: 'neutral', average: 'soft', higher: 'strong', insufficient: 'hatched' }

/** The class in a word; the tone only repeats it. */
export function ClassPill({ of, chance }: { of: AttentionClass; chance?: string }) {
  return <Pill tone={tones[of]}>{chance === undefined ? attentionClassLabel[of] : `${attentionClassLabel[of]} · ${chance}`}</Pill>
}
