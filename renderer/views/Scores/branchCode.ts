/** The version of the SBI in a branch code: `2008` of `2008:56`, `''` where none was delivered (`:56`); null for the code of an area. */
export function versionOf(code: string): string | null {
  const [version, digits] = code.split(':')
  return digits === undefined ? null : (version ?? '')
}

/** The digits as people know them: `56`, `56.1`. */
export function sbiDigits(code: string): string {
  const digits = code.slice(code.indexOf(':') + 1)
  return digits.length > 2 ? `${digits.slice(0, 2)}.${digits.slice(2)}` : digits
}
