import { commandRoute } from "./command.ts"

export const handOverDebt = commandRoute("handOverDebt", {
  path: "/v1/debts/hand-over",
  tag: "circulation",
  summary: "Hand a debt over to somebody who collects it"
})
