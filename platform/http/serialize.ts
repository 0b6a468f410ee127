import build from 'fast-json-stringify'

/**
 * Gives a reply as JSON by its schema: what the contract does not name stays inside. Made at the first reply: three
 * hundred endpoints compiled at once hold the start up and fill the memory of a node that nobody uses.
 */
export function serializer(schema: object): (reply: unknown) => string {
  let made: ReturnType<typeof build> | undefined
  return (reply) => (made ??= build(plain(schema) as object))(reply) as string
}

type Json = { [name: string]: unknown }

/**
 * The schema with every choice between something and null as that thing, nullable. For a choice a check of each of its
 * kinds is compiled, which took most of an endpoint's first reply (an act on an order: 0.1 s), and run at every reply.
 */
function plain(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(plain)
  if (typeof schema !== 'object' || schema === null) return schema
  const parts = Object.entries(schema).map(([name, part]) => [name, plain(part)] as const)
  const { anyOf, ...rest } = Object.fromEntries<unknown>(parts)
  const thing = orNull(anyOf)
  return thing ? { ...rest, ...thing, nullable: true } : { ...rest, ...(anyOf !== undefined && { anyOf }) }
}

/** What a choice offers beside null, when it is one thing of one type. */
function orNull(choice: unknown): Json | null {
  if (!Array.isArray(choice) || choice.length !== 2) return null
  const [thing, ...others] = (choice as Json[]).filter(({ type }) => type !== 'null')
  return thing?.['type'] && others.length === 0 ? thing : null
}
