import type { ListTexts } from "./listTexts.ts"

export const enLists: ListTexts = {
  mode: "Lists",
  again: "Look again",
  pull: "To fetch from the shelves",
  pullHelp: "In shelf order. What was fetched is set aside for whoever it was fetched for, or sets out to them.",
  nothingToPull: "There is nothing to fetch.",
  pickupAt: (branch) => `picked up at ${branch}`,
  fetched: "Fetched",
  fetchedOne: (title) => `${title} was fetched`,
  setAside: (title, branch) => `${title}: set aside for pick-up at ${branch}`,
  notSetAside: (title) => `Not set aside: ${title}`,
  shelf: "On the pickup shelf",
  nothingOnShelf: "Nothing waits here for anybody.",
  until: (when) => `until ${when}`,
  overdue: "time is over",
  incoming: "On its way here",
  nothingIncoming: "Nothing is on its way here.",
  outgoing: "On its way from here",
  nothingOutgoing: "Nothing is on its way from here.",
  from: (branch) => `from ${branch}`,
  to: (branch) => `to ${branch}`,
  planned: "planned: it goes when it is next in hand",
  arrived: "Arrived",
  arrivedOne: (title) => `${title} has arrived`,
  tookIn: (title) => `${title}: taken in`,
  notTakenIn: (title) => `Not taken in: ${title}`,
  reason: {
    home: "home",
    reservation: "for a reservation",
    repair: "to repair",
    processing: "to be made ready",
    rotation: "its collection goes round",
    moved: "sent by staff"
  },
  first: (shown) => `The first ${shown} are shown; there are more.`
}
