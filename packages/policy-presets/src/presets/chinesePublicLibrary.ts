import type { PolicyDocument } from "@openshelf/core"
import { composed } from "./composed.ts"

/**
 * A public library in China: cards with general, foreign-language and children's functions; a month, one renewal of a
 * month, ten fen a day. Deposits are kept outside the policy.
 */
export const chinesePublicLibrary: PolicyDocument = composed({
  name: { en: "Chinese public library", zh: "公共图书馆（中国）" },
  currency: "CNY",
  precedence: {
    by: "criteriaOrder",
    order: ["itemType", "collection", "readerCategory", "language", "readerAge", "branch", "waiting"]
  },
  readerCategories: {
    general: { name: { en: "General card", zh: "普通外借证" } },
    foreign: { name: { en: "Card with foreign books", zh: "外文外借证" }, parent: "general" },
    senior: { name: { en: "Senior card", zh: "老年证" }, parent: "general" },
    child: { name: { en: "Children's card", zh: "少儿证" } },
    "reading-room": { name: { en: "Reading-room card", zh: "阅览证" } }
  },
  itemTypes: {
    book: { name: { en: "Book", zh: "图书" } },
    "children-book": { name: { en: "Children's book", zh: "少儿图书" } },
    "bound-serial": { name: { en: "Bound serial", zh: "过刊合订本" } },
    disc: { name: { en: "Disc", zh: "光盘" } },
    ancient: { name: { en: "Ancient book", zh: "古籍" } },
    "local-document": { name: { en: "Local document", zh: "地方文献" } }
  },
  limits: {
    disc: { itemType: "disc", name: { en: "discs", zh: "光盘" } }
  },
  rows: [
    {
      id: "month",
      note: "一个月，可续借一次。",
      when: { readerCategory: ["general", "child"] },
      set: {
        loanPeriod: { days: 30 },
        renewalPeriod: { days: 30 },
        renewalCountMax: 1,
        "loanCountMax.disc": 3,
        reservationCountMax: 5,
        membershipMonths: "unlimited",
        dueCutAtExpiry: true
      }
    },
    {
      id: "general",
      note: "逾期每天一角。",
      when: { readerCategory: "general" },
      set: { "loanCountMax.all": 10, overdueRate: { amount: "0.10", per: "day" }, overdueCap: "20.00" }
    },
    {
      id: "child",
      note: "少儿证不收逾期费。",
      when: { readerCategory: "child" },
      set: { overdueRate: "none", "loanCountMax.all": 6 }
    },
    {
      id: "senior",
      note: "老年读者借期较长。",
      when: { readerCategory: "senior" },
      set: { loanPeriod: { days: 45 }, overdueRate: "none" }
    },
    {
      id: "foreign-books",
      note: "外文图书须持外文外借证。",
      when: { readerCategory: ["general", "senior"], language: { not: ["chi", "zh"] } },
      set: { lendable: false, reservable: false }
    },
    {
      id: "foreign-card",
      when: { readerCategory: "foreign", language: { not: ["chi", "zh"] } },
      set: { lendable: true, reservable: true }
    },
    {
      id: "reading-room",
      note: "阅览证只在馆内使用。",
      when: { readerCategory: "reading-room" },
      set: { lendable: false, reservable: false, "loanCountMax.all": 0, "loanCountMax.disc": 0 }
    },
    { id: "disc", when: { itemType: "disc" }, set: { loanPeriod: { days: 7 }, renewalCountMax: 0 } },
    {
      id: "kept-in-house",
      note: "古籍、地方文献和过刊合订本不外借。",
      when: { itemType: ["ancient", "local-document", "bound-serial"] },
      set: { lendable: false, reservable: false }
    }
  ]
})
