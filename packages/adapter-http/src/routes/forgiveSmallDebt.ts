import { commandRoute } from "./command.ts"

export const forgiveSmallDebt = commandRoute("forgiveSmallDebt", {
  path: "/v1/readers/:card/small-debt",
  tag: "circulation",
  summary: "Forgive a reader what the rules count as small"
})
