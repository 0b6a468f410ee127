/** `npm run -s read-mail -- FILE…`: how each letter is read, one JSON a line. An administrator's way to see why. */
import { readFile } from 'node:fs/promises'
import { readMail } from './read-mail.ts'

for (const path of process.argv.slice(2))
  process.stdout.write(`${JSON.stringify(await readMail(await readFile(path)))}\n`)
