import { Presets, SingleBar } from "cli-progress"

/** Tells how far long work has come. `total` 0: not known. */
export interface Progress {
  readonly start: (what: string, total: number) => void
  /** Where the work stands, and how many records were done so far. */
  readonly reach: (at: number, records: number) => void
  readonly stop: () => void
}

export const silent: Progress = { start: () => undefined, reach: () => undefined, stop: () => undefined }

const lineEveryMs = 5_000

/** A bar with rate and time left on a terminal; a line every five seconds where there is none. Writes to standard error. */
export const progressOn = (stream: NodeJS.WriteStream): Progress => (stream.isTTY ? bar(stream) : lines(stream))

const bar = (stream: NodeJS.WriteStream): Progress => {
  let shown: SingleBar | undefined
  let since = 0
  return {
    start: (what, total) => {
      since = Date.now()
      const format = `${what} {bar} {percentage}% | {records} records, {rate}/s | {eta_formatted} left`
      shown = new SingleBar({ format, stream, clearOnComplete: false, hideCursor: true }, Presets.shades_classic)
      shown.start(total, 0, { records: 0, rate: 0 })
    },
    reach: (at, records) => shown?.update(at, { records, rate: perSecond(records, since) }),
    stop: () => shown?.stop()
  }
}

const lines = (stream: NodeJS.WriteStream): Progress => {
  let name = ""
  let whole = 0
  let since = 0
  let said = 0
  return {
    start: (what, total) => {
      name = what
      whole = total
      since = said = Date.now()
    },
    reach: (at, records) => {
      const now = Date.now()
      if (now - said < lineEveryMs) return
      said = now
      const share = whole === 0 ? "" : ` ${Math.floor((100 * at) / whole)}%`
      stream.write(`${name}:${share} ${records} records, ${perSecond(records, since)}/s\n`)
    },
    stop: () => undefined
  }
}

const perSecond = (records: number, since: number): number =>
  Math.round((1_000 * records) / Math.max(1, Date.now() - since))
