import type { MakeCheck } from "../check.ts"
import { eventFacts, parsed } from "./eventFacts.ts"

/** I25: what is kept for repeats can be given again. I27: events can be read. */
export const bodiesReadable: MakeCheck = (report) => ({
  rows: {
    command: ({ keyHash, contentHash, receipt }) => {
      if (parsed(receipt) === undefined) report("I25", [keyHash], "the receipt of a command cannot be read")
      for (const hash of [keyHash, contentHash]) {
        if (!/^[0-9a-f]{64}$/u.test(hash)) report("I25", [keyHash], "a command is kept under what is no SHA-256")
      }
    },
    event: (event) => {
      if (eventFacts(event) === null) report("I27", [`${event.streamId}#${event.seq}`], "an event cannot be read")
    }
  }
})
