import type { Instant } from "../../calendar/instant.ts"
import { formatInstant } from "../../calendar/instantText.ts"
import type { LoanDue, Page } from "../../decision/facts.ts"
import type { IncidentRow } from "../../incidents/model.ts"
import type { Answer, Desk } from "../desk.ts"
import { faultName } from "../faultName.ts"
import type { Library } from "../openLibrary.ts"

/** A loan that should have been counted as lost, or a loss that should have been charged. */
export interface NotAged {
  readonly loanId: string | null
  readonly incidentId: string | null
  /** JSON of the refusals, or the name of a fault. */
  readonly because: string
}

/** What a night did. */
export interface AgedLosses {
  readonly aged: number
  readonly billed: number
  /** Losses that no charge names any more, as nothing of them can be given back. */
  readonly forgotten: number
  readonly notDoneCount: number
  /** The first thousand; `onNotDone` is told of all. */
  readonly notDone: ReadonlyArray<NotAged>
}

interface Run {
  readonly tenant: string
  readonly at: Instant | number
  readonly onNotDone?: (one: NotAged) => void
}

export const ageLossesJob = "ageLosses"

const pageSize = 200
const listedMax = 1000

/**
 * Counts loans as lost that are overdue for as long as the policy says, and charges the losses whose time has come, those
 * too for which no copy was brought in time. It may stop anywhere and be run again, twice at once too: each is done once.
 * What is refused or fails is reported and holds up no other. Memory does not grow with loans.
 */
export const ageLosses = async (library: Library, { tenant, at, onNotDone }: Run): Promise<AgedLosses> => {
  const desk = library.at({ tenant, branch: "", actor: { kind: "job", name: ageLossesJob }, channel: "job" })
  const notDone: Array<NotAged> = []
  let notDoneCount = 0
  const told = (outcomes: ReadonlyArray<Outcome>, named: (nth: number) => Omit<NotAged, "because">): number => {
    for (const [nth, outcome] of outcomes.entries()) {
      if (outcome === "done" || outcome === null) continue
      const one = { ...named(nth), ...outcome }
      notDoneCount++
      if (notDone.length < listedMax) notDone.push(one)
      onNotDone?.(one)
    }
    return outcomes.filter((outcome) => outcome === "done").length
  }
  let aged = 0
  for await (const due of pages(async (after) => {
    const { loansDue } = await library.read(tenant, { loansDue: { from: 0, before: at, after, limit: pageSize } })
    return loansDue
  })) {
    const loans = due.filter(({ loan }) => loan.state === "onLoan")
    aged += told(await each(desk, "ageToLost", loans.map(agingOf(at))), (nth) => ({
      loanId: loans[nth]?.loan.loanId ?? null,
      incidentId: null
    }))
  }
  let billed = 0
  for await (const rows of pages(async (after) => {
    const asked = { before: at + 1, after, limit: pageSize }
    return (await library.read(tenant, { incidentsToBill: asked })).incidentsToBill
  })) {
    billed += told(await each(desk, "billIncident", rows.map(billingOf(at))), (nth) => ({
      loanId: rows[nth]?.loanId ?? null,
      incidentId: rows[nth]?.incidentId ?? null
    }))
  }
  let forgotten = 0
  for await (const links of pages((after) => library.scan(tenant, "chargeIncident", after, pageSize))) {
    const incidents = [...new Set(links.map(({ incidentId }) => incidentId))]
    const inputs = incidents.map((incident) => ({ incident, at, key: `forget ${incident} ${at}` }))
    forgotten += told(await each(desk, "forgetLoss", inputs), (nth) => ({
      loanId: null,
      incidentId: incidents[nth] ?? null
    }))
  }
  return { aged, billed, forgotten, notDoneCount, notDone }
}

/** The rows of page after page. */
async function* pages<Row>(
  read: (after: string | null) => Promise<Page<Row>>
): AsyncGenerator<ReadonlyArray<Row>, void, void> {
  for (let after: string | null = null; ; ) {
    const page: Page<Row> = await read(after)
    yield page.rows
    if (page.next === null) return
    after = page.next
  }
}

const agingOf =
  (at: number) =>
  ({ loan, barcode }: LoanDue) => ({
    item: barcode,
    at,
    key: `age ${loan.loanId} ${loan.version} ${formatInstant(loan.dueAt)}`
  })

const billingOf =
  (at: number) =>
  ({ incidentId, version }: IncidentRow) => ({ incident: incidentId, at, key: `bill ${incidentId} ${version}` })

/** `null`: somebody else was quicker, or it is not its time. */
type Outcome = "done" | { readonly because: string } | null

const each = async <N extends "ageToLost" | "billIncident" | "forgetLoss">(
  desk: Desk,
  name: N,
  inputs: Parameters<Desk["many"]>[1] & ReadonlyArray<Parameters<Desk[N]>[0]>
): Promise<ReadonlyArray<Outcome>> => {
  if (inputs.length === 0) return []
  try {
    return (await desk.many(name, inputs as never)).map(outcomeOf)
  } catch {
    // One of them is broken: each alone, so that the others are done.
    const outcomes: Array<Outcome> = []
    const give = desk[name] as (input: unknown) => Promise<Answer<unknown>>
    for (const input of inputs) outcomes.push(await give(input).then(outcomeOf, faultOf))
    return outcomes
  }
}

const notNow: ReadonlyArray<string> = [
  "TooSoon",
  "ItemNotOnLoan",
  "ItemStatusForbids",
  "IncidentStateForbids",
  "KeyUsedForOther"
]

const outcomeOf = (answer: Answer<unknown>): Outcome => {
  if (answer.ok) return answer.repeated ? null : "done"
  if ("invalid" in answer) return { because: JSON.stringify(answer.invalid) }
  return answer.refusals.some(({ _tag }) => notNow.includes(_tag)) ? null : { because: JSON.stringify(answer.refusals) }
}

const faultOf = (fault: unknown): Outcome => ({
  because: faultName(fault)
})
