import { commandRoute } from "./command.ts"

export const cancelReservation = commandRoute("cancelReservation", {
  path: "/v1/reservations/:reservation/cancel",
  tag: "circulation",
  summary: "Leave a queue or the pickup shelf"
})
