import { commandRoute } from "./command.ts"

export const chargeReader = commandRoute("chargeReader", {
  path: "/v1/charges",
  tag: "circulation",
  summary: "Charge a reader by hand: compensation for a loss or for damage, or any other fee"
})
