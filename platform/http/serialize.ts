import build from 'fast-json-stringify'

/**
 * Gives a reply as JSON by its schema: what the contract does not name stays inside. Made at the first reply: three
 * hundred endpoints compiled at once hold the start up and fill the memory of a node that nobody uses.
 */
export function serializer(schema: object): (reply: unknown) => string {
  let made: ReturnType<typeof build> | undefined
  return (reply) => (made ??= build(schema))(reply) as string
}
