import type {
  ChangeDueReceipt,
  CheckOutReceipt,
  EndReceipt,
  NoteReceipt,
  PayReceipt,
  Receipts,
  RenewReceipt,
  ReserveReceipt,
  ReturnReceipt,
  WaiveReceipt
} from "@openshelf/core"
import type { LoanExplanation } from "@openshelf/core/explain"
import type {
  Account,
  AnyRefusal,
  AppealLine,
  AppealSaid,
  Block,
  BookedDaysWire,
  BookingWire,
  BranchSlotWire,
  CashDesk,
  Checked,
  CopyPageWire,
  DemandWire,
  ExplainedWire,
  InHandWire,
  Instant,
  InterloanSide,
  InterloanWire,
  JoinKind,
  Loan,
  Me,
  Note,
  PickupOffer,
  Place,
  PullWire,
  QueuePageWire,
  Reader,
  Reply,
  Reservation,
  Rows,
  ShelfWire,
  SlotKind,
  TitleLine,
  TitleWithCopies,
  TransitWire,
  Version,
  WaitToldWire,
  Written
} from "./model.ts"
import { newKey, request } from "./request.ts"

/** Of a loan that was not renewed, why; of one that was, until when. */
export interface RenewAllReply {
  readonly loans: ReadonlyArray<
    | { readonly loanId: string; readonly renewed: Written<RenewReceipt> }
    | { readonly loanId: string; readonly dueAt: Instant; readonly refusals: ReadonlyArray<AnyRefusal> }
  >
}

/** Going past refusals: those that one may lift, and why; the cost to which the reader agreed meanwhile. */
export type Overriding = { readonly override?: { readonly reason: string }; readonly acceptedCost?: number }

/** What is wished of a title that is reserved; what is not named the rules decide. */
export interface ReserveWish {
  readonly item?: string
  readonly volume?: string
  readonly itemType?: string
  readonly kind?: "page" | "wait" | "recall"
  readonly copies?: number
  readonly notBefore?: Instant
  readonly notAfter?: Instant
}

/** A card of whoever asks for the reader; without it the reader does. */
export type ReserveProxy = { readonly by?: string }

/** Something to be reserved, or a reservation that is there. */
export type PickupAsked =
  | ({ readonly title: string; readonly card: string } & ReserveProxy & ReserveWish)
  | { readonly reservation: string }

/** Whose: a reader by card, or the one who is signed in. */
export type Whose = { readonly card: string } | "me"

/** What somebody saw of an item, and what is to come of it. */
export interface InspectBody {
  readonly takeBack?: Readonly<Record<string, never>>
  readonly ofLastLoan?: boolean
  readonly charge: boolean
  readonly damages: ReadonlyArray<{ readonly kind: string; readonly grade: string; readonly count?: number }>
  readonly parts: ReadonlyArray<{ readonly part: string; readonly count?: number }>
  readonly conduct?: "onPurpose" | "theft" | "noFault"
  readonly note?: string
  /** Address of a photograph. */
  readonly photo?: string
  readonly becomes?: "inRepair" | "withdrawn"
  readonly choices?: Readonly<Record<string, string>>
  /** In minor units. */
  readonly repairCost?: number
  readonly estimate?: { readonly minor: number; readonly currency: string }
}

/** What becomes of a disputed charge; `amount`, in minor units, where it is reduced. */
export interface AppealDecision {
  readonly as: "confirmed" | "reduced" | "reversed"
  readonly amount?: number
  readonly reason: string
}

