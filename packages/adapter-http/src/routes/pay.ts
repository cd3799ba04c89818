import { commandRoute } from "./command.ts"

export const pay = commandRoute("pay", {
  path: "/v1/payments",
  tag: "readers",
  summary: "Take a payment"
})
