import { Effect } from "effect"
import type { Barcode, TitleId } from "../../catalogue/model.ts"
import type { Card } from "../../readers/model.ts"
import type { ReservationId } from "../../reservations/model.ts"
import { Storage } from "../../storage/port.ts"
import { rowsOf } from "../play/townPlay.ts"
import { queueBranches, queueItems, queueReaders } from "./queueAct.ts"

/** Everything that can be asked of the queues, shelves and transits of a tenant, in an order of its own. */
export const queueViews = (tenant: string) =>
  Effect.gen(function* () {
    const storage = yield* Storage
    const titles = (yield* rowsOf(tenant, "title")).map(({ titleId }) => titleId as TitleId)
    const live = (yield* rowsOf(tenant, "reservationReader")).map(({ reservationId }) => reservationId as ReservationId)
    const views: Array<unknown> = []
    const page = { after: null, limit: 2 }
    for (const titleId of titles) {
      const asked = { titleId }
      const found = yield* storage.read(tenant, {
        candidatesOfTitle: { titleId, ...page },
        loansOfTitleToRecall: { titleId, limit: 2 },
        chargesOfTitle: asked,
        bookingsOfTitle: asked
      })
      const groups = yield* storage.read(tenant, { copiesOfTitle: asked, waitingByRank: asked })
      views.push(found, inOrder(groups.copiesOfTitle), inOrder(groups.waitingByRank))
      for (const card of queueReaders)
        views.push(
          yield* storage.read(tenant, {
            ownLoansOfTitle: { card: card as Card, titleId },
            slotsOfReader: { card: card as Card }
          })
        )
    }
    for (const reader of queueReaders) {
      const card = reader as Card
      const { recallsWithReader, ...theirs } = yield* storage.read(tenant, {
        recalledForReader: { card },
        chargesRecalledForReader: { card },
        recallsWithReader: { card }
      })
      views.push(theirs, inOrder(recallsWithReader))
    }
    for (const reservationId of live) {
      const asked = { reservationId }
      const found = yield* storage.read(tenant, {
        readerOfReservation: asked,
        recalledOfReservation: asked,
        chargesOfRecalled: asked,
        recallsBesides: asked,
        queueAround: { reservationId, limit: 2 },
        copiesOfReservation: asked,
        transitsOfReservation: asked,
        joinedOfReservation: asked,
        blocksOfReservation: asked,
        heldOfReservation: asked,
        joinedAfterReservation: { reservationId, limit: 3 },
        bookingsOfReservation: asked
      })
      views.push(
        found.joinedOfReservation,
        found.blocksOfReservation,
        found.heldOfReservation,
        found.joinedAfterReservation,
        found.bookingsOfReservation,
        found.transitsOfReservation,
        found.readerOfReservation,
        found.recalledOfReservation,
        found.chargesOfRecalled,
        inOrder(found.recallsBesides),
        found.queueAround,
        inOrder(found.copiesOfReservation)
      )
    }
    for (const item of queueItems) {
      const asked = { barcode: item as Barcode }
      const { queueOfItem, recallsOfItem, ...found } = yield* storage.read(tenant, {
        transitsOfItem: asked,
        recallsOfItem: asked,
        recalledOfItem: asked,
        setAsideOfItem: asked,
        queueOfItem: asked
      })
      views.push(found, inOrder(queueOfItem), inOrder(recallsOfItem))
    }
    for (const branch of queueBranches) {
      const by = { branch, ...page }
      const { transitsFrom, transitsTo, pickupShelf, shelfToTell, slotsOfBranch } = yield* storage.read(tenant, {
        transitsFrom: by,
        transitsTo: by,
        pickupShelf: by,
        shelfToTell: by,
        slotsOfBranch: { ...by, at: 0 }
      })
      for (const { rows, next } of [transitsFrom, transitsTo, pickupShelf, shelfToTell, slotsOfBranch])
        views.push(rows, next === null)
      if (transitsTo.next !== null) {
        const more = yield* storage.read(tenant, { transitsTo: { ...by, after: transitsTo.next } })
        views.push(more.transitsTo.rows)
      }
    }
    const { waitedTitles } = yield* storage.read(tenant, { waitedTitles: page })
    const { suspensionOver } = yield* storage.read(tenant, {
      suspensionOver: { before: Number.MAX_SAFE_INTEGER, after: null, limit: 9 }
    })
    views.push(waitedTitles.rows, suspensionOver.rows)
    return views
  })

/** Groups have no order of their own. */
const inOrder = (groups: ReadonlyArray<object>): ReadonlyArray<string> =>
  groups.map((group) => JSON.stringify(Object.entries(group).sort())).sort()
