import type { Repairs } from "./repairs.ts"

const leaderLength = 24

/** A leader of 24 printable characters: its positions count, so what is missing or unprintable becomes a space. */
export const leaderFrom = (found: string, repairs: Repairs): string => {
  if (found.length === leaderLength && !/[^ -~]/.test(found)) return found
  repairs.note("LeaderWrong", `the leader has ${found.length} characters, or some that are none`)
  return found
    .slice(0, leaderLength)
    .padEnd(leaderLength)
    .replace(/[^ -~]/g, " ")
}
