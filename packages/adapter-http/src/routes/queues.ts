import { ReservationId, TitleId } from "@openshelf/core"
import { type TitleQueue, titleQueue, waitOf } from "@openshelf/core/queues"
import { Schema } from "effect"
import { problem } from "../problem/problem.ts"
import { refused } from "../problem/refused.ts"
import { found, type Route } from "../route.ts"
import { withInstantTexts } from "../wire/instants.ts"
import { InstantText } from "../wire/instantText.ts"
import {
  CopyStandingView,
  copyStandingView,
  QueuePlaceView,
  queuePlaceView,
  WaitTextView,
  waitTextView
} from "../wire/queueViews.ts"
import { TitleLine, titleLine } from "../wire/views.ts"
import { paged, pageQuery, pageShape } from "./paging.ts"

type SignedIn = Extract<Route, { readonly signedIn: true }>

const staffOnly: SignedIn["permits"] = ({ actor }) =>
  actor.kind === "staff" ? null : refused([{ _tag: "NotPermitted", permission: "reservations.move" }])

/** Fewer than of other lists: each line takes an estimate, up to 25 ms in the longest queues. */
const limitMax = 50

const queueQuery = {
  ...pageQuery,
  limit: Schema.optionalKey(
    Schema.FiniteFromString.check(Schema.isInt(), Schema.isBetween({ minimum: 1, maximum: limitMax }))
  )
}

const titleQueueRoute: Route = {
  name: "titleQueue",
  method: "GET",
  path: "/v1/titles/:title/queue",
  tag: "circulation",
  summary: "The live reservations of a title in order of their places, each with its estimated wait: for staff",
  params: { title: TitleId },
  query: queueQuery,
  answer: Schema.Struct({
    title: TitleLine,
    waitingCount: Schema.Int,
    learnedAt: Schema.NullOr(InstantText),
    ...pageShape(QueuePlaceView).fields
  }),
  signedIn: true,
  permits: staffOnly,
  handle: async (call) => {
    const title = call.params.title as TitleId
    let queue: TitleQueue | null = null
    const reply = await paged(
      call,
      ["titleQueue", title],
      async (at) => {
        queue = await titleQueue(call.library, { tenant: call.identity.tenant, title, at: call.now, ...at })
        return queue
      },
      ({ rows, next }) => {
        const { title: row, waitingCount, learnedAt } = queue as TitleQueue
        return withInstantTexts({
          title: titleLine(row),
          waitingCount,
          learnedAt,
          rows: rows.map(queuePlaceView),
          next
        })
      }
    )
    return reply ?? problem("unknown")
  }
}

const titleCopies: Route = {
  name: "titleCopies",
  method: "GET",
  path: "/v1/titles/:title/copies",
  tag: "circulation",
  summary: "The copies of a title by barcode, when those on loan are due and until when others are kept: for staff",
  params: { title: TitleId },
  query: pageQuery,
  answer: pageShape(CopyStandingView),
  signedIn: true,
  permits: staffOnly,
  handle: async (call) => {
    const titleId = call.params.title as TitleId
    const { tenant } = call.identity
    const reply = await paged(
      call,
      ["titleCopies", titleId],
      async (at) => {
        const { title, copiesStanding } = await call.library.read(tenant, {
          title: { titleId },
          copiesStanding: { titleId, ...at }
        })
        return title === null ? null : copiesStanding
      },
      ({ rows, next }) => withInstantTexts({ rows: rows.map(copyStandingView), next })
    )
    return reply ?? problem("unknown")
  }
}

const titleWait: Route = {
  name: "titleWait",
  method: "GET",
  path: "/v1/titles/:title/wait",
  tag: "circulation",
  summary: "How long a reservation of a title would have to wait if it were placed now",
  params: { title: TitleId },
  answer: WaitTextView,
  signedIn: true,
  handle: async ({ library, identity: { tenant }, params, now }) => {
    const told = await waitOf(library, { tenant, title: params.title as string, at: now })
    return told === null ? problem("unknown") : found(withInstantTexts(waitTextView(told)))
  }
}

/** A reader is told of their own alone; of somebody else's as if there were none. */
const reservationWait: Route = {
  name: "reservationWait",
  method: "GET",
  path: "/v1/reservations/:reservation/wait",
  tag: "circulation",
  summary: "The place of a reservation and how long it will probably wait: for staff, and for the reader whose it is",
  params: { reservation: ReservationId },
  answer: WaitTextView,
  signedIn: true,
  handle: async ({ library, identity: { tenant, actor }, params, now }) => {
    const reservationId = params.reservation as ReservationId
    if (actor.kind === "reader") {
      const { reservation: own } = await library.read(tenant, { reservation: { reservationId } })
      if (own?.readerId !== actor.readerId) return problem("unknown")
    }
    const told = await waitOf(library, { tenant, reservation: reservationId, at: now })
    return told === null ? problem("unknown") : found(withInstantTexts(waitTextView(told)))
  }
}

/** Who waits for what, and for how long. */
export const queues: ReadonlyArray<Route> = [titleQueueRoute, titleCopies, titleWait, reservationWait]
