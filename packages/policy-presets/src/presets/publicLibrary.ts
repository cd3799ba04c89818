import type { PolicyDocument } from "@openshelf/core"
import { composed } from "./composed.ts"

/** A public library: adults, children and institutions; books, films, music, games, magazines, works for reference. */
export const publicLibrary: PolicyDocument = composed({
  name: { en: "Public library", zh: "公共图书馆" },
  readerCategories: {
    adult: { name: { en: "Adult", zh: "成人" } },
    reduced: { name: { en: "Reduced fee", zh: "优惠读者" }, parent: "adult" },
    child: { name: { en: "Child", zh: "少儿" } },
    institution: { name: { en: "Institution", zh: "单位" } }
  },
  itemTypes: {
    book: { name: { en: "Book", zh: "图书" } },
    av: { name: { en: "Film and music", zh: "视听资料" } },
    film: { name: { en: "Film", zh: "影碟" }, parent: "av" },
    music: { name: { en: "Music", zh: "音乐" }, parent: "av" },
    game: { name: { en: "Game", zh: "游戏" } },
    magazine: { name: { en: "Magazine", zh: "期刊" } },
    reference: { name: { en: "Reference work", zh: "工具书" } }
  },
  limits: {
    av: { itemType: "av", name: { en: "films and music", zh: "视听资料" } },
    game: { itemType: "game", name: { en: "games", zh: "游戏" } }
  },
  rows: [
    {
      id: "adult",
      note: "Ten cents a day from the first day, five euros at most.",
      when: { readerCategory: "adult" },
      set: {
        overdueRate: { amount: "0.10", per: "day" },
        overdueCap: "5.00",
        "loanCountMax.av": 8,
        "loanCountMax.game": 2
      }
    },
    {
      id: "child",
      note: "Children pay nothing for being late.",
      when: { readerCategory: "child" },
      set: { "loanCountMax.all": 15, "loanCountMax.av": 4, "loanCountMax.game": 2, reservationCountMax: 5 }
    },
    {
      id: "institution",
      note: "Schools, nurseries and care homes: much, and long.",
      when: { readerCategory: "institution" },
      set: { "loanCountMax.all": 100, "loanCountMax.av": 20, "loanCountMax.game": 5, loanPeriod: { days: 56 } }
    },
    {
      id: "av",
      note: "Two weeks, one renewal.",
      when: { itemType: "av" },
      set: { loanPeriod: { days: 14 }, renewalCountMax: 1 }
    },
    {
      id: "film",
      note: "A week, one renewal.",
      when: { itemType: "film" },
      set: { loanPeriod: { days: 7 }, renewalCountMax: 1 }
    },
    {
      id: "game",
      note: "Two weeks, no renewal.",
      when: { itemType: "game" },
      set: { loanPeriod: { days: 14 }, renewalCountMax: 0 }
    },
    {
      id: "magazine",
      note: "Two weeks, no renewal.",
      when: { itemType: "magazine" },
      set: { loanPeriod: { days: 14 }, renewalCountMax: 0 }
    },
    {
      id: "reference",
      note: "Stays in the house.",
      when: { itemType: "reference" },
      set: { lendable: false, reservable: false }
    },
    {
      id: "bestseller",
      note: "Two weeks where five or more wait, and no renewal.",
      when: { waiting: { min: 5 } },
      set: { loanPeriod: { days: 14 }, renewalCountMax: 0 }
    }
  ]
})
