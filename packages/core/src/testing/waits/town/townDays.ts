/** Sundays, and two weeks at the end of the year. */
export const isOpen = (day: number): boolean => Math.floor(day) % 7 !== 6 && Math.floor(day) % 365 < 351

/** The same time of day on the next open day, or that day if it is open. */
export const openFrom = (day: number): number => (isOpen(day) ? day : openFrom(day + 1))

/** So many open days later. */
export const openDaysAfter = (day: number, days: number): number =>
  days <= 0 ? openFrom(day) : openDaysAfter(openFrom(day + 1), days - 1)

/** In summer everything is read longer and more is asked for. */
export const isSummer = (day: number): boolean => Math.floor(day) % 365 > 175 && Math.floor(day) % 365 < 230
