import { commandRoute } from "./command.ts"

export const giveBackDeposit = commandRoute("giveBackDeposit", {
  path: "/v1/deposits/give-back",
  tag: "circulation",
  summary: "Hand a deposit back"
})
