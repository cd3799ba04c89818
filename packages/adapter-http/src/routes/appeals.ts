import { commandRoute } from "./command.ts"

export const appeal = commandRoute("appeal", {
  path: "/v1/appeals",
  tag: "readers",
  summary: "Dispute a charge, with a reason and evidence"
})

export const decideAppeal = commandRoute("decideAppeal", {
  path: "/v1/appeals/:appeal/decide",
  tag: "readers",
  summary: "Decide a dispute: the charge stands, comes to less, or to nothing"
})
