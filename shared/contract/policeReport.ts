import { z } from 'zod'
import { PoliceAdminReport, ReportQuestion } from '../model/policeReport.ts'
import { command } from './procedure.ts'

/** A report as it was saved last, with the questions it leaves open. */
export const SavedReport = z.object({ report: PoliceAdminReport, addressLabel: z.string(), open: z.array(ReportQuestion), changedAt: z.string(), changedBy: z.string() })
export type SavedReport = z.infer<typeof SavedReport>

export const policeReport = {
  /** Under art. 13b Opiumwet nothing is advised before it is known whether minors are there. */
  'case.saveReport': command(z.object({ id: z.number().int(), report: PoliceAdminReport }), z.null(), {
    roles: ['director', 'analyst'],
    purpose: true,
    compartment: 'case',
    logs: ({ id, report }) => ({ action: 'case-change', object: `casus ${id} bestuurlijke rapportage ${report.address}` }),
    writes: ['cases'],
  }),
}
