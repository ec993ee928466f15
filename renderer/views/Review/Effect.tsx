import type { MergeEffect, Neighbour } from '#shared/contract/review.ts'
import { Card } from '../../parts/Card.tsx'
import { EntityLink } from '../../parts/EntityLink.tsx'
import { KindMark } from '../../parts/KindMark.tsx'
import { PlainHead } from '../../parts/PlainHead.tsx'
import { reviewText } from '../../text/review.ts'

const text = reviewText.effect

/** What comes together in the network before it is accepted. */
export function Effect({ effect }: { effect: MergeEffect }) {
  const { neighbours, neighbourCount, departments, cases, areas, branches } = effect
  const hasCounts = areas.length > 0 || branches.length > 0
  return (
    <Card title={text.title} aside={text.links(effect.leftLinks, effect.rightLinks)}>
      <div className="review-meeting">
        <Neighbours title={text.left} neighbours={neighbours.filter(({ side }) => side === 'left')} />
        <Neighbours title={text.both} neighbours={neighbours.filter(({ side }) => side === 'both')} />
        <Neighbours title={text.right} neighbours={neighbours.filter(({ side }) => side === 'right')} />
      </div>
      {neighbourCount > neighbours.length && <p className="small soft">{text.moreNeighbours(neighbourCount - neighbours.length)}</p>}
      <div className="review-effects">
        <section>
          <h3>{text.departments}</h3>
          {departments.length === 0 ? <p className="soft">{text.noDepartments}</p> : <Departments departments={departments} />}
        </section>
        <section>
          <h3>{text.cases}</h3>
          {cases.length === 0 ? <p className="soft">{text.noCases}</p> : <p>{cases.map(({ number, side }) => `${number} (${text[side].toLowerCase()})`).join(', ')}</p>}
        </section>
        <section>
          <h3>{text.scores}</h3>
          <p className={hasCounts ? '' : 'soft'}>{hasCounts ? text.scoresWhy(areas, branches) : text.noScores}</p>
        </section>
      </div>
    </Card>
  )
}

function Neighbours({ title, neighbours }: { title: string; neighbours: readonly Neighbour[] }) {
  return (
    <section>
      <h3>
        {title} <span className="faint">{neighbours.length}</span>
      </h3>
      {neighbours.length === 0 && <p className="soft">{text.nothing}</p>}
      <ul>
        {neighbours.map((one) => (
          <li key={one.key} className="review-neighbour">
            <KindMark kind={one.kind} />
            <span>
              <span className="soft">{one.words} </span>
              <EntityLink entity={one.key} label={one.label} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Departments({ departments }: { departments: MergeEffect['departments'] }) {
  return (
    <table className="plain-table" aria-description={text.departmentsWhy}>
      <PlainHead headings={[text.department, reviewText.pair.left, reviewText.pair.right]} />
      <tbody>
        {departments.map(({ department, left, right }) => (
          <tr key={department}>
            <th scope="row">{department}</th>
            <td className={left === 0 ? 'soft' : ''}>{text.places(left)}</td>
            <td className={right === 0 ? 'soft' : ''}>{text.places(right)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
