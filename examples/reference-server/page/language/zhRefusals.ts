import type { RefusalTexts } from "./texts.ts"

/** Every refusal in Chinese, with its numbers. */
export const zhRefusals: RefusalTexts = {
  ItemUnknown: ({ item }) => `没有条码为 ${item} 的馆藏。`,
  ReaderUnknown: ({ reader }) => `没有证号为 ${reader} 的读者。`,
  TitleUnknown: () => "目录中没有这一题名。",
  ReservationUnknown: () => "没有这一预约。",
  ChargeUnknown: () => "该账户没有这笔未结费用。",
  BranchUnknown: ({ branch }) => `没有分馆 ${branch}。`,
  ReaderCategoryUnknown: ({ category }) => `没有读者类型 ${category}。`,
  ItemTypeUnknown: ({ itemType }) => `没有馆藏类型 ${itemType}。`,
  BarcodeTaken: ({ barcode }) => `条码 ${barcode} 已用于另一件馆藏。`,
  CardTaken: ({ card }) => `证号 ${card} 已属于另一位读者。`,
  LastCard: ({ card }) => `${card} 是该读者唯一的读者证。`,
  ReaderRemoved: () => "该读者已注销。",
  ReaderExpired: ({ expiredAt }, say) => `读者证已于 ${say.day(expiredAt)} 过期。`,
  DebtOverLimit: ({ debt, debtMax }, say) => `读者欠费 ${say.money(debt)}，最多允许欠 ${say.money(debtMax)}。`,
  LoanLimitReached: ({ count, countMax, limit }) => `读者已借 ${count} 件，最多可借 ${countMax} 件（限额“${limit}”）。`,
  ItemNotLendable: ({ itemType }, say) => `此类馆藏不外借：${say.itemType(itemType)}。`,
  ItemOnLoan: () => "这件馆藏已借出，请先归还。",
  ItemNotOnLoan: () => "这件馆藏没有借出。",
  ItemWithdrawn: () => "这件馆藏已注销。",
  ItemKeptForOther: () => "这件馆藏已为其他读者保留。",
  NothingSetAside: () => "这件馆藏不是为该读者保留的。",
  RenewalLimitReached: ({ count, countMax }) =>
    countMax === 0 ? "此项借阅不能续借。" : `已续借 ${count} 次，最多可续借 ${countMax} 次。`,
  OthersWaiting: ({ waitingCount }) => `有 ${waitingCount} 位其他读者正在等候。`,
  RenewalWouldShorten: ({ dueAt, newDueAt }, say) =>
    `现在续借，应还时间为 ${say.instant(newDueAt)}，不晚于现在的 ${say.instant(dueAt)}。`,
  ItemNotReservable: ({ itemType }, say) => `此类馆藏不能预约：${say.itemType(itemType)}。`,
  TitleWithoutItems: () => "本馆没有这一题名的馆藏。",
  ItemOnShelf: ({ branches }, say) => `架上有可借的馆藏：${branches.map(say.branch).join("、")}。`,
  AlreadyReserved: () => "读者已预约这一题名。",
  ReservationLimitReached: ({ count, countMax }) => `读者已有 ${count} 项预约，最多可有 ${countMax} 项。`,
  ReservationEnded: ({ state }) => `这一预约已结束（${endedAs[state] ?? state}）。`,
  ReservationOnShelf: ({ shelfUntil }, say) => `仍在预约架上保留至 ${say.instant(shelfUntil)}。`,
  AmountOverDebt: ({ amount, debt }, say) => `${say.money(amount)} 超过了欠费 ${say.money(debt)}。`,
  PolicyNotInForce: () => "尚无生效的馆规。",
  PolicySettingMissing: ({ setting }) => `馆规没有规定：${setting}。`,
  CalendarNotInForce: () => "尚无生效的开馆日历。",
  CalendarHasNoOpenDay: ({ branch }, say) => `${say.branch(branch)}近期没有开馆日。`,
  NotPermitted: ({ permission }) => `您没有办理权限（${permission}）。`,
  KeyUsedForOther: () => "此次提交的编号已用于其他内容，请重新输入。",
  ReaderOverLimit: ({ condition, value, valueMax }) => `读者现有 ${value}，最多允许 ${valueMax}（${condition}）。`,
  ReaderBlocked: ({ kind, note, endsAt }, say) =>
    `读者已被限制：${kind}${note === "" ? "" : `，${note}`}${endsAt === null ? "" : `，至 ${say.day(endsAt)}`}。`,
  ReaderTooYoung: ({ age, ageMin }) => `读者 ${age} 岁，须满 ${ageMin} 岁方可外借。`,
  OnSiteOnly: ({ itemType }) => `类型“${itemType}”仅供馆内阅览。`,
  TitleLimitReached: ({ count, countMax }) => `读者已借此书 ${count} 本，最多可借 ${countMax} 本。`,
  BlockUnknown: ({ block }) => `读者没有限制 ${block}。`,
  ItemStatusForbids: ({ status }) => `该册状态为“${status}”，不可办理。`,
  LentToReader: () => "该读者已借此册，可办理续借。",
  ReturnNotHere: ({ branch }) => `此册只能在 ${branch} 归还。`
}

const endedAs: Readonly<Record<string, string>> = { filled: "已领取", cancelled: "已取消", expired: "已过期" }
