import type { Observation } from './statistics/shrinkage.ts'

const observations = (counts: readonly number[], exposures: readonly number[]): Observation[] => counts.map((count, i) => ({ count, exposure: exposures[i] ?? 1 }))

/** Six areas of the method page. */
export const SIX = observations([2, 0, 10, 1, 30, 4], [100, 50, 1000, 20, 1500, 800])

/** Eight regions of PySAL, that differ no more than chance. */
export const EIGHT = observations([30, 25, 25, 15, 33, 21, 30, 20], [100, 100, 110, 90, 100, 90, 110, 90])

/** Six points, neighbours within 15. */
export const POINTS = { values: [2, 3, 3.2, 5, 8, 7], lists: [[1, 3], [0, 3, 4], [4], [0, 1, 4], [1, 2, 3, 5], [4]] }

/** The fifteen p-values of Benjamini and Hochberg. */
export const P_VALUES = [0.001, 0.008, 0.039, 0.041, 0.042, 0.06, 0.074, 0.205, 0.212, 0.216, 0.222, 0.251, 0.269, 0.275, 0.34]

/** Scottish lip cancer, 56 districts (Clayton & Kaldor 1987), expected counts with two decimals. */
export const LIP_CANCER = observations(
  [
    9, 39, 11, 9, 15, 8, 26, 7, 6, 20, 13, 5, 3, 8, 17, 9, 2, 7, 9, 7, 16, 31, 11, 7, 19, 15, 7, 10, 16, 11, 5, 3, 7, 8, 11, 9, 11, 8, 6, 4, 10, 8, 2, 6,
    19, 3, 2, 3, 28, 6, 1, 1, 1, 1, 0, 0,
  ],
  [
    1.38, 8.66, 3.04, 2.53, 4.26, 2.4, 8.11, 2.3, 1.98, 6.63, 4.4, 1.79, 1.08, 3.31, 7.84, 4.55, 1.07, 4.18, 5.53, 4.44, 10.46, 22.67, 8.77, 5.62, 15.47,
    12.49, 6.04, 8.96, 14.37, 10.2, 4.75, 2.88, 7.03, 8.53, 12.32, 10.1, 12.68, 9.35, 7.2, 5.27, 18.76, 15.78, 4.32, 14.63, 50.72, 8.2, 5.59, 9.34, 88.66,
    19.62, 3.44, 3.62, 5.74, 7.03, 4.16, 1.76,
  ],
)
