import Database from "better-sqlite3"

/**
 * From now on this process is killed at the n-th statement that writes, begins or commits: before it, or after it. Gives
 * how many there were so far.
 */
export const killAtStatement = (nth: number, when: "before" | "after" = "before"): (() => number) => {
  let taken = 0
  const probe = new Database(":memory:").prepare("select 1")
  const prototype = Object.getPrototypeOf(probe) as { run: (...values: ReadonlyArray<unknown>) => unknown }
  const { run } = prototype
  prototype.run = function (...values) {
    taken++
    if (taken === nth && when === "before") process.kill(process.pid, "SIGKILL")
    const answer = run.apply(this, values as never)
    if (taken === nth && when === "after") process.kill(process.pid, "SIGKILL")
    return answer
  }
  return () => taken
}
