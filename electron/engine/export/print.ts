import type { CaseExport } from '#shared/contract/dossier.ts'
import { describeProblem } from '#shared/text/problems.ts'
import type { CallContext } from '../context.ts'
import { ProblemError } from '../problem.ts'

/**
 * The PDF of a page, or why there is none; a machine that cannot print still gets everything else.
 * @param instead a sentence on what to print in its place
 */
export async function printed(context: CallContext, html: string, instead: string): Promise<{ pdf: Uint8Array } | { skipped: CaseExport['skipped'][number] }> {
  try {
    return { pdf: await context.print(html) }
  } catch (error) {
    if (error instanceof ProblemError && error.problem.code === 'print-unavailable') {
      return { skipped: { format: 'pdf', reason: `${describeProblem(error.problem).what} ${instead}` } }
    }
    throw error
  }
}
