/** The door of files: taking them in, giving them out, and whose they are. */
import './events.ts'
export { disposition } from './disposition.ts'
export { keepFile } from './keep-file.ts'
export { filesAmong, filesById, findFile, insistOwnFiles, keepAsPaper } from './queries.ts'
export { AskedWidth, fileRoutes } from './routes.ts'
export { sendFile } from './send-file.ts'
export { storeUpload } from './store-upload.ts'
export { takeIn, type TakenIn, writeFile } from './take-in.ts'
