declare module '#platform/events/tell.ts' {
  interface Events {
    'file.stored': { name: string; mime: string; size: number }
  }
}
export {}
