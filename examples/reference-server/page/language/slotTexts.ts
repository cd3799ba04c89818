import type { SlotKind } from "../api/model.ts"

/** What the page says of lockers, and of times at which copies are brought out. */
export interface SlotTexts {
  readonly mode: string
  readonly list: string
  readonly none: string
  readonly kind: Readonly<Record<SlotKind, string>>
  readonly anyTime: string
  readonly when: (from: string, until: string) => string
  readonly taken: (taken: number, capacity: number) => string
  readonly close: string
  readonly closeOne: (name: string) => string
  readonly closed: (name: string, taken: number) => string
  readonly notClosed: (name: string) => string
  readonly addTitle: string
  readonly kindOf: string
  readonly name: string
  readonly nameHelp: string
  readonly nameMissing: string
  readonly capacity: string
  readonly capacityWrong: string
  readonly from: string
  readonly until: string
  readonly timesHelp: string
  readonly timesWrong: string
  readonly add: string
  readonly added: (name: string) => string
  readonly notAdded: string
  readonly shelf: string
  readonly shelfHelp: string
  readonly at: (slot: string) => string
  readonly noSlot: string
  readonly give: string
  readonly giveOne: (title: string) => string
  readonly choose: string
  readonly room: (slot: string, free: number) => string
  readonly nothingFree: string
  readonly giveNow: string
  readonly given: (title: string, slot: string) => string
  readonly notGiven: (title: string) => string
  readonly release: string
  readonly releaseOne: (title: string, slot: string) => string
  readonly released: (title: string, slot: string) => string
  readonly notReleased: (title: string) => string
}
