/** What the page says of the lists of a branch. */
export interface ListTexts {
  readonly mode: string
  readonly again: string
  readonly print: string
  readonly pull: string
  readonly pullHelp: string
  readonly nothingToPull: string
  readonly pickupAt: (branch: string) => string
  readonly fetched: string
  readonly fetchedOne: (title: string) => string
  readonly setAside: (title: string, branch: string) => string
  readonly nobodyWaits: (title: string) => string
  readonly noneMayHave: (title: string) => string
  readonly notSetAside: (title: string) => string
  readonly shelf: string
  readonly nothingOnShelf: string
  readonly until: (when: string) => string
  readonly overdue: string
  readonly incoming: string
  readonly nothingIncoming: string
  readonly outgoing: string
  readonly nothingOutgoing: string
  readonly from: (branch: string) => string
  readonly to: (branch: string) => string
  readonly planned: string
  readonly sent: (day: string) => string
  readonly arrived: string
  readonly arrivedOne: (title: string) => string
  readonly tookIn: (title: string) => string
  readonly notTakenIn: (title: string) => string
  readonly reason: Readonly<Record<string, string>>
  readonly first: (shown: number) => string
}
