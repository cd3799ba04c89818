import type { PolicyDocument } from "@openshelf/core"
import { composed } from "./composed.ts"

/** A university: students, staff and visitors; course reserves by the hour, laptops by the day, rare books in the house. */
export const university: PolicyDocument = composed({
  name: { en: "University library", zh: "大学图书馆" },
  readerCategories: {
    student: { name: { en: "Student", zh: "学生" } },
    undergraduate: { name: { en: "Undergraduate", zh: "本科生" }, parent: "student" },
    postgraduate: { name: { en: "Postgraduate", zh: "研究生" }, parent: "student" },
    faculty: { name: { en: "Faculty", zh: "教师" } },
    visitor: { name: { en: "Visitor", zh: "校外读者" } }
  },
  itemTypes: {
    book: { name: { en: "Book", zh: "图书" } },
    thesis: { name: { en: "Thesis", zh: "学位论文" } },
    journal: { name: { en: "Journal volume", zh: "期刊合订本" } },
    laptop: { name: { en: "Laptop", zh: "笔记本电脑" } },
    rare: { name: { en: "Rare book", zh: "善本" } }
  },
  limits: { laptop: { itemType: "laptop", name: { en: "laptops", zh: "笔记本电脑" } } },
  rows: [
    { id: "student", when: { readerCategory: "student" }, set: { "loanCountMax.all": 30, "loanCountMax.laptop": 1 } },
    {
      id: "postgraduate",
      note: "Two months at a time.",
      when: { readerCategory: "postgraduate" },
      set: { "loanCountMax.all": 60, loanPeriod: { days: 56 } }
    },
    {
      id: "faculty",
      note: "Half a year, any number of renewals.",
      when: { readerCategory: "faculty" },
      set: {
        "loanCountMax.all": 150,
        "loanCountMax.laptop": 1,
        loanPeriod: { days: 182 },
        renewalCountMax: "unlimited",
        membershipMonths: 36
      }
    },
    {
      id: "visitor",
      when: { readerCategory: "visitor" },
      set: { "loanCountMax.all": 5, "loanCountMax.laptop": 0, reservationCountMax: 2, renewalCountMax: 1 }
    },
    {
      id: "laptop",
      note: "A day, for money when late.",
      when: { itemType: "laptop" },
      set: {
        loanPeriod: { days: 1 },
        renewalCountMax: 0,
        overdueRate: { amount: "2.00", per: "hour" },
        overdueCap: "50.00"
      }
    },
    {
      id: "course-reserve",
      note: "Three hours, for money when late; the next three hours if nobody waits.",
      when: { collection: "course-reserve" },
      set: {
        loanPeriod: { hours: 3 },
        renewalPeriod: { hours: 3 },
        renewFrom: "now",
        renewalCountMax: 1,
        overdueRate: { amount: "1.00", per: "hour" },
        overdueCap: "20.00",
        reservable: false
      }
    },
    {
      id: "thesis",
      note: "A week.",
      when: { itemType: "thesis" },
      set: { loanPeriod: { days: 7 }, renewalCountMax: 0 }
    },
    {
      id: "journal",
      note: "Three days.",
      when: { itemType: "journal" },
      set: { loanPeriod: { days: 3 }, renewalCountMax: 0 }
    },
    {
      id: "rare",
      note: "Read in the house only.",
      when: { itemType: "rare" },
      set: { lendable: false, reservable: false }
    }
  ]
})
