/** What the page says of items that are booked for days ahead. */
export interface BookingTexts {
  readonly mode: string
  readonly help: string
  readonly booked: string
  readonly none: string
  readonly days: (first: string, last: string) => string
  readonly keptFree: (first: string, last: string) => string
  readonly change: string
  readonly changeOne: (days: string) => string
  readonly changed: (days: string) => string
  readonly notChanged: string
  readonly save: string
  readonly cancel: string
  readonly cancelOne: (days: string) => string
  readonly cancelReason: string
  readonly cancelSend: string
  readonly cancelled: (days: string) => string
  readonly notCancelled: string
  readonly book: string
  readonly card: string
  readonly cardMissing: string
  readonly first: string
  readonly last: string
  readonly dayMissing: string
  readonly lastBeforeFirst: string
  readonly pickupBranch: string
  readonly bookedFor: (days: string) => string
  readonly notBooked: string
  readonly ofReader: string
}
