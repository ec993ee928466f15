import type { Reader } from './database.ts'

/** The concordance as it was delivered: which code of SBI 2008 went into which of SBI 2025. Empty where none was. */
export function sbiPairs(reader: Reader): { '2008': string; '2025': string }[] {
  return reader.all(`SELECT former_sbi AS "2008", sbi AS "2025" FROM sbi_code WHERE former_sbi <> '' AND sbi_version <> '2008' ORDER BY sbi, former_sbi`)
}
