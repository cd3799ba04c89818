import type { RefusalTexts } from "./texts.ts"

/** What is counted of a reader and is above what the rules allow, by the condition's name in the policy. */
export const zhReaderOverLimit: RefusalTexts["ReaderOverLimit"] = ({ condition, value, valueMax }, say) => {
  switch (condition) {
    case "loansOut":
      return `读者在借 ${value} 件，达到 ${valueMax} 件即不能办理。`
    case "overdueLoans":
      return `读者有 ${value} 件逾期，最多允许 ${valueMax} 件。`
    case "overdueDays":
      return `读者有馆藏逾期 ${value} 天，最多允许 ${valueMax} 天。`
    case "awaitedOverdue":
      return `读者有 ${value} 件他人等候的馆藏逾期，最多允许 ${valueMax} 件。`
    case "awaitedOverdueDays":
      return `读者有他人等候的馆藏逾期 ${value} 天，最多允许 ${valueMax} 天。`
    case "recalledOverdue":
      return `读者有 ${value} 件被催还的馆藏逾期，最多允许 ${valueMax} 件。`
    case "recalledOverdueDays":
      return `读者有被催还的馆藏逾期 ${value} 天，最多允许 ${valueMax} 天。`
    case "compensationDebt":
      return `读者欠赔偿款 ${say.money(value)}，最多允许欠 ${say.money(valueMax)}。`
    case "guarantorDebt":
      return `读者的担保人欠费 ${say.money(value)}，最多允许欠 ${say.money(valueMax)}。`
    case "guaranteesDebt":
      return `读者所担保的人欠费 ${say.money(value)}，最多允许欠 ${say.money(valueMax)}。`
    case "lostItems":
      return `读者有 ${value} 件逾期过久、视为遗失，最多允许 ${valueMax} 件。`
    default:
      return `读者现有 ${value}，最多允许 ${valueMax}（${condition}）。`
  }
}