/** Every request that a page makes, in the server's own words. A command gets a new key unless it is given one. */
export interface Api {
  readonly me: () => Promise<Reply<Me>>
  readonly place: () => Promise<Reply<Place>>
  readonly reader: (card: string) => Promise<Reply<Reader>>
  readonly loans: (whose: Whose) => Promise<Reply<ReadonlyArray<Loan>>>
  readonly reservations: (whose: Whose) => Promise<Reply<ReadonlyArray<Reservation>>>
  readonly account: (whose: Whose) => Promise<Reply<Account>>
  readonly notes: (card: string) => Promise<Reply<ReadonlyArray<Note>>>
  readonly blocks: (card: string) => Promise<Reply<ReadonlyArray<Block>>>
  readonly addNote: (card: string, text: string, key?: string) => Promise<Reply<NoteReceipt>>
  readonly removeNote: (card: string, note: string, key?: string) => Promise<Reply<NoteReceipt>>
  readonly inHand: (barcode: string) => Promise<Reply<InHandWire>>
  readonly item: (barcode: string) => Promise<Reply<{ readonly title: TitleLine }>>
  readonly titles: (text: string) => Promise<Reply<ReadonlyArray<TitleLine>>>
  readonly checkOut: (
    body: { item: string; card: string; by?: string } & Overriding,
    key?: string
  ) => Promise<Reply<Written<CheckOutReceipt>>>
  readonly renew: (body: { item: string } & Overriding, key?: string) => Promise<Reply<Written<RenewReceipt>>>
  readonly renewAll: (body: { card: string }, key?: string) => Promise<Reply<RenewAllReply>>
  readonly returnItem: (
    body: { item: string; bookDrop?: boolean; fetchedFor?: string },
    key?: string
  ) => Promise<Reply<Written<ReturnReceipt>>>
  readonly reserve: (
    body: { title: string; card: string; pickupBranch?: string } & ReserveProxy & ReserveWish & Overriding,
    key?: string
  ) => Promise<Reply<ReserveReceipt>>
  readonly pickupBranches: (asked: PickupAsked) => Promise<Reply<PickupOffer>>
  readonly title: (titleId: string) => Promise<Reply<TitleWithCopies>>
  readonly cancelReservation: (
    reservationId: string,
    body: { readonly reason?: string },
    key?: string
  ) => Promise<Reply<Written<EndReceipt>>>
  /** `until`: the last instant of it; without it until it is resumed. */
  readonly suspendReservation: (
    reservationId: string,
    body: { until?: Instant },
    key?: string
  ) => Promise<Reply<Written<Receipts["suspendReservation"]>>>
  readonly resumeReservation: (
    reservationId: string,
    key?: string
  ) => Promise<Reply<Written<Receipts["resumeReservation"]>>>
  readonly joinReservations: (
    body: { card: string; reservations: ReadonlyArray<string>; as: JoinKind | "apart" },
    key?: string
  ) => Promise<Reply<Receipts["joinReservations"]>>
  readonly changeReservation: (
    reservationId: string,
    body: { pickupBranch: string },
    key?: string
  ) => Promise<Reply<Written<Receipts["changeReservation"]>>>
  readonly moveReservation: (
    reservationId: string,
    body: { before?: string; after?: string; reason: string },
    key?: string
  ) => Promise<Reply<Receipts["moveReservation"]>>
  readonly reservationWait: (reservationId: string) => Promise<Reply<WaitToldWire>>
  readonly titleWait: (titleId: string) => Promise<Reply<WaitToldWire>>
  readonly titleQueue: (titleId: string, after: string | null, limit: number) => Promise<Reply<QueuePageWire>>
  readonly titleCopies: (titleId: string) => Promise<Reply<CopyPageWire>>
  readonly pullList: (branch: string) => Promise<Reply<Rows<PullWire>>>
  readonly pickupShelf: (branch: string) => Promise<Reply<Rows<ShelfWire>>>
  readonly transits: (branch: string, direction: "in" | "out") => Promise<Reply<Rows<TransitWire>>>
  readonly bookings: (whose: Whose) => Promise<Reply<ReadonlyArray<BookingWire>>>
  readonly bookedDays: (barcode: string) => Promise<Reply<ReadonlyArray<BookedDaysWire>>>
  /** `from`, `until`: any instant of the first and of the last day. */
  readonly book: (
    body: { item: string; card: string; pickupBranch: string; from: Instant; until: Instant } & Overriding,
    key?: string
  ) => Promise<Reply<Written<Receipts["book"]>>>
  readonly changeBooking: (
    bookingId: string,
    body: { from: Instant; until: Instant },
    key?: string
  ) => Promise<Reply<Written<Receipts["changeBooking"]>>>
  readonly cancelBooking: (
    bookingId: string,
    body: { reason?: string },
    key?: string
  ) => Promise<Reply<Receipts["cancelBooking"]>>
  readonly slots: (branch: string) => Promise<Reply<ReadonlyArray<BranchSlotWire>>>
  readonly addSlot: (
    body: { kind: SlotKind; name: string; capacity: number; from?: Instant; until?: Instant },
    key?: string
  ) => Promise<Reply<Receipts["addPickupSlot"]>>
  readonly closeSlot: (slotId: string, key?: string) => Promise<Reply<Receipts["closePickupSlot"]>>
  readonly takeSlot: (reservationId: string, slotId: string, key?: string) => Promise<Reply<Receipts["takeSlot"]>>
  readonly leaveSlot: (reservationId: string, key?: string) => Promise<Reply<Receipts["leaveSlot"]>>
  readonly openInterloans: (side: InterloanSide) => Promise<Reply<Rows<InterloanWire>>>
  readonly requestInterloan: (
    body: { partner: string; title: string; reservation?: string },
    key?: string
  ) => Promise<Reply<Receipts["requestInterloan"]>>
  readonly cancelInterloan: (id: string, key?: string) => Promise<Reply<Receipts["cancelInterloan"]>>
  readonly borrowIn: (
    id: string,
    body: { barcode: string; type: string; reservation?: string },
    key?: string
  ) => Promise<Reply<Written<Receipts["borrowIn"]>>>
  readonly sendBack: (id: string, item: string, key?: string) => Promise<Reply<Receipts["sendBack"]>>
  readonly lendOut: (
    id: string,
    body: { item: string; card: string } & Overriding,
    key?: string
  ) => Promise<Reply<Written<Receipts["lendOut"]>>>
  readonly declineInterloan: (
    id: string,
    body: { reason?: string },
    key?: string
  ) => Promise<Reply<Receipts["declineInterloan"]>>
  readonly completeInterloan: (id: string, item: string, key?: string) => Promise<Reply<Receipts["completeInterloan"]>>
  readonly demand: () => Promise<Reply<ReadonlyArray<DemandWire>>>
  readonly arrive: (barcode: string, key?: string) => Promise<Reply<Written<ReturnReceipt>>>
  readonly pay: (
    body: { card: string; amount: number; method: string; charges?: ReadonlyArray<string>; cashDesk?: string },
    key?: string
  ) => Promise<Reply<PayReceipt>>
  readonly cashDesk: (name: string) => Promise<Reply<CashDesk>>
  readonly openCashDesk: (
    name: string,
    body: { float: number },
    key?: string
  ) => Promise<Reply<Receipts["openCashDesk"]>>
  readonly moveCash: (
    name: string,
    body: { amount: number; direction: "in" | "out"; reason: string },
    key?: string
  ) => Promise<Reply<Receipts["moveCash"]>>
  readonly closeCashDesk: (
    name: string,
    body: { counted: ReadonlyArray<{ method: string; amount: number }>; reason?: string },
    key?: string
  ) => Promise<Reply<Receipts["closeCashDesk"]>>
  readonly changeDueDate: (
    body: { item: string; dueAt: Instant; reason: string },
    key?: string
  ) => Promise<Reply<Written<ChangeDueReceipt>>>
  readonly explanation: (barcode: string) => Promise<Reply<Written<LoanExplanation>>>
  readonly policy: () => Promise<Reply<{ readonly document: unknown }>>
  readonly policies: () => Promise<Reply<ReadonlyArray<Version>>>
  readonly checkPolicy: (document: string) => Promise<Reply<Checked>>
  readonly explain: (body: {
    action: string
    item: string
    card?: string
    at?: Instant
    document?: string
  }) => Promise<Reply<{ readonly now: ExplainedWire; readonly draft: ExplainedWire | null }>>
  readonly publishPolicy: (body: {
    document: string
    validFrom?: Instant
  }) => Promise<Reply<{ readonly version: number }>>
  readonly waive: (
    body: { card: string; charge: string; reason: string } & Overriding,
    key?: string
  ) => Promise<Reply<WaiveReceipt>>
  readonly bill: (whose: Whose, language: string) => Promise<Reply<{ readonly html: string }>>
  readonly receipt: (whose: Whose, entry: string, language: string) => Promise<Reply<{ readonly html: string }>>
  readonly appeals: (whose: Whose) => Promise<Reply<ReadonlyArray<AppealLine>>>
  readonly oneAppeal: (appealId: string) => Promise<Reply<AppealSaid>>
  readonly decideAppeal: (
    appealId: string,
    body: AppealDecision,
    key?: string
  ) => Promise<Reply<Written<Receipts["decideAppeal"]>>>
  readonly appeal: (
    body: { card: string; charge: string; reason: string } & Overriding,
    key?: string
  ) => Promise<Reply<Written<Receipts["appeal"]>>>
  /** Without a key: what would come of it, and nothing is written. */
  readonly inspect: (
    barcode: string,
    body: InspectBody,
    key: string | null
  ) => Promise<Reply<Written<Receipts["inspect"]>>>
}

