import { parseInstant, type TravellingCopy } from "@openshelf/core"
import { demand, pickupNotices, pullList, type ShelvedWithSlot, withSlots } from "@openshelf/core/branch-lists"
import { Result, Schema } from "effect"
import { invalid, problem } from "../problem/problem.ts"
import { refused } from "../problem/refused.ts"
import { found, type Route } from "../route.ts"
import { isBranch } from "../wire/inForce.ts"
import { withInstantTexts } from "../wire/instants.ts"
import { InstantText } from "../wire/instantText.ts"
import { SlotView, slotView, TitleLine, titleLine } from "../wire/views.ts"
import { paged, pageQuery, pageShape } from "./paging.ts"

const { String: Text, Int, Finite, Struct, NullOr, Array: List, Literals } = Schema

const staffOnly: Extract<Route, { readonly signedIn: true }>["permits"] = ({ actor }) =>
  actor.kind === "staff" ? null : refused([{ _tag: "NotPermitted", permission: "loans.return" }])

const branch = { branch: Schema.String.check(Schema.isMinLength(1), Schema.isMaxLength(64)) }
const copy = { barcode: Text, title: TitleLine, location: Text, callNumber: Text, volume: Text }

/** Copies to be fetched for reservations, in shelf order. */
const pulls: Route = {
  name: "pullList",
  method: "GET",
  path: "/v1/branches/:branch/pull-list",
  tag: "circulation",
  summary: "What to fetch from the shelves of a branch for reservations, in shelf order; scanned with `fetchedFor`",
  params: branch,
  answer: Struct({
    rows: List(Struct({ ...copy, reservationId: Text, branch: Text, pickupBranch: Text, cost: Finite }))
  }),
  signedIn: true,
  permits: staffOnly,
  handle: async ({ library, identity: { tenant }, params, now }) => {
    if (!(await isBranch(library, { tenant, branch: params.branch as string }, now))) return problem("unknown")
    const list = await pullList(library, { tenant, branch: params.branch as string, at: now })
    if (list === null) return problem("unknown")
    return found({ rows: list.lines.map(({ title, ...line }) => ({ ...line, title: titleLine(title) })) })
  }
}

/** What stands on a pickup shelf. */
const shelf: Route = {
  name: "pickupShelf",
  method: "GET",
  path: "/v1/branches/:branch/pickup-shelf",
  tag: "circulation",
  summary: "What stands on the pickup shelf of a branch, whose time is over first first",
  params: branch,
  query: pageQuery,
  answer: pageShape(
    Struct({
      ...copy,
      reservationId: Text,
      setAsideAt: NullOr(InstantText),
      shelfUntil: NullOr(InstantText),
      slot: NullOr(SlotView),
      ofSet: NullOr(Struct({ here: Int, of: Int }))
    })
  ),
  signedIn: true,
  permits: staffOnly,
  handle: async (call) => {
    const at = call.params.branch as string
    if (!(await isBranch(call.library, { tenant: call.identity.tenant, branch: at }, call.now)))
      return problem("unknown")
    const reply = await paged<ShelvedWithSlot>(
      call,
      ["shelf", at],
      async (page) => {
        const { tenant } = call.identity
        const { pickupShelf } = await call.library.read(tenant, { pickupShelf: { branch: at, ...page } })
        return { ...pickupShelf, rows: await withSlots(call.library, tenant, pickupShelf.rows) }
      },
      ({ rows, next }) =>
        withInstantTexts({
          rows: rows.map(({ reservation: { reservationId, setAsideAt, shelfUntil }, slot, ofSet, ...one }) => ({
            ...copyView(one),
            reservationId,
            setAsideAt,
            shelfUntil,
            slot: slot === null ? null : slotView(slot),
            ofSet
          })),
          next
        })
    )
    return reply ?? problem("unknown")
  }
}

const direction = { direction: Schema.optionalKey(Literals(["in", "out"])) }

