import type { RefusalTexts } from "./texts.ts"

const count = (value: number, one: string, more: string): string => `${value} ${value === 1 ? one : more}`
const days = (value: number): string => count(value, "day", "days")

/** What is counted of a reader and is above what the rules allow, by the condition's name in the policy. */
export const enReaderOverLimit: RefusalTexts["ReaderOverLimit"] = ({ condition, value, valueMax }, say) => {
  switch (condition) {
    case "loansOut":
      return `The reader has ${count(value, "item", "items")} on loan; from ${valueMax} on this is not allowed.`
    case "overdueLoans":
      return `The reader has ${count(value, "overdue item", "overdue items")}; up to ${valueMax} is allowed.`
    case "overdueDays":
      return `An item of the reader is ${days(value)} overdue; up to ${valueMax} is allowed.`
    case "awaitedOverdue":
      return `The reader has ${count(value, "overdue item", "overdue items")} that others wait for; up to ${valueMax} is allowed.`
    case "awaitedOverdueDays":
      return `An item that others wait for is ${days(value)} overdue with the reader; up to ${valueMax} is allowed.`
    case "recalledOverdue":
      return `The reader has ${count(value, "recalled item", "recalled items")} overdue; up to ${valueMax} is allowed.`
    case "recalledOverdueDays":
      return `A recalled item is ${days(value)} overdue with the reader; up to ${valueMax} is allowed.`
    case "compensationDebt":
      return `The reader owes ${say.money(value)} for losses and damage; up to ${say.money(valueMax)} is allowed.`
    case "guarantorDebt":
      return `The reader's guarantor owes ${say.money(value)}; up to ${say.money(valueMax)} is allowed.`
    case "guaranteesDebt":
      return `Those whom the reader stands for owe ${say.money(value)}; up to ${say.money(valueMax)} is allowed.`
    case "lostItems":
      return `The reader has ${count(value, "item", "items")} overdue for so long that they count as lost; up to ${valueMax} is allowed.`
    default:
      return `The reader has ${value}, allowed are ${valueMax} (${condition}).`
  }
}
