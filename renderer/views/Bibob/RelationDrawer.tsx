import type { BibobPath, BibobRelation } from '#shared/contract/dossier.ts'
import { formatPeriod } from '#shared/text/format.ts'
import { shareText } from '#shared/text/share.ts'
import { bibobRoleLabel, linkStrengthLabel } from '#shared/text/terms.ts'
import { DepartmentHits } from '../../parts/DepartmentHits.tsx'
import { Drawer } from '../../parts/Drawer.tsx'
import { EntityLink } from '../../parts/EntityLink.tsx'
import { Pill } from '../../parts/Pill.tsx'
import { SourceLink } from '../../parts/SourceLink.tsx'
import { bibobText } from '../../text/bibob.ts'

const text = bibobText.drawer

/** Each way from the applicant to a relation, step by step with its source row, and what the index says of its addresses. */
export function RelationDrawer({ relation, onClose }: { relation: BibobRelation | null; onClose: () => void }) {
  return (
    <Drawer title={relation?.label ?? ''} subtitle={relation?.detail} isOpen={relation !== null} onClose={onClose}>
      {relation && (
        <div className="dialog-stack">
          <p className="bibob-roles">
            {relation.roles.map((role) => (
              <Pill key={role}>{bibobRoleLabel[role]}</Pill>
            ))}
            {relation.isFormer && <Pill>{bibobText.former}</Pill>}
            {relation.share && <span className="soft">{`${text.total} ${shareText(relation.share)}`}</span>}
            {relation.key !== null && <EntityLink entity={relation.key} label={text.open} />}
          </p>
          {relation.paths.map((path, place) => (
            <Way key={place} path={path} title={text.way(place + 1, relation.paths.length)} />
          ))}
          {relation.key !== null && <DepartmentHits departments={relation.departments} />}
        </div>
      )}
    </Drawer>
  )
}

function Way({ path, title }: { path: BibobPath; title: string }) {
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      <ol className="bibob-way">
        {path.steps.map((step, place) => (
          <li key={place}>
            <p>
              <strong>{step.label}</strong> {step.relation}
            </p>
            <p className="small soft">
              {step.start !== null && step.end === null ? text.since(step.start) : formatPeriod(step.start, step.end)} · {linkStrengthLabel[step.strength]}
            </p>
            <p className="small">
              <SourceLink source={step.source} />
            </p>
          </li>
        ))}
      </ol>
      {path.share && <p className="small soft">{text.share(shareText(path.share))}</p>}
    </section>
  )
}
