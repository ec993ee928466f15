import type { AttentionClass } from '#shared/model/score.ts'
import { attentionClassLabel } from '#shared/text/terms.ts'
import './ClassLegend.css'

const classes: readonly AttentionClass[] = ['higher', 'average', 'lower', 'insufficient']

/** The classes from most to least attention; a map says whose it is. */
export function ClassLegend({ attribution }: { attribution?: string }) {
  return (
    <div className="class-legend">
      <ul>
        {classes.map((name) => (
          <li key={name}>
            <i className={`class-swatch class-swatch-${name}`} aria-hidden />
            {attentionClassLabel[name]}
          </li>
        ))}
      </ul>
      {attribution !== undefined && <span>{attribution}</span>}
    </div>
  )
}
