import type { PaperKind } from '#contract/papers.ts'

/** What it is called stands with the paper, for those who may read it. */
type About = { name: string; kind: PaperKind }

declare module '#platform/events/tell.ts' {
  interface Events {
    'member.paper_added': About
    'member.paper_renamed': About
    'member.paper_removed': About
    'member.paper_restored': About
  }
}
