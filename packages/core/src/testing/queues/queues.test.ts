import { Effect } from "effect"
import fc from "fast-check"
import { expect, it } from "vitest"
import { layerMemoryWith } from "../../storage/memory.ts"
import { playQueues } from "./playQueues.ts"
import { queueActs } from "./queueAct.ts"
import { queuesAsInMemory } from "./queuesAsInMemory.ts"

it("queues end in two trips as in one, whatever happens to them; every invariant holds", async () => {
  await Effect.runPromise(queuesAsInMemory({ numRuns: 60 }).run.pipe(Effect.provide(layerMemoryWith({ trips: 2 }))))
})

const commands = [
  "addPickupSlot",
  "arrive",
  "book",
  "cancelBooking",
  "cancelRecall",
  "cancelReservation",
  "cancelTransit",
  "changeItem",
  "changeReservation",
  "checkOut",
  "claimReturned",
  "closePickupSlot",
  "expireBooking",
  "expireReservation",
  "joinReservations",
  "leaveSlot",
  "moveReservation",
  "pickUp",
  "recall",
  "renew",
  "repaired",
  "reportMissing",
  "reserve",
  "resumeReservation",
  "returnItem",
  "send",
  "sendToRepair",
  "suspendReservation",
  "takeSlot"
]

it("the sequences do what they are for: each command is carried out in some of them", async () => {
  const done = new Set<string>()
  for (const [nth, acts] of fc.sample(queueActs, { numRuns: 500, seed: 4 }).entries()) {
    if (commands.every((name) => done.has(name))) break
    const answers = await Effect.runPromise(
      playQueues(`seen-${nth}`, acts).pipe(Effect.provide(layerMemoryWith({ trips: 1 })))
    )
    for (const answer of answers) if (answer.endsWith(": done")) done.add(answer.replace(": done", ""))
  }
  expect([...done].sort()).toEqual(commands)
})
