import { quantile } from "../figure.ts"
import type { Tally } from "./traffic.ts"

const ms = (value: number): string => value.toFixed(2)

/** Commands by name: how many, the median and the slowest hundredth, in milliseconds; then what was refused. */
export const printTally = (title: string, { times, refusals, faults }: Tally, seconds: number): void => {
  const count = [...times.values()].reduce((sum, list) => sum + list.length, 0)
  console.log(`\n${title}: ${count} commands in ${seconds.toFixed(1)} s, ${Math.round(count / seconds)} a second`)
  const rows = [...times].map(([command, list]) => ({
    command,
    count: list.length,
    "p50 ms": ms(quantile(list, 0.5)),
    "p99 ms": ms(quantile(list, 0.99))
  }))
  console.table(rows.sort((a, b) => b.count - a.count))
  const codes = [...refusals].sort(([, a], [, b]) => b - a).map(([code, n]) => `${code} ${n}`)
  console.log(`refused: ${codes.join(", ") || "none"}`)
  if (faults.length > 0)
    console.log(`neither carried out nor refused: ${faults.length}\n${faults.slice(0, 5).join("\n")}`)
}
