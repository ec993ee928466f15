import fc from 'fast-check'

/** `PROPERTY_SEED=7 PROPERTY_RUNS=10000 vitest run …` looks further than the suite does. */
fc.configureGlobal({ seed: Number(process.env['PROPERTY_SEED'] ?? 20_260_101), numRuns: Number(process.env['PROPERTY_RUNS'] ?? 200) })
