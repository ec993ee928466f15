import type { AttentionClass } from '#shared/model/score.ts'
import { attentionClassLabel } from '#shared/text/terms.ts'
import { scoresText } from '../../text/scores.ts'
import './ClassLegend.css'

const classes: readonly AttentionClass[] = ['higher', 'average', 'lower', 'insufficient']

/** The classes from most to least attention, and how uncertainty is drawn; a map says whose it is. */
export function ClassLegend({ hasUnsure = false, attribution }: { hasUnsure?: boolean; attribution?: string }) {
  return (
    <div className="class-legend">
      <ul>
        {classes.map((name) => (
          <li key={name}>
            <i className={`class-swatch class-swatch-${name}`} aria-hidden />
            {attentionClassLabel[name]}
          </li>
        ))}
        {hasUnsure && (
          <li title={scoresText.unsureWhy}>
            <i className="class-swatch class-swatch-unsure" aria-hidden />
            {scoresText.unsure}
          </li>
        )}
      </ul>
      {attribution !== undefined && <span>{attribution}</span>}
    </div>
  )
}