export const apiFor = (token: string): Api => {
  const get = <A>(path: string): Promise<Reply<A>> => request({ token, path })
  const list = async <A>(path: string): Promise<Reply<ReadonlyArray<A>>> => {
    const reply = await get<{ readonly rows: ReadonlyArray<A> }>(path)
    return reply.kind === "done" ? { kind: "done", value: reply.value.rows } : reply
  }
  const post = <A>(path: string, body: unknown, key = newKey()): Promise<Reply<A>> =>
    request({ token, path, body, key })
  return {
    me: () => get("/v1/me"),
    place: () => get("/v1/place"),
    reader: (card) => get(of({ card })),
    loans: (whose) => list(`${of(whose)}/loans`),
    reservations: (whose) => list(`${of(whose)}/reservations`),
    account: (whose) => get(`${of(whose)}/account`),
    notes: (card) => list(`${of({ card })}/notes`),
    blocks: (card) => list(`${of({ card })}/blocks`),
    addNote: (card, text, key) => post(`${of({ card })}/notes`, { text }, key),
    removeNote: (card, note, key) => post(`/v1/notes/${encodeURIComponent(note)}/remove`, { card }, key),
    inHand: (barcode) => get(`/v1/items/${encodeURIComponent(barcode)}/in-hand`),
    item: (barcode) => get(`/v1/items/${encodeURIComponent(barcode)}`),
    titles: (text) => list(`/v1/titles?${new URLSearchParams({ text, limit: "20" })}`),
    checkOut: (body, key) => post("/v1/loans", body, key),
    renew: (body, key) => post("/v1/loans/renew", body, key),
    renewAll: (body, key) => post("/v1/loans/renew-all", body, key),
    returnItem: (body, key) => post("/v1/returns", body, key),
    reserve: (body, key) => post("/v1/reservations", body, key),
    pickupBranches: (asked) =>
      "reservation" in asked
        ? get(`${reservation(asked.reservation)}/pickup-branches`)
        : request({ token, path: "/v1/reservations/pickup-branches", body: asked }),
    title: (titleId) => get(`${titleAddress(titleId)}?limit=200`),
    cancelReservation: (id, body, key) => post(`${reservation(id)}/cancel`, body, key),
    suspendReservation: (id, body, key) => post(`${reservation(id)}/suspend`, body, key),
    resumeReservation: (id, key) => post(`${reservation(id)}/resume`, {}, key),
    joinReservations: (body, key) => post("/v1/reservations/join", body, key),
    changeReservation: (id, body, key = newKey()) =>
      request({ token, path: reservation(id), method: "PATCH", body, key }),
    pullList: async (branch) => {
      const reply = await get<{ readonly rows: ReadonlyArray<PullWire> }>(`${branchAddress(branch)}/pull-list`)
      return reply.kind === "done" ? { kind: "done", value: { ...reply.value, next: null } } : reply
    },
    pickupShelf: (branch) => get(`${branchAddress(branch)}/pickup-shelf?limit=200`),
    transits: (branch, direction) => get(`${branchAddress(branch)}/transits?direction=${direction}&limit=200`),
    bookings: (whose) => list(`${of(whose)}/bookings`),
    bookedDays: (barcode) => list(`/v1/items/${encodeURIComponent(barcode)}/bookings`),
    book: (body, key) => post("/v1/bookings", body, key),
    changeBooking: (id, body, key = newKey()) => request({ token, path: booking(id), method: "PATCH", body, key }),
    cancelBooking: (id, body, key) => post(`${booking(id)}/cancel`, body, key),
    slots: (branch) => list(`${branchAddress(branch)}/slots?limit=200`),
    addSlot: (body, key) => post("/v1/slots", body, key),
    closeSlot: (id, key) => post(`/v1/slots/${encodeURIComponent(id)}/close`, {}, key),
    takeSlot: (id, slot, key) => post(`${reservation(id)}/slot`, { slot }, key),
    leaveSlot: (id, key) => post(`${reservation(id)}/slot/leave`, {}, key),
    openInterloans: (side) => get(`/v1/open-interloans/${side === "borrower" ? "borrowed" : "lent"}?limit=200`),
    requestInterloan: (body, key) => post("/v1/interloans", body, key),
    cancelInterloan: (id, key) => post(`${interloan(id)}/cancel`, {}, key),
    borrowIn: (id, body, key) => post(`${interloan(id)}/borrow-in`, body, key),
    sendBack: (id, item, key) => post(`${interloan(id)}/send-back`, { item }, key),
    lendOut: (id, body, key) => post(`${interloan(id)}/lend-out`, body, key),
    declineInterloan: (id, body, key) => post(`${interloan(id)}/decline`, body, key),
    completeInterloan: (id, item, key) => post(`${interloan(id)}/complete`, { item }, key),
    demand: () => list("/v1/demand"),
    arrive: (barcode, key) => post(`/v1/items/${encodeURIComponent(barcode)}/arrive`, {}, key),
    moveReservation: (id, body, key) => post(`${reservation(id)}/move`, body, key),
    reservationWait: (id) => get(`${reservation(id)}/wait`),
    titleWait: (titleId) => get(`${titleAddress(titleId)}/wait`),
    titleQueue: (titleId, after, limit) => {
      const query = new URLSearchParams({ limit: String(limit), ...(after === null ? {} : { after }) })
      return get(`${titleAddress(titleId)}/queue?${query}`)
    },
    titleCopies: (titleId) => get(`${titleAddress(titleId)}/copies?limit=200`),
    pay: (body, key) => post("/v1/payments", body, key),
    cashDesk: (name) => get(cashAddress(name)),
    openCashDesk: (name, body, key) => post(`${cashAddress(name)}/open`, body, key),
    moveCash: (name, body, key) => post(`${cashAddress(name)}/move`, body, key),
    closeCashDesk: (name, body, key) => post(`${cashAddress(name)}/close`, body, key),
    changeDueDate: (body, key) => post("/v1/loans/due-date", body, key),
    explanation: (barcode) => get(`/v1/items/${encodeURIComponent(barcode)}/explanation`),
    policy: () => get("/v1/policy"),
    policies: () => list("/v1/policies"),
    checkPolicy: (document) => post("/v1/policies/check", { document }),
    explain: (body) => post("/v1/explain", body),
    publishPolicy: (body) => post("/v1/policies", body),
    waive: (body, key) => post("/v1/waivers", body, key),
    bill: (whose, language) => get(`${of(whose)}/bill?${new URLSearchParams({ language })}`),
    receipt: (whose, entry, language) =>
      get(`${of(whose)}/receipts/${encodeURIComponent(entry)}?${new URLSearchParams({ language })}`),
    appeals: (whose) => list(`${of(whose)}/appeals`),
    oneAppeal: (appealId) => get(`/v1/appeals/${encodeURIComponent(appealId)}`),
    decideAppeal: (appealId, body, key) => post(`/v1/appeals/${encodeURIComponent(appealId)}/decide`, body, key),
    appeal: (body, key) => post("/v1/appeals", body, key),
    inspect: (barcode, body, key) => {
      const path = `/v1/items/${encodeURIComponent(barcode)}/inspections`
      return key === null ? request({ token, path: `${path}?dryRun=true`, body }) : post(path, body, key)
    }
  }
}

const cashAddress = (name: string): string => `/v1/cash-desks/${encodeURIComponent(name)}`

const reservation = (id: string): string => `/v1/reservations/${encodeURIComponent(id)}`

const interloan = (id: string): string => `/v1/interloans/${encodeURIComponent(id)}`

const booking = (id: string): string => `/v1/bookings/${encodeURIComponent(id)}`

const titleAddress = (titleId: string): string => `/v1/titles/${encodeURIComponent(titleId)}`

const of = (whose: Whose): string => (whose === "me" ? "/v1/me" : `/v1/readers/${encodeURIComponent(whose.card)}`)

const branchAddress = (branch: string): string => `/v1/branches/${encodeURIComponent(branch)}`
