declare module '#platform/events/tell.ts' {
  interface Events {
    'import.ran': { name: string; new: number; joined: number; fault: number }
    'import.undone': { name: string; removed: number; kept: number }
    /** Of each counterparty that an import made or added to; for the history alone. */
    'counterparty.imported': { name: string; file: string; import_id: string }
  }
}
export {}
