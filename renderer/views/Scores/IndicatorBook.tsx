import type { Indicator, IndicatorBook as Book } from '#shared/model/indicator.ts'
import type { Phenomenon, ScoreSubject } from '#shared/model/score.ts'
import { phenomenonLabel, scoreSubjectLabel } from '#shared/text/terms.ts'
import { useAnswer } from '../../lib/engine.ts'
import { useSession } from '../../lib/session.tsx'
import { Answered } from '../../parts/Answered.tsx'
import { Drawer } from '../../parts/Drawer.tsx'
import { PropertyList } from '../../parts/PropertyList.tsx'
import { TextLink } from '../../parts/TextLink.tsx'
import { scoresText } from '../../text/scores.ts'

const text = scoresText.book

export interface IndicatorBookProps {
  phenomenon: Phenomenon
  subject: ScoreSubject
  isOpen: boolean
  onClose: () => void
}

/** What counts for a phenomenon and why, what was left out, and what may never count. */
export function IndicatorBook({ phenomenon, subject, isOpen, onClose }: IndicatorBookProps) {
  const answer = useAnswer('score.indicators', {}, { enabled: isOpen })
  const set = answer.value?.set
  return (
    <Drawer
      title={text.title(phenomenonLabel[phenomenon], scoreSubjectLabel[subject])}
      subtitle={set && text.subtitle(set.version, set.since, set.owner)}
      isOpen={isOpen}
      onClose={onClose}
    >
      <Answered answer={answer}>{(book) => <BookPages book={book} phenomenon={phenomenon} subject={subject} />}</Answered>
    </Drawer>
  )
}

function BookPages({ book, phenomenon, subject }: { book: Book; phenomenon: Phenomenon; subject: ScoreSubject }) {
  const { go } = useSession()
  const own = book.indicators.filter((one) => one.subject === subject && one.phenomena.includes(phenomenon)).toSorted((a, b) => b.weight - a.weight)
  const risky = book.riskBranches.entries.filter((entry) => entry.phenomena.includes(phenomenon))
  return (
    <div className="score-book">
      <p>
        {book.set.motive} <TextLink onPress={() => go({ screen: 'handbook', subject: '' })}>{text.handbook}</TextLink>
      </p>
      {own.map((indicator) => (
        <IndicatorPage key={indicator.id} indicator={indicator} />
      ))}
      {risky.length > 0 && (
        <section>
          <h3>{text.riskBranches}</h3>
          <p className="small soft">{book.riskBranches.motive}</p>
          <PropertyList
            properties={risky.map((entry) => ({
              label: entry.label,
              value: [entry.motive, ...Object.entries(entry.codes).map(([version, codes]) => text.riskBranchCodes(version, codes)), entry.source].join(' · '),
            }))}
          />
        </section>
      )}
      <section>
        <h3>{text.leftOut}</h3>
        <PropertyList properties={book.set.leftOut.map(({ catalogue, label, reason }) => ({ label: `${catalogue} ${label}`, value: reason }))} />
      </section>
      <section>
        <h3>{text.blocked}</h3>
        <PropertyList properties={book.blocklist.entries.map(({ attribute, ground }) => ({ label: attribute, value: ground }))} />
      </section>
    </div>
  )
}

function IndicatorPage({ indicator }: { indicator: Indicator }) {
  return (
    <section>
      <h3>
        {indicator.catalogue} {indicator.label} <span className="soft">({indicator.role === 'context' ? text.context : text.weight(indicator.weight)})</span>
      </h3>
      <PropertyList
        properties={[
          { label: text.numerator, value: indicator.numerator },
          { label: text.denominator, value: indicator.denominator },
          { label: text.motive, value: indicator.motive },
          { label: text.pitfalls, value: indicator.pitfalls },
          { label: text.source, value: indicator.source },
        ]}
      />
    </section>
  )
}
