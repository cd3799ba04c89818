import { commandRoute } from "./command.ts"

/** How copies travel between branches. */
export const transits = [
  commandRoute("send", {
    path: "/v1/items/:item/send",
    tag: "circulation",
    summary: "Send a copy to another branch, now or when it is next in hand"
  }),
  commandRoute("arrive", {
    path: "/v1/items/:item/arrive",
    tag: "circulation",
    summary: "Take in a copy that came from another branch"
  }),
  commandRoute("cancelTransit", {
    path: "/v1/items/:item/transit/cancel",
    tag: "circulation",
    summary: "A copy does not travel after all"
  })
]
