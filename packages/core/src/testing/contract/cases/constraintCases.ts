import { Effect } from "effect"
import { EntryId } from "../../../accounts/model.ts"
import { ItemId } from "../../../catalogue/model.ts"
import type { Decision } from "../../../decision/decision.ts"
import { tables } from "../../../decision/tableShapes.ts"
import type { TableName, Tables } from "../../../decision/tables.ts"
import { LoanId } from "../../../loans/model.ts"
import { Minor } from "../../../money/minor.ts"
import { ReaderId } from "../../../readers/model.ts"
import { ReservationId } from "../../../reservations/model.ts"
import {
  eventRow,
  interloanRow,
  itemRow,
  loanRow,
  minutesLater,
  reservationRow,
  titleRow,
  transitRow
} from "../../rows.ts"
import { type ContractCase, mustFail, same } from "../contractCase.ts"
import { oneOfEach } from "../oneOfEach.ts"
import { newScene, type Scene } from "../scene.ts"

type Inserted = keyof typeof oneOfEach
const inserted = Object.keys(oneOfEach) as ReadonlyArray<Inserted>

/** What no storage lets in, whatever the core decided; each time with sound rows before and after it that must not stay. */
export const constraintCases: ReadonlyArray<ContractCase> = [
  {
    title: "rows like those refused below, but sound, are let in",
    run: Effect.forEach(
      inserted,
      (table) =>
        Effect.gen(function* () {
          const scene = yield* newScene
          yield* scene.insert(oneOfEach)
          yield* scene.commit(amongSound(anew(table, {})))
        }),
      { discard: true }
    )
  },
  ...inserted.map((table) => ({
    title: `${table}: a key that is there already is refused`,
    run: refusesEach(() => [[`its key`, { insert: { [table]: oneOfEach[table].slice(0, 1) } }]])
  })),
  ...inserted
    .filter((table) => Object.keys(tables[table].references).length > 0)
    .map((table) => ({
      title: `${table}: a reference to a row that is not there is refused`,
      run: refusesEach(() =>
        Object.keys(tables[table].references).map((column) => [column, anew(table, { [column]: "nowhere" })])
      )
    })),
  ...inserted.map((table) => ({
    title: `${table}: a column without a value is refused where it needs one`,
    run: refusesEach(() => requiredColumns(table).map((column) => [column, anew(table, { [column]: null })]))
  })),
  ...inserted
    .filter((table) => columnsOf(table, "integer").length > 0)
    .map((table) => ({
      title: `${table}: a number that is no integer is refused`,
      run: refusesEach(() =>
        columnsOf(table, "integer").flatMap((column) => [
          [`${column} 1.5`, anew(table, { [column]: 1.5 })],
          [`${column} as text`, anew(table, { [column]: "many" })]
        ])
      )
    })),
  {
    title: "a unique value is refused the second time, in rows that come",
    run: refusesEach(() => [
      ["barcode", { insert: { item: [itemRow("i9", "t2", { barcode: itemRow("i3", "t2").barcode })] } }],
      ["source and number", { insert: { title: [titleRow("t9", { source: "loc", controlNumber: "1" })] } }],
      ["place in a queue", { insert: { reservation: [reservationRow("r9", "t1", 2)] } }],
      [
        "copy set aside",
        { insert: { reservation: [reservationRow("r9", "t2", 1, { setAsideItemId: ItemId.make("i2") })] } }
      ],
      ["open loan of an item", { insert: { loan: [loanRow("l9", "i1")] } }],
      ["what is asked for a reservation", { insert: { interloan: ["x8", "x9"].map(askedForOne) } }],
      [
        "open transit of an item",
        { insert: { transit: [transitRow("x9", "i4", { state: "open", sentAt: minutesLater(3) })] } }
      ],
      [
        "loan of a charge",
        {
          insert: {
            chargeLoan: [{ loanId: LoanId.make("l0"), kind: "overdue", renewalCount: 0, chargeId: EntryId.make("e1") }]
          }
        }
      ]
    ])
  },
  {
    title: "a unique value is refused the second time, in rows that change",
    run: refusesEach(() => [
      ["barcode", update("item", itemRow("i3", "t2", { version: 2, barcode: itemRow("i1", "t1").barcode }))],
      ["source and number", update("title", titleRow("t2", { version: 2, source: "loc", controlNumber: "1" }))],
      ["place in a queue", update("reservation", reservationRow("r1", "t1", 1, { version: 2 }))],
      ["open loan of an item", update("loan", loanRow("l0", "i1", { version: 2 }))]
    ])
  },
  {
    title: "an item has a loan if and only if it is on loan, a reservation if and only if set aside",
    run: refusesEach(() => {
      const [loan, reservation] = [{ loanId: LoanId.make("l1") }, { reservationId: "r2" as never }]
      return [
        ["on loan, no loan", anew("item", { status: "onLoan", loanId: null })],
        ["available with a loan", anew("item", { status: "available", ...loan })],
        ["withdrawn with a reservation", anew("item", { status: "withdrawn", loanId: null, ...reservation })],
        ["set aside, no reservation", anew("item", { status: "setAside", loanId: null })],
        ["set aside and on loan", anew("item", { status: "setAside", ...loan, ...reservation })],
        ["returned but for its loan", update("item", itemRow("i1", "t1", { version: 2, ...loan }))]
      ]
    })
  },
  {
    title:
      "the days of a booking are in order, and it has an end if and only if it ended, a loan if and only if fulfilled",
    run: refusesEach(() => [
      ["ends before it begins", anew("booking", { untilAt: 1 })],
      ["blocked only later", anew("booking", { blockedFrom: 9e12 })],
      ["ended without an end", anew("booking", { state: "cancelled" })],
      ["live with an end", anew("booking", { endedAt: 1 })],
      ["fulfilled by nothing", anew("booking", { state: "fulfilled", endedAt: 1 })]
    ])
  },
  {
    title: "of a pickup slot never more is taken than it has room for, nor less than nothing; it has both ends or none",
    run: refusesEach(() => {
      const slot = oneOfEach.pickupSlot[0] as Tables["pickupSlot"]
      const changed = (fields: Partial<Tables["pickupSlot"]>): Partial<Decision<unknown>> => ({
        update: { pickupSlot: [{ row: { ...slot, version: 3, ...fields }, was: 2 }] }
      })
      return [
        ["more than its room", changed({ taken: 3 })],
        ["less than nothing", changed({ taken: -1 })],
        ["more from the start", anew("pickupSlot", { taken: 3 })],
        ["one end", anew("pickupSlot", { fromAt: 1 })],
        ["ends in disorder", anew("pickupSlot", { fromAt: 2, untilAt: 1 })]
      ]
    })
  },
  {
    title: "of a charge never more is owed than its amount, nor less than nothing",
    run: refusesEach(() => [
      [
        "more than the amount",
        {
          charges: [
            {
              chargeId: EntryId.make("e1"),
              amount: 100 as never,
              outstanding: 101 as never,
              refunded: 0 as never,
              forgiven: 0 as never
            }
          ]
        }
      ],
      [
        "less than nothing",
        {
          charges: [
            {
              chargeId: EntryId.make("e1"),
              amount: 100 as never,
              outstanding: -1 as never,
              refunded: 0 as never,
              forgiven: 0 as never
            }
          ]
        }
      ],
      ["more from the start", anew("charge", { outstanding: Minor.make(101) })]
    ])
  },
  {
    title: "a count of loans never falls below nothing, and needs its reader",
    run: refusesEach(() => {
      const group = { itemType: "book", collection: "general", branch: "main", onSite: 0 as const }
      return [
        ["below nothing", { count: [{ ...group, readerId: ReaderId.make("ada"), count: -1 }] }],
        ["nobody's", { count: [{ ...group, readerId: ReaderId.make("nobody"), count: 1 }] }]
      ]
    })
  }
]

