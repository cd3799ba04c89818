import { liftedBy, type Refusal, type Refusals } from "@openshelf/core"
import type { Reply } from "../route.ts"
import { withInstantTexts } from "../wire/instants.ts"
import type { Problem, RefusalText } from "./problem.ts"
import { statusOf } from "./statusOf.ts"

/** Refusals as problem details. Of several, the one that says most surely "not you, not here" gives the status. */
export const refused = (refusals: Refusals): Reply => {
  const status = refusals.reduce((least, { _tag }) => Math.min(least, statusOf[_tag]), 422)
  const body: Problem = {
    type: "urn:openshelf:problem:refused",
    title: "The command was refused. Nothing was written.",
    status,
    refusals: refusals.map(refusalText)
  }
  return { status, body }
}

export const refusalText = ({ _tag, ...parameters }: Refusal): RefusalText => ({
  code: _tag,
  ...(withInstantTexts(parameters) as object),
  liftedBy: liftedBy(_tag)
})
