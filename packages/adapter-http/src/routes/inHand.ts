import { Barcode, notPermitted } from "@openshelf/core"
import { inHand as scan } from "@openshelf/core/desk-work"
import { Schema } from "effect"
import { problem } from "../problem/problem.ts"
import { refused } from "../problem/refused.ts"
import { found, type Route } from "../route.ts"
import { withInstantTexts } from "../wire/instants.ts"
import { InstantText } from "../wire/instantText.ts"
import { StaffItemView, staffItemView, TitleLine, titleLine } from "../wire/views.ts"

const { Int, String: Text, Struct, NullOr, Boolean: YesOrNo } = Schema

const forStaff = { _tag: "NotPermitted", permission: "loans.return" } as const

export const inHand: Route = {
  name: "inHand",
  method: "GET",
  path: "/v1/items/:barcode/in-hand",
  tag: "circulation",
  summary: "What one scan says of a copy at this desk, and what to do with it; nothing is written",
  params: { barcode: Barcode },
  answer: Struct({
    item: StaffItemView,
    title: TitleLine,
    waitingCount: Int,
    loan: NullOr(
      Struct({
        loanId: Text,
        lentAt: InstantText,
        dueAt: InstantText,
        overdue: YesOrNo,
        renewalCount: Int,
        onSite: YesOrNo
      })
    ),
    keptFor: NullOr(
      Struct({
        reservationId: Text,
        pickupBranch: Text,
        shelfUntil: NullOr(InstantText),
        ofSet: NullOr(Struct({ here: Int, of: Int }))
      })
    ),
    next: Text,
    sendTo: NullOr(Text),
    sendBackTo: NullOr(Text)
  }),
  signedIn: true,
  permits: ({ actor, channel }) => {
    const refusal = actor.kind === "staff" ? notPermitted("returnItem", actor, channel) : forStaff
    return refusal === null ? null : refused([refusal])
  },
  handle: async ({ library, identity, params, now }) => {
    const { tenant, branch } = identity
    const desk = library.at(identity)
    const scanned = await scan(library, { tenant, branch, desk, item: params.barcode ?? "", at: now })
    if (scanned === null) return problem("unknown")
    const { item, title, ...rest } = scanned
    return found(withInstantTexts({ ...rest, item: staffItemView(item), title: titleLine(title) }))
  }
}