/** What is on its way to a branch, or from it. */
const transits: Route = {
  name: "transits",
  method: "GET",
  path: "/v1/branches/:branch/transits",
  tag: "circulation",
  summary: "What is on its way to a branch (`direction=in`) or from it (`out`), or is planned to be",
  params: branch,
  query: { ...pageQuery, ...direction },
  answer: pageShape(
    Struct({
      ...copy,
      transitId: Text,
      state: Text,
      reason: Text,
      fromBranch: Text,
      toBranch: Text,
      plannedAt: InstantText,
      sentAt: NullOr(InstantText)
    })
  ),
  signedIn: true,
  permits: staffOnly,
  handle: async (call) => {
    const at = call.params.branch as string
    if (!(await isBranch(call.library, { tenant: call.identity.tenant, branch: at }, call.now)))
      return problem("unknown")
    const isIn = call.query.direction !== "out"
    const reply = await paged<TravellingCopy>(
      call,
      ["transits", isIn ? "in" : "out", at],
      async (page) => {
        const by = { branch: at, ...page }
        const { tenant } = call.identity
        return isIn
          ? (await call.library.read(tenant, { transitsTo: by })).transitsTo
          : (await call.library.read(tenant, { transitsFrom: by })).transitsFrom
      },
      ({ rows, next }) => withInstantTexts({ rows: rows.map(transitView), next })
    )
    return reply ?? problem("unknown")
  }
}

const transitView = ({ transit, ...one }: TravellingCopy): object => {
  const { transitId, state, reason, fromBranch, toBranch, plannedAt, sentAt } = transit
  return { ...copyView(one), transitId, state, reason, fromBranch, toBranch, plannedAt, sentAt }
}

const copyView = ({ item, title }: Pick<TravellingCopy, "item" | "title">): object => {
  const { barcode, location, callNumber, volume } = item
  return { barcode, title: titleLine(title), location, callNumber, volume }
}

/** Whom to tell of the pickup shelf. */
const notices: Route = {
  name: "pickupNotices",
  method: "GET",
  path: "/v1/branches/:branch/pickup-notices",
  tag: "circulation",
  summary:
    "Whom to tell of the pickup shelf of a branch: of copies that came to it, and of those whose time is nearly over; due after `since`, if given, and up to now",
  params: branch,
  query: { since: Schema.optionalKey(InstantText) },
  answer: Struct({
    at: InstantText,
    rows: List(
      Struct({ readerId: Text, kind: Literals(["ready", "expiring"]), branch: Text, copies: Int, until: InstantText })
    )
  }),
  signedIn: true,
  permits: staffOnly,
  handle: async ({ library, identity: { tenant }, params, query, now }) => {
    const since = query.since === undefined ? Result.succeed(0) : parseInstant(String(query.since))
    if (Result.isFailure(since)) return invalid({ path: "since", expected: since.failure })
    const asked = { tenant, branch: params.branch as string, since: since.success, at: now }
    const rows = await pickupNotices(library, asked)
    return rows === null ? problem("unknown") : found(withInstantTexts({ at: now, rows }))
  }
}

/** What is waited for, and what nothing fills. */
const demands: Route = {
  name: "demand",
  method: "GET",
  path: "/v1/demand",
  tag: "circulation",
  summary: "Titles that are waited for, by reservations for each copy, with what nothing fills and what would",
  answer: Struct({
    rows: List(
      Struct({
        title: TitleLine,
        waiting: Int,
        copies: Int,
        perCopy: NullOr(Finite),
        unfillable: List(
          Struct({
            reservationId: Text,
            pickupBranch: Text,
            placedAt: InstantText,
            because: Text,
            wouldFill: Literals(["buy", "recall", "pickUpElsewhere", "changeRules", "lendFromElsewhere"])
          })
        )
      })
    )
  }),
  signedIn: true,
  permits: staffOnly,
  handle: async ({ library, identity: { tenant }, now }) => {
    const told = await demand(library, { tenant, at: now })
    if (told === null) return problem("unknown")
    return found(withInstantTexts({ rows: told.map(({ title, ...one }) => ({ ...one, title: titleLine(title) })) }))
  }
}

/** The lists of a branch: what to fetch, what waits and who is told of it, what travels; and what is in demand. */
export const branchPages: ReadonlyArray<Route> = [pulls, shelf, notices, transits, demands]
