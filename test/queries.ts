import { product } from './product.ts'

/** The live stream looks for new facts by itself, whoever asks for what; settings travel with the query they are for. */
const BY_ITSELF = /^\s*select e\.id, e\.company_id, e\.name, e\.subject_kind|pg_snapshot_xmin|^select set_config/

/** The statements that the application sends while `act` runs: for a hot list, their number is asserted. */
export async function queriesOf(act: () => Promise<unknown>): Promise<string[]> {
  const { process, app } = await product()
  const heard: string[] = []
  const watch = (sql: string) => void (BY_ITSELF.test(sql) || heard.push(sql))
  process.doorway.watch = watch
  app.frame.watch = watch
  await act()
  delete process.doorway.watch
  delete app.frame.watch
  return heard
}
