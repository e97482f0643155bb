const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

const isLeapYear = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)

/** Whether the calendar has a day of the years 1 to 9999. */
export const isPossibleDay = (year: number, month: number, day: number): boolean => {
  const days = DAYS[month - 1]
  return year > 0 && days !== undefined && day > 0 && day <= days + (month === 2 && isLeapYear(year) ? 1 : 0)
}

/** Whether a YAML 1.1 timestamp names a moment that exists. */
export const isPossibleTime = (text: string): boolean => {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = Array.from(text.matchAll(/\d+/g), Number)
  return isPossibleDay(year, month, day) && hour < 24 && minute < 60 && second < 60
}
