import type { ReactNode } from 'react'
import { describeProblem } from '#shared/text/problems.ts'
import type { Problem, ProblemCode } from '#shared/contract/problem.ts'
import { lacksPurpose } from '../lib/call.ts'
import { partsText } from '../text/parts.ts'
import { Button } from './Button.tsx'
import './notices.css'

export interface ProblemNoticeProps {
  problem: Problem
  onRetry?: () => void
  /** in place of “Opnieuw proberen” */
  action?: ReactNode
}

const calm: ReadonlySet<ProblemCode> = new Set<ProblemCode>(['cancelled', 'vault-idle'])

/** What is wrong and what to do. A cancelled call, or a vault that locked by itself, is nothing wrong and is told in plain ink. */
export function ProblemNotice({ problem, onRetry, action }: ProblemNoticeProps) {
  const { what, remedy } = describeProblem(problem)
  return (
    <div className={calm.has(problem.code) ? 'notice' : 'notice notice-problem'} role="alert">
      <p className="notice-what">{what}</p>
      <p>{remedy}</p>
      {problem.id !== undefined && <p className="small">{partsText.problemNumber(problem.id)}</p>}
      {action !== undefined && <div className="notice-action">{action}</div>}
      {action === undefined && onRetry && (
        <div className="notice-action">
          <Button onPress={onRetry}>{lacksPurpose(problem) ? partsText.choosePurpose : partsText.retry}</Button>
        </div>
      )}
    </div>
  )
}
