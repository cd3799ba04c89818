import { dayNumber } from "../../calendar/civilDay.ts"
import type { LocalDay } from "../../calendar/localDay.ts"
import type { Asked } from "../../decision/consult.ts"
import { currencyDigits } from "../../money/currency.ts"
import { Minor } from "../../money/minor.ts"
import { rateOf } from "../../money/rate.ts"
import { minorOf } from "../../policy/form/amounts.ts"
import type { CompiledPolicy, SettingForm } from "../../policy/index.ts"
import type { OverdueRate, OverdueTerms } from "../overdueCharge.ts"
import type { TimeCounted } from "./lateTime.ts"
import type { Counting } from "./lateUnit.ts"
import type { LateTerms } from "./lateUnits.ts"
import type { ReminderTerms } from "./reminders.ts"
import type { SuspensionTerms } from "./suspension.ts"

/** What being late costs by these settings: `"free"` where they say so, `null` where they do not say. */
export const overdueTerms = (asked: Asked, { document }: CompiledPolicy): OverdueTerms | "free" | null => {
  const rate = asked.required("overdueRate")
  if (rate === undefined) return null
  if (rate === "none") return "free"
  const cap = asked.required("overdueCap")
  const onClosedDays = asked.required("overdueOnClosedDays")
  if (cap === undefined || onClosedDays === undefined) return null
  return {
    ...lateTerms(asked, onClosedDays),
    rate: rateFrom(rate, currencyDigits(document.currency)),
    cap,
    capOfPrice: asked.optional("overdueCapOfPrice", "unlimited"),
    rounding: document.rounding
  }
}

/** For how long being late stops a reader by these settings; `null`: not at all. */
export const suspensionTerms = (asked: Asked): SuspensionTerms | null => {
  const suspension = asked.optional("suspension", "none")
  if (suspension === "none") return null
  return {
    ...lateTerms(asked, asked.optional("overdueOnClosedDays", true)),
    ...countingFrom(suspension),
    days: suspension.days,
    daysMax: asked.optional("suspensionDaysMax", "unlimited"),
    onClosedDays: asked.optional("suspensionOnClosedDays", true),
    cumulative: asked.optional("suspensionCumulative", false)
  }
}

/** The ladder of reminders by these settings; `null`: there is none. */
export const reminderTerms = (asked: Asked, { document }: Pick<CompiledPolicy, "document">): ReminderTerms | null => {
  const steps = asked.optional("reminders", null)
  if (steps === null) return null
  return {
    steps: steps.map(({ daysAfterDue, fee = "0" }) => ({
      daysAfterDue,
      fee: Minor.make(minorOf(fee, document.currency) ?? 0)
    })),
    onClosedDays: asked.optional("reminderOnClosedDays", true),
    renewableAfter: asked.optional("renewableAfterReminder", true)
  }
}

const lateTerms = (asked: Asked, onClosedDays: SettingForm<"overdueOnClosedDays">): LateTerms => ({
  counted: countedIn(onClosedDays),
  grace: asked.optional("overdueGrace", { days: 0 }),
  graceIncluded: asked.optional("overdueGraceIncluded", true),
  graceCounted: countedIn(asked.optional("overdueGraceOnClosedDays", onClosedDays)),
  amnesties: asked.optional("overdueAmnesties", none).map(({ from, to, afterwards }) => ({
    from: dayNumber(from) as LocalDay,
    to: dayNumber(to) as LocalDay,
    afterwards
  }))
})

const none: SettingForm<"overdueAmnesties"> = []

const countedIn = (onClosedDays: SettingForm<"overdueOnClosedDays">): TimeCounted =>
  onClosedDays === "openHoursOnly" ? "openHours" : onClosedDays ? "always" : "openDays"

const countingFrom = ({
  per,
  every = 1,
  counts = "begun"
}: Pick<Counting, "per"> & Partial<Omit<Counting, "per">>): Counting => ({ per, every, counts })

const rateFrom = (rate: Exclude<SettingForm<"overdueRate">, "none">, digits: number): OverdueRate => ({
  ...countingFrom(rate),
  tiers: ("tiers" in rate ? rate.tiers : [{ from: 1, amount: rate.amount }]).map(({ from, to, amount }) => ({
    from,
    to: to ?? null,
    rate: rateOf(amount, digits)
  }))
})
