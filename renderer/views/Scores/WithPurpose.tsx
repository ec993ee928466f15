import { Eye } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { useSession } from '../../lib/session.tsx'
import { Button } from '../../parts/Button.tsx'
import { scoreInsightText } from '../../text/scoreInsight.ts'

const text = scoreInsightText.purpose

/** What shows counts as they are: nothing is asked, and nothing logged, before somebody has a purpose or says to go on. */
export function WithPurpose({ children }: { children: ReactNode }) {
  const { status } = useSession()
  const [isWanted, setWanted] = useState(false)
  if (isWanted || status.value?.purpose?.compartments.includes('index') === true) return children
  return (
    <div className="score-ask">
      <p className="soft">{text.why}</p>
      <Button icon={Eye} onPress={() => setWanted(true)}>
        {text.show}
      </Button>
    </div>
  )
}
