import type { Parsed, ReadResult, Rejection, Syntax } from "./result.ts"

/** Numbers the records of one input and keeps them until they are fetched. */
export class Results {
  readonly syntax: Syntax
  private gathered: Array<ReadResult> = []
  private recordCount = 0

  constructor(syntax: Syntax) {
    this.syntax = syntax
  }

  add(parsed: Parsed, raw: Uint8Array, offset: number): void {
    if (parsed.ok) {
      const { record, repairs } = parsed
      const position = { record: ++this.recordCount, offset }
      this.gathered.push({ ok: true, record, position, repairs, syntax: this.syntax, raw })
    } else this.reject(parsed.reason, raw, offset)
  }

  reject(reason: Rejection, raw: Uint8Array, offset: number, size: number = raw.length): void {
    const position = { record: ++this.recordCount, offset }
    this.gathered.push({ ok: false, reason, position, syntax: this.syntax, raw, size })
  }

  fetch(): ReadonlyArray<ReadResult> {
    const results = this.gathered
    this.gathered = []
    return results
  }
}