type Breaking = readonly [what: string, decision: Partial<Decision<unknown>>]

function refusesEach(breaking: () => ReadonlyArray<Breaking>): ContractCase["run"] {
  return Effect.gen(function* () {
    const scene = yield* newScene
    yield* scene.insert(oneOfEach)
    const before = yield* scene.dump
    for (const [what, decision] of breaking()) {
      yield* mustFail(scene.storage.run(scene.request(amongSound(decision))), "StorageFault", what)
      yield* same(yield* scene.dump, before, `the rows after ${what}`)
    }
    yield* worksOn(scene)
  })
}

/** The decision with sound changes in a table that is written early and in one that is written late. */
const amongSound = (decision: Partial<Decision<unknown>>): Partial<Decision<unknown>> => ({
  ...decision,
  insert: {
    ...decision.insert,
    title: [titleRow("sound"), ...(decision.insert?.title ?? [])],
    event: [...(decision.insert?.event ?? []), eventRow("sound", 1)]
  },
  guard: { reader: [{ id: "ben", was: 1 }] }
})

const worksOn = (scene: Scene): Effect.Effect<void, unknown> =>
  scene.insert({ title: [titleRow("sound")], event: [eventRow("sound", 1)] })

/** A row like the table's first, under a key and unique values of its own, but for `fields`. */
function anew<T extends Inserted>(table: T, fields: object): Partial<Decision<unknown>> {
  const row = { ...(oneOfEach[table][0] as object), ...ownKey[table], ...fields }
  return { insert: { [table]: [row] } }
}

