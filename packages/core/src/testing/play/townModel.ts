import { type Actor, hasPermission } from "../../decision/actor.ts"
import { liftedBy } from "../../decision/overrides.ts"
import type { RefusalCode } from "../../decision/refusal.ts"
import { type TownItem, type TownReader, townItems, townReaders } from "../arbitraries/deskAct.ts"

/** What the town should be like, kept with plain lists: a second opinion on the rules, written without looking at theirs. */
export interface TownModel {
  loanCountMax: number
  /** Reservations placed so far. */
  placed: number
  readonly items: Readonly<Record<TownItem, ModelItem>>
  readonly readers: Readonly<Record<TownReader, ModelReader>>
  /** Who waits, in order. */
  waiting: ReadonlyArray<ModelReservation>
  /** Who has a copy on the shelf. */
  shelf: ReadonlyArray<ModelReservation & { readonly shelfUntil: number }>
}

export interface ModelItem {
  readonly title: 0 | 1
  readonly isFilm: boolean
  loan: ModelLoan | null
  /** The reservation that it is set aside for. */
  keptFor: string | null
}

export interface ModelLoan {
  readonly loanId: string
  readonly reader: TownReader
  readonly isAdult: boolean
  dueAt: number
  renewals: number
}

export interface ModelReader {
  readonly expiresAt: number
  /** What is owed of each charge. */
  charges: ReadonlyArray<{ readonly chargeId: string; readonly owed: number }>
}

export interface ModelReservation {
  readonly reservationId: string
  readonly reader: TownReader
  readonly title: 0 | 1
  readonly item: TownItem | null
  /** Reservations placed before it: a place in the queue that it keeps. */
  readonly nth: number
}

export const newTownModel = (expiresAt: Readonly<Record<TownReader, number | null>>): TownModel => {
  const item = (title: 0 | 1): ModelItem => ({ title, isFilm: title === 1, loan: null, keptFor: null })
  const reader = (name: TownReader): ModelReader => ({
    expiresAt: expiresAt[name] ?? Number.POSITIVE_INFINITY,
    charges: []
  })
  return {
    loanCountMax: 3,
    placed: 0,
    items: { i1: item(0), i2: item(0), f1: item(1) },
    readers: { ada: reader("ada"), ben: reader("ben") },
    waiting: [],
    shelf: []
  }
}

const debtMax = 30
export const owedBy = ({ readers }: TownModel, reader: TownReader): number =>
  readers[reader].charges.reduce((sum, { owed }) => sum + owed, 0)

export const loansOf = ({ items }: TownModel, reader: TownReader): ReadonlyArray<TownItem> =>
  townItems.filter((item) => items[item].loan?.reader === reader)

export const reservationsOf = ({ waiting, shelf }: TownModel, reader: TownReader): ReadonlyArray<ModelReservation> =>
  [...waiting, ...shelf].filter((one) => one.reader === reader)

/** What stands in the way of anything a reader asks for. */
export const standing = (model: TownModel, reader: TownReader, at: number): ReadonlyArray<RefusalCode> => [
  ...(model.readers[reader].expiresAt <= at ? (["ReaderExpired"] as const) : []),
  ...(owedBy(model, reader) > debtMax ? (["DebtOverLimit"] as const) : [])
]

/** Who gets a copy that is free at `at`, and who is passed over before. */
export const nextFor = (
  model: TownModel,
  item: TownItem,
  at: number
): { readonly gets: ModelReservation | null; readonly skipped: ReadonlyArray<string> } => {
  const skipped: Array<string> = []
  for (const one of model.waiting) {
    if (one.title !== model.items[item].title || (one.item !== null && one.item !== item)) continue
    if (standing(model, one.reader, at).length === 0) return { gets: one, skipped }
    skipped.push(one.reservationId)
  }
  return { gets: null, skipped }
}

/** The refusals that are left once those are lifted that this actor may lift, if asked to. */
export const notLifted = (
  codes: ReadonlyArray<RefusalCode>,
  actor: Actor,
  override: boolean
): ReadonlyArray<RefusalCode> =>
  codes.filter((code) => {
    const permission = liftedBy(code)
    return !override || permission === null || !hasPermission(actor, permission)
  })

/** The model as data that a view of the tables can be compared with. */
export const modelView = (model: TownModel): TownView => ({
  items: Object.fromEntries(
    townItems.map((name) => {
      const { loan, keptFor } = model.items[name]
      return [
        name,
        { reader: loan?.reader ?? null, renewals: loan?.renewals ?? 0, dueAt: loan?.dueAt ?? null, keptFor }
      ]
    })
  ),
  waiting: ([0, 1] as const).map((title) =>
    model.waiting.filter((one) => one.title === title).map(({ reservationId, reader }) => `${reservationId} ${reader}`)
  ),
  shelf: model.shelf.map(({ reservationId, reader }) => `${reservationId} ${reader}`).sort(),
  owed: Object.fromEntries(townReaders.map((reader) => [reader, owedBy(model, reader)]))
})

/** What both the model and the tables can say. */
export interface TownView {
  readonly items: Readonly<
    Record<
      string,
      {
        readonly reader: string | null
        readonly renewals: number
        readonly dueAt: number | null
        readonly keptFor: string | null
      }
    >
  >
  /** By title: reservation and reader, in queue order. */
  readonly waiting: ReadonlyArray<ReadonlyArray<string>>
  readonly shelf: ReadonlyArray<string>
  readonly owed: Readonly<Record<string, number>>
}
