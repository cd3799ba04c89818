import { commandRoute } from "./command.ts"

export const expireReservation = commandRoute("expireReservation", {
  path: "/v1/reservations/:reservation/expire",
  tag: "circulation",
  summary: "Take a reservation off the pickup shelf whose time there is over"
})
