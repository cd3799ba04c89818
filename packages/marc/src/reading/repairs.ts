import type { Repair, RepairCode } from "./result.ts"

/** Gathers what had to be put right in one record. */
export class Repairs {
  private readonly noted: Array<Repair> = []

  note(code: RepairCode, message: string, tag: string | null = null): void {
    // A record that is broken all through says so a few times, not once a field.
    if (this.noted.length < noteCountMax) this.noted.push({ code, message, tag })
  }

  get list(): ReadonlyArray<Repair> {
    return this.noted.length === 0 ? none : this.noted
  }
}

const noteCountMax = 50
const none: ReadonlyArray<Repair> = Object.freeze([])
