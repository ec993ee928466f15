/** The day `months` before a day, as ISO text; 31 March minus one month is the last of February. */
export function monthsBefore(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const target = year * 12 + (month - 1) - months
  const [newYear, newMonth] = [Math.floor(target / 12), (target % 12) + 1]
  return iso(newYear, newMonth, Math.min(date, daysIn(newYear, newMonth)))
}

/** The last day an incomplete date can mean: `2024-02` is 2024-02-29, `2024` is 2024-12-31. */
export function lastDayOf(date: string): string {
  const [year = 0, month, day] = date.split('-').map(Number)
  if (month === undefined) return iso(year, 12, 31)
  return iso(year, month, day ?? daysIn(year, month))
}

function daysIn(year: number, month: number): number {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  if (month === 2) return isLeap ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

function iso(year: number, month: number, day: number): string {
  return [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-')
}
