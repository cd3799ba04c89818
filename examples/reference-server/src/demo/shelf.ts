import type { DemoItem } from "./data.ts"

export type PlannedItem = Pick<DemoItem, "barcode" | "titleId" | "branch" | "itemType" | "collection">

/** Days are counted from 1970-01-01. */
export interface PlannedLoan {
  readonly item: PlannedItem
  readonly card: string
  readonly dueDay: number
  /** When the reader means to bring it back, which need not be in time. */
  readonly backDay: number
  readonly renewed: boolean
}

interface KeptItem {
  readonly item: PlannedItem
  readonly card: string
  /** When the reader comes for it. */
  readonly pickUpDay: number
}

/** What the plan itself has out, set aside and queued, so that it never asks for what it made impossible. */
export interface Shelf {
  readonly available: (branch: string) => ReadonlyArray<PlannedItem>
  readonly loansOf: (card: string) => ReadonlyArray<PlannedLoan>
  readonly keptFor: (card: string) => ReadonlyArray<KeptItem>
  readonly isAwaited: (titleId: string) => boolean
  /** One copy each of the titles of which none is on the shelf, all are of one branch, and few wait. */
  readonly reservable: () => ReadonlyArray<PlannedItem>
  /** The titles that this reader waits for or has set aside. */
  readonly reservedBy: (card: string) => ReadonlySet<string>
  /** Also replaces the loan by its renewed self. */
  readonly lend: (loan: PlannedLoan) => void
  /** Sets the copy aside for the first who waits, if anybody does. */
  readonly takeBack: (item: PlannedItem, pickUpDay: number) => void
  readonly reserve: (titleId: string, card: string) => void
}

const waitingMax = 3

export const shelfOf = (items: ReadonlyArray<PlannedItem>): Shelf => {
  const byBranch = groupedBy(items, ({ branch }) => branch)
  const byTitle = groupedBy(items, ({ titleId }) => titleId)
  const loans = new Map<string, PlannedLoan>()
  const kept = new Map<string, KeptItem>()
  const queues = new Map<string, ReadonlyArray<string>>()
  const queue = (titleId: string): ReadonlyArray<string> => queues.get(titleId) ?? []
  const isIn = ({ barcode }: PlannedItem): boolean => !loans.has(barcode) && !kept.has(barcode)
  const reservable = ({ item }: PlannedLoan): boolean => {
    const copies = byTitle.get(item.titleId) ?? []
    const allOut = copies.every((copy) => copy.branch === item.branch && !isIn(copy))
    return allOut && queue(item.titleId).length < waitingMax
  }
  return {
    available: (branch) => (byBranch.get(branch) ?? []).filter(isIn),
    loansOf: (card) => [...loans.values()].filter((loan) => loan.card === card),
    keptFor: (card) => [...kept.values()].filter((keeping) => keeping.card === card),
    isAwaited: (titleId) => queue(titleId).length > 0,
    reservable: () => [
      ...new Map([...loans.values()].filter(reservable).map(({ item }) => [item.titleId, item])).values()
    ],
    reservedBy: (card) =>
      new Set([
        ...[...queues].filter(([, cards]) => cards.includes(card)).map(([titleId]) => titleId),
        ...[...kept.values()].filter((keeping) => keeping.card === card).map(({ item }) => item.titleId)
      ]),
    lend: (loan) => {
      kept.delete(loan.item.barcode)
      loans.set(loan.item.barcode, loan)
    },
    takeBack: (item, pickUpDay) => {
      loans.delete(item.barcode)
      const [first, ...others] = queue(item.titleId)
      if (first === undefined) return
      queues.set(item.titleId, others)
      kept.set(item.barcode, { item, card: first, pickUpDay })
    },
    reserve: (titleId, card) => {
      queues.set(titleId, [...queue(titleId), card])
    }
  }
}

const groupedBy = <A>(list: ReadonlyArray<A>, key: (element: A) => string): ReadonlyMap<string, ReadonlyArray<A>> => {
  const groups = new Map<string, Array<A>>()
  for (const element of list) {
    const group = groups.get(key(element))
    if (group === undefined) groups.set(key(element), [element])
    else group.push(element)
  }
  return groups
}
