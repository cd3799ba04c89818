import type { PolicyDocument } from "@openshelf/core"
import { composed } from "./composed.ts"

/** A school: pupils by stage, teachers, sets for a class; nothing costs money. */
export const school: PolicyDocument = composed({
  name: { en: "School library", zh: "学校图书馆" },
  readerCategories: {
    pupil: { name: { en: "Pupil", zh: "学生" } },
    junior: { name: { en: "Junior pupil", zh: "低年级学生" }, parent: "pupil" },
    senior: { name: { en: "Senior pupil", zh: "高年级学生" }, parent: "pupil" },
    teacher: { name: { en: "Teacher", zh: "教师" } }
  },
  itemTypes: {
    book: { name: { en: "Book", zh: "图书" } },
    textbook: { name: { en: "Textbook", zh: "教科书" } },
    "class-set": { name: { en: "Class set", zh: "班级用书" } },
    tablet: { name: { en: "Tablet", zh: "平板电脑" } }
  },
  limits: { tablet: { itemType: "tablet", name: { en: "tablets", zh: "平板电脑" } } },
  rows: [
    {
      id: "pupil",
      note: "Two weeks; a pupil who owes anything is sent to the desk.",
      when: { readerCategory: "pupil" },
      set: {
        loanPeriod: { days: 14 },
        "loanCountMax.all": 5,
        "loanCountMax.tablet": 1,
        reservationCountMax: 2,
        debtMax: "0.00"
      }
    },
    { id: "junior", when: { readerCategory: "junior" }, set: { "loanCountMax.all": 2, "loanCountMax.tablet": 0 } },
    {
      id: "teacher",
      note: "A term of thirteen weeks.",
      when: { readerCategory: "teacher" },
      set: { loanPeriod: { days: 91 }, "loanCountMax.all": 60, "loanCountMax.tablet": 30, renewalCountMax: "unlimited" }
    },
    {
      id: "textbook",
      note: "A school year.",
      when: { itemType: "textbook" },
      set: { loanPeriod: { days: 300 }, renewalCountMax: 0 }
    },
    {
      id: "class-set-pupil",
      note: "For teachers only.",
      when: { itemType: "class-set", readerCategory: "pupil" },
      set: { lendable: false, reservable: false }
    },
    { id: "tablet", note: "A day.", when: { itemType: "tablet" }, set: { loanPeriod: { days: 1 }, renewalCountMax: 0 } }
  ]
})
