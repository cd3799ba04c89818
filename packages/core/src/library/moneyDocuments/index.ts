export { documentHtml } from "./documentHtml.ts"
export { drawUpBill, drawUpReceipt } from "./drawUp.ts"
export { forgoneIfSettled } from "./forgoneIfSettled.ts"
export {
  billOf,
  type DocumentHead,
  type DocumentLine,
  type MoneyDocument,
  receiptOf,
  type Texts
} from "./moneyDocument.ts"
export type { DocumentLanguage } from "./words.ts"
