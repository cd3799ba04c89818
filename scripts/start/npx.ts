import { readFileSync } from "node:fs"

/**
 * Calls back once, within a second, when the `npx` that this process was started by has ended. A SIGTERM ends npx
 * without a word to what it started, which would leave a server behind that nobody sees. Linux only; elsewhere, and
 * where no npx started this, it never calls.
 */
export const whenNpxEnds = (callback: () => void): void => {
  const npx = ancestors(process.ppid).find((pid) => read(pid, "cmdline").startsWith("npm exec"))
  if (npx === undefined) return
  const watch = setInterval(() => {
    if (read(npx, "cmdline").startsWith("npm exec")) return
    clearInterval(watch)
    callback()
  }, 1000)
}

const ancestors = (pid: number): readonly number[] => (pid > 1 ? [pid, ...ancestors(parentOf(pid))] : [])

/** In `stat` it is the second field after the program's name, which stands in parentheses and may hold any character. */
const parentOf = (pid: number): number => {
  const stat = read(pid, "stat")
  return Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1] ?? 0)
}

const read = (pid: number, file: "cmdline" | "stat"): string => {
  try {
    return readFileSync(`/proc/${pid}/${file}`, "latin1")
  } catch {
    return ""
  }
}
