import { Network } from 'lucide-react'
import type { ReactNode } from 'react'
import type { EntityKey, EntityKind } from '#shared/model/entity.ts'
import type { Answer } from '../../lib/engine.ts'
import { useSession } from '../../lib/session.tsx'
import { Answered } from '../../parts/Answered.tsx'
import { Button } from '../../parts/Button.tsx'
import { KindMark } from '../../parts/KindMark.tsx'
import { PageHeader } from '../../parts/PageHeader.tsx'
import { screens } from '../../screens.ts'
import { screenLabel } from '../../text/frame.ts'
import { sheetText } from '../../text/sheets.ts'
import './Sheets.css'

interface SheetProps<T> {
  answer: Answer<T>
  kind: EntityKind
  entity: EntityKey
  titleOf: (value: T) => { title: string; subtitle: string }
  children: (value: T) => ReactNode
}

/** The frame of every sheet: what it is about, and the way to its network. */
export function Sheet<T>({ answer, kind, entity, titleOf, children }: SheetProps<T>) {
  const { openInNetwork, may } = useSession()
  const titles = answer.value === undefined ? { title: screenLabel[kind], subtitle: '' } : titleOf(answer.value)
  const hasNetwork = screens.network !== undefined && may(screens.network.needs)
  return (
    <div className="page page-scroll">
      <PageHeader title={titles.title} facts={screenLabel[kind]}>
        <span className="sheet-subtitle">
          <KindMark kind={kind} />
          {titles.subtitle}
        </span>
        {hasNetwork && (
          <Button icon={Network} onPress={() => openInNetwork([entity])}>
            {sheetText.inNetwork}
          </Button>
        )}
      </PageHeader>
      <Answered answer={answer}>{children}</Answered>
    </div>
  )
}
