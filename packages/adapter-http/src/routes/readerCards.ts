import { commandRoute } from "./command.ts"

export const reportLostCard = commandRoute("reportLostCard", {
  path: "/v1/readers/:card/lost-card",
  tag: "readers",
  summary: "Report a card lost: it opens nothing from now on"
})

export const renewMembership = commandRoute("renewMembership", {
  path: "/v1/readers/:card/membership",
  tag: "readers",
  summary: "Let a membership last as long again"
})
