import { issueToken } from "@openshelf/adapter-http"
import { type Answer, type Desk, type Library, openLibrary } from "@openshelf/core"
import { layerMemory } from "@openshelf/core/memory"

const tenant = "town"
const day = 86_400_000

const policy = {
  currency: "CNY",
  rounding: "halfUp",
  precedence: { by: "mostCriteria" },
  readerCategories: { adult: { name: { en: "Adult", zh: "成人" } } },
  itemTypes: {
    book: { name: { en: "Book", zh: "图书" } },
    reference: { name: { en: "Reference work", zh: "工具书" } }
  },
  limits: { all: {} },
  partners: { hill: { name: { en: "Hill Library", zh: "山城图书馆" }, card: "2003" }, dale: {} },
  compensations: {
    town: {
      basis: { from: [{ from: "recordedPrice" }, { from: "estimate" }] },
      damage: {
        kinds: {
          stain: [
            { grade: "light", cost: { perPage: "0.50" } },
            { grade: "heavy", cost: { percentOfPrice: { min: "20", max: "60" } } }
          ],
          water: [{ grade: "unusable", cost: { asLoss: true } }]
        }
      },
      parts: { map: "5.00" },
      suspensionDays: { onPurpose: 60 }
    }
  },
  rows: [
    {
      id: "base",
      when: {},
      set: {
        lendable: true,
        loanPeriod: { days: 14 },
        dueTime: "closing",
        closedDays: "nextOpenDay",
        renewalCountMax: 1,
        renewFrom: "due",
        renewalWhenWaiting: false,
        "loanCountMax.all": 3,
        overdueRate: { amount: "0.10", per: "day" },
        overdueCap: "15.00",
        overdueOnClosedDays: true,
        reservationCountMax: 5,
        reservable: true,
        reservableOnShelf: true,
        pickupDays: 3,
        debtMax: "20.00",
        compensation: "town",
        waiverMax: "3.00",
        membershipMonths: 12
      }
    },
    { id: "reference", when: { itemType: "reference" }, set: { lendable: false } }
  ]
}

const everyDay = Object.fromEntries(
  ["mon", "tue", "wed", "thu", "fri", "sat", "sun"].map((name) => [name, ["09:00-18:00"]])
)
const calendar = {
  branches: {
    central: { name: { en: "Central Library", zh: "中心馆" }, zone: "Asia/Shanghai", hours: everyDay },
    hillside: { name: { en: "Hillside Branch", zh: "山前分馆" }, zone: "Asia/Shanghai", hours: everyDay }
  }
}

const titles = [
  { title: "红楼梦", responsibility: "曹雪芹", barcodes: ["i1"] },
  { title: "Pride and Prejudice", responsibility: "Jane Austen", barcodes: ["i2"] },
  { title: "西游记", responsibility: "吴承恩", barcodes: ["i3"] },
  { title: "Walden", responsibility: "Henry David Thoreau", barcodes: ["i4"] },
  { title: "辞海", responsibility: "", barcodes: ["r1"], type: "reference" },
  { title: "Moby-Dick", responsibility: "Herman Melville", barcodes: ["h1"], homeBranch: "hillside" }
]

export interface SmallLibrary {
  readonly library: Library
  readonly tokens: { readonly manager: string; readonly desk: string; readonly reader: string }
}

/**
 * Six titles and two readers: 2001 has a long overdue loan of i3 and one that is not (i4); 2002 waits for i4.
 */
export const smallLibrary = async (): Promise<SmallLibrary> => {
  const now = Date.now()
  const opened = now - 60 * day
  const library = await openLibrary({ storage: layerMemory })
  must(await library.openTenant({ tenant, name: "Town Library 城市图书馆", policy, calendar, at: opened }))
  const desk = library.at({ tenant, branch: "central", actor: { kind: "job", name: "set-up" }, channel: "job" })
  const titleIds = await addTitles(desk, opened)
  const readers: Array<string> = []
  for (const [card, name] of [
    ["2001", "赵书签"],
    ["2002", "Ben Page"]
  ] as const)
    readers.push(must(await desk.registerReader({ card, name, category: "adult", at: opened, key: card })).readerId)
  must(await desk.checkOut({ item: "i3", card: "2001", at: now - 40 * day, key: "lent-i3" }))
  must(await desk.checkOut({ item: "i4", card: "2001", at: now - day, key: "lent-i4" }))
  must(await desk.reserve({ title: titleIds.get("Walden") ?? "", card: "2002", at: now - day, key: "for-ben" }))
  const token = async (role: "manager" | "desk" | "reader", subject: string): Promise<string> => {
    const issued = await issueToken({ tenant, role, subject, branch: "central", at: now })
    await library.putToken(tenant, issued.row)
    return issued.token
  }
  const tokens = {
    manager: await token("manager", "anna"),
    desk: await token("desk", "dora"),
    reader: await token("reader", readers[0] ?? "")
  }
  return { library, tokens }
}

const addTitles = async (desk: Desk, at: number): Promise<ReadonlyMap<string, string>> => {
  const ids = new Map<string, string>()
  for (const { title, responsibility, barcodes, type = "book", homeBranch = "central" } of titles) {
    const { titleId } = must(await desk.addTitle({ description: { title, responsibility }, at, key: title }))
    ids.set(title, titleId)
    for (const barcode of barcodes)
      must(await desk.addItem({ title: titleId, barcode, type, homeBranch, at, key: barcode }))
  }
  return ids
}

const must = <R>(answer: Answer<R> | { readonly ok: boolean }): R => {
  if (!answer.ok) throw new Error(JSON.stringify(answer))
  return "receipt" in answer ? answer.receipt : (undefined as R)
}
