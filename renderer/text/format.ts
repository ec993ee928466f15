/** The formats stand in shared, because documents and command line write them too. */
export {
  formatBytes,
  formatCount,
  formatDate,
  formatDay,
  formatMoment,
  formatMomentExact,
  formatNumber,
  formatPercent,
  formatPeriod,
  formatSigned,
} from '#shared/text/format.ts'
