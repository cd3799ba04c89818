import { commandRoute } from "./command.ts"

/** What is done with a reservation that waits. */
export const waitingReservations = [
  commandRoute("changeReservation", {
    path: "/v1/reservations/:reservation",
    method: "PATCH",
    tag: "circulation",
    summary: "Fetch it at another branch, or wait from or until another day"
  }),
  commandRoute("suspendReservation", {
    path: "/v1/reservations/:reservation/suspend",
    tag: "circulation",
    summary: "Take no copy for a while, and keep the place"
  }),
  commandRoute("resumeReservation", {
    path: "/v1/reservations/:reservation/resume",
    tag: "circulation",
    summary: "Take copies again"
  }),
  commandRoute("joinReservations", {
    path: "/v1/reservations/join",
    tag: "circulation",
    summary:
      "Say of reservations of a reader that one of them is enough, or that they are to come together; or part them"
  }),
  commandRoute("moveReservation", {
    path: "/v1/reservations/:reservation/move",
    tag: "circulation",
    summary: "Give it another place in its queue"
  })
]
