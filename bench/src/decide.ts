import {
  AccountId,
  Barcode,
  Card,
  type CheckOut,
  type CheckOutFacts,
  compileCalendar,
  compilePolicy,
  decideCheckOut,
  Instant,
  ItemId,
  Minor,
  ReaderId,
  staffRoles,
  TitleId
} from "@openshelf/core"
import { decodeCalendar, decodePolicy } from "@openshelf/core/documents"
import { Result } from "effect"
import { benchCalendar, benchPolicy, branches, categories, itemTypes } from "./benchPolicy.ts"
import { type Figure, figure, median, timed } from "./figure.ts"

const contexts = 100_000

interface Case {
  readonly facts: CheckOutFacts
  readonly command: CheckOut
  readonly branch: string
}

/**
 * A whole checkout decision (policy, limits, due date, events, rows, receipt) over distinct contexts, each made before
 * the clock starts and used once. The baseline is what any command pays to be stored at all: its event as JSON text.
 */
export const decideBench = (): ReadonlyArray<Figure> => {
  const policy = compilePolicy(Result.getOrThrow(decodePolicy(benchPolicy)), { version: 1 })
  const calendar = compileCalendar(Result.getOrThrow(decodeCalendar(benchCalendar)))
  const actor = { kind: "staff", id: "bench", permissions: new Set<string>(staffRoles.desk) } as const
  const cases = Array.from({ length: contexts }, (_, n) => caseOf(n))
  const decide = (n: number): unknown => {
    const { facts, command, branch } = cases[n] as Case
    return decideCheckOut(facts, command, {
      tenant: "bench",
      place: { actor, branch, channel: "desk" },
      policy,
      calendar,
      ids: [`loan${n}`]
    })
  }
  for (let n = 0; n < 20_000; n++) decide(n)
  const refused = cases.findIndex((_, n) => Result.isFailure(decide(n) as Result.Result<unknown, unknown>))
  if (refused >= 0) throw new Error(`case ${refused} of the bench was refused`)
  const ours = timed(contexts, decide)
  const baseline = timed(contexts, (n) => JSON.stringify((cases[n] as Case).facts))
  return [
    figure({
      name: "decide-checkout",
      ours: median(ours),
      baseline: median(baseline),
      unit: "µs",
      what: `decide of a checkout, ${contexts} distinct contexts, median; baseline: its facts as JSON text`,
      budget: "under 10 µs"
    })
  ]
}

/** Small and repeatable: which of the many values a case takes. */
const pick = <A>(of: ReadonlyArray<A>, n: number): A => of[n % of.length] as A

const caseOf = (n: number): Case => {
  const at = Instant.make(Date.UTC(2026, 0, 5, 9) + n * 137_000)
  const itemId = ItemId.make(`item${n}`)
  const titleId = TitleId.make(`title${n}`)
  const readerId = ReaderId.make(`reader${n % 5_003}`)
  const branch = pick(branches, n >> 1)
  const type = pick(itemTypes, (n * 7) >> 2)
  return {
    branch,
    command: { item: Barcode.make(`b${n}`), card: Card.make(`c${n}`), at },
    facts: {
      item: {
        item: {
          itemId,
          version: 1 + (n % 9),
          titleId,
          barcode: Barcode.make(`b${n}`),
          status: "available",
          shelfStatus: "available",
          homeBranch: branch,
          presentBranch: branch,
          type,
          collection: `k${n % 11}`,
          location: "stacks",
          callNumber: "",
          price: null,
          priceCurrency: "",
          parts: 1,
          volumeSet: "",
          volume: "",
          lendingAlert: "",
          returnAlert: "",
          loanId: null,
          reservationId: null,
          transitId: null,
          stayBranch: null,
          lender: "",
          lenderDueAt: null,
          inHouseUses: 0,
          onShelfFrom: null,
          addedAt: Instant.make(at - (n % 1_000) * 86_400_000)
        },
        queue: { titleId, version: 1, waitingCount: n % 4, nextPlace: 5 },
        title: { titleId, title: "Title", responsibility: "", format: "book", language: "eng" }
      },
      copiesOfItem: [],
      setAsideOfItem: null,
      transitsOfItem: [],
      reader: {
        reader: {
          readerId,
          version: 3,
          status: "active",
          category: pick(categories, n * 3),
          homeBranch: pick(branches, n),
          name: "Reader",
          bornOn: `${1940 + (n % 70)}-0${1 + (n % 9)}-15`,
          language: "en",
          expiresAt: null,
          registeredAt: at,
          lentDay: null,
          lentDayCount: 0,
          reservedDay: null,
          reservedDayCount: 0,
          historyConsentAt: null
        },
        account: { accountId: AccountId.make(readerId), version: 2, balance: Minor.make(n % 900) }
      },
      loanCounts: Array.from({ length: n % 8 }, (_, k) => ({
        readerId,
        itemType: pick(itemTypes, n + k),
        collection: `k${k}`,
        branch: pick(branches, k),
        onSite: 0 as const,
        count: 1 + ((n + k) % 5)
      })),
      reservationsOfReader: [],
      joinedOfReader: []
    }
  }
}