const askedForOne = (id: string) =>
  interloanRow(id, {
    side: "borrower",
    reservationId: ReservationId.make("r1"),
    openReservationId: ReservationId.make("r1")
  })

const ownKey: { readonly [T in Inserted]: object } = {
  title: { titleId: "t9", controlNumber: "9" },
  titleRecord: { titleId: "t2" },
  titleQueue: { titleId: "sound" },
  item: { itemId: "i9", barcode: "b-i9" },
  reader: { readerId: "dan" },
  card: { card: "c-new" },
  loan: { loanId: "l9" },
  loanReader: { loanId: "l0" },
  unseenRenewal: { loanId: "l0" },
  libraryEntry: { loanId: "l0" },
  claimSearch: { loanId: "l0" },
  reservation: { reservationId: "r9" },
  reservationReader: { reservationId: "r0" },
  transit: { transitId: "x9" },
  account: { accountId: "cid" },
  entry: { entryId: "e9" },
  charge: { chargeId: "e2" },
  credit: { creditId: "e1" },
  allotment: { entryId: "e1" },
  chargeLoan: { loanId: "l0", chargeId: "e3" },
  incident: { incidentId: "n9" },
  incidentReader: { incidentId: "n1" },
  chargeIncident: { chargeId: "e1" },
  condition: { conditionId: "k9" },
  appeal: { appealId: "a9", chargeId: "e2" },
  appealStatement: { appealId: "a2" },
  readerNote: { noteId: "n9" },
  readerLink: { linkId: "k9", kind: "proxy" },
  lostCard: { card: "found" },
  readerBlock: { blockId: "k9" },
  cashDesk: { cashDeskId: "d9" },
  cashEntry: { cashEntryId: "c9" },
  booking: { bookingId: "b9" },
  bookingReader: { bookingId: "b2" },
  pickupSlot: { slotId: "s9" },
  slotTaken: { reservationId: "r1" },
  interloan: { interloanId: "x9" },
  outbox: { messageId: "x9 shipped" },
  event: { streamId: "s9" }
}

const requiredColumns = (table: TableName): ReadonlyArray<string> =>
  Object.keys(tables[table].columns).filter(
    (column) => !(tables[table].nullable as ReadonlyArray<string>).includes(column)
  )

function columnsOf(table: TableName, type: "integer" | "text"): ReadonlyArray<string> {
  return Object.entries(tables[table].columns).flatMap(([column, its]) => (its === type ? [column] : []))
}

const update = <T extends "item" | "title" | "reservation" | "loan">(
  table: T,
  row: Tables[T]
): Partial<Decision<unknown>> => ({ update: { [table]: [{ row, was: 1 }] } })
