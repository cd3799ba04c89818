import type { ChargeKind } from "../../accounts/model.ts"
import type { MoneyDocument } from "./moneyDocument.ts"

/** A language in which documents are written. */
export type DocumentLanguage = "en" | "zh"

interface Words {
  /** BCP 47. */
  readonly tag: string
  /** Between what a charge is for and what was written of it. */
  readonly colon: string
  readonly titles: Readonly<Record<MoneyDocument["kind"], string>>
  readonly totals: Readonly<Record<MoneyDocument["kind"], string>>
  readonly kinds: Readonly<Record<ChargeKind, string>>
  /** Of the methods that have a word of their own; others stand as they are. */
  readonly methods: Readonly<Record<string, string>>
  readonly reader: string
  readonly card: string
  readonly date: string
  readonly number: string
  readonly method: string
  readonly since: string
  readonly what: string
  readonly amount: string
  readonly forgone: string
  readonly credit: string
  readonly stillOwed: string
  readonly owedToReader: string
}

export const wordsIn: Readonly<Record<DocumentLanguage, Words>> = {
  en: {
    tag: "en-GB",
    colon: ": ",
    titles: { bill: "Bill", receipt: "Receipt", payout: "Receipt for money paid out" },
    totals: { bill: "Total owed", receipt: "Paid", payout: "Paid out" },
    kinds: {
      overdue: "Overdue",
      rental: "Lending fee",
      deposit: "Deposit",
      compensation: "Compensation",
      fee: "Fee",
      loss: "Lost item",
      damage: "Damage",
      processing: "Processing",
      reservation: "Reservation",
      recall: "Recall",
      membership: "Membership",
      card: "Reader's card",
      betweenLibraries: "From another library",
      reminder: "Reminder"
    },
    methods: { cash: "Cash", card: "Card", transfer: "Bank transfer" },
    reader: "Reader",
    card: "Card",
    date: "Date",
    number: "Number",
    method: "Paid by",
    since: "Since",
    what: "For",
    amount: "Amount",
    forgone: "Not asked for if all is paid at once",
    credit: "Of this, kept as credit",
    stillOwed: "Still owed",
    owedToReader: "Credit"
  },
  zh: {
    tag: "zh-CN",
    colon: "：",
    titles: { bill: "缴费通知", receipt: "收据", payout: "退款收据" },
    totals: { bill: "应缴合计", receipt: "已付", payout: "已退" },
    kinds: {
      overdue: "逾期费",
      rental: "租借费",
      deposit: "押金",
      compensation: "赔偿",
      fee: "其他费用",
      loss: "遗失赔偿",
      damage: "污损赔偿",
      processing: "加工费",
      reservation: "预约费",
      recall: "催还费",
      membership: "办证费",
      card: "读者证工本费",
      betweenLibraries: "跨馆借阅费",
      reminder: "催还费"
    },
    methods: { cash: "现金", card: "银行卡", transfer: "转账" },
    reader: "读者",
    card: "证号",
    date: "日期",
    number: "编号",
    method: "付款方式",
    since: "产生日期",
    what: "项目",
    amount: "金额",
    forgone: "一次付清时免收",
    credit: "其中转入余额",
    stillOwed: "尚欠",
    owedToReader: "余额"
  }
}
