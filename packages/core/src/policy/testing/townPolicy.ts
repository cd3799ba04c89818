/** A small policy that is in order, as text with comments: tests break it in one place at a time. */
export const townPolicy = `{
  // A town library.
  "name": { "en": "Town library", "zh": "镇图书馆" },
  "currency": "CNY",
  "rounding": "halfUp",
  "precedence": { "by": "criteriaOrder", "order": ["branchGroup", "readerCategory", "itemType"] },
  "readerCategories": {
    "adult": { "name": { "en": "Adult" } },
    "student": { "parent": "adult" },
    "child": {}
  },
  "itemTypes": { "book": {}, "av": {}, "dvd": { "parent": "av" } },
  "branchGroups": { "rural": ["hill", "lake"] },
  "libraries": { "town": ["main"], "county": ["hill", "lake"] },
  "limits": { "all": {}, "av": { "itemType": ["av"] } },
  "rows": [
    {
      "id": "base",
      "when": {},
      "set": { "lendable": true, "loanPeriod": { "days": 28 }, "debtMax": "20.00", "loanCountMax.all": 10 }
    },
    {
      "id": "child-av",
      "note": "Films for children: short.",
      "when": { "readerCategory": "child", "itemType": ["av"] },
      "set": { "loanPeriod": { "days": 7 }, "loanCountMax.av": 2 }
    },
    {
      "id": "rural",
      "when": { "branchGroup": "rural", "readerCategory": { "not": ["child"] } },
      "set": { "loanPeriod": { "days": 42 }, }
    }
  ]
}
`
