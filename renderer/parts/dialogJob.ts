import { useEffect } from 'react'
import type { InputOf } from '#shared/contract/index.ts'
import { describeProblem } from '#shared/text/problems.ts'
import { useJob, type Job } from '../lib/engine.ts'
import { clearJob, jobProblems, type JobName } from '../lib/jobStore.ts'
import { frameText, jobLabel } from '../text/frame.ts'
import { tellProblem } from './toasts.tsx'

/** Jobs whose dialog is open, and shows itself how they go. */
const watched = new Set<JobName>()

/**
 * A job that is started and followed in a dialog. What went wrong once that was closed is told at once, and the next dialog does not begin with it.
 * @param isOpen for a dialog that stands in the tree while it is closed
 */
export function useDialogJob<N extends JobName>(name: N, isOpen = true): Job<N> {
  const job = useJob(name)
  useEffect(() => {
    if (!isOpen) return
    watched.add(name)
    return () => void watched.delete(name)
  }, [name, isOpen])
  const run = async (input: InputOf<N>) => {
    const reply = await job.run(input)
    // a vault that was locked meanwhile has left nothing to tell
    const problem = jobProblems.get()[name]
    if (problem !== undefined && !watched.has(name)) {
      clearJob(name)
      const { what, remedy } = describeProblem(problem)
      tellProblem(frameText.jobProblem(jobLabel[name], what, remedy))
    }
    return reply
  }
  return { ...job, run }
}
