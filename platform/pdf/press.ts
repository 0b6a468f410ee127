import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** One document to be set: one of OUR templates, and the data that it reads. */
export type PdfJob = {
  /** Folder of the templates; a template reads nothing outside it. */
  workspace: string
  /** File in the workspace: `act-by.typ`. */
  template: string
  /** Reaches the template as `json(bytes(sys.inputs.data))`: text stays text, whatever it holds. */
  data: unknown
  /** Stands in the file as its creation time: the same input gives the same bytes on any day. */
  created_at: Date
}

export type Pdf = { bytes: Uint8Array; pages: number }

export type Press = {
  render(job: PdfJob): Promise<Pdf>
  /** Ends the child, if there is one. The next document starts another. */
  stop(): void
}

type Reply = { bytes: Uint8Array; pages: number } | { error: string }
type Limits = { timeout_ms: number; idle_ms: number }

const CHILD = fileURLToPath(new URL('./typst-child.ts', import.meta.url))

/**
 * Sets documents in a child process, one after another.
 *
 * A process and not a worker thread: setting is one long native call, which `terminate()` of a thread
 * cannot interrupt and whose crash would take the server along; a process can be killed, and gives its
 * 180 MB back when nothing has been printed for a while.
 */
export function startPress(limits: Limits = { timeout_ms: 15_000, idle_ms: 60_000 }): Press {
  let child: ChildProcess | null = null
  let idle: NodeJS.Timeout | undefined
  let queue: Promise<unknown> = Promise.resolve()

  function stop(): void {
    clearTimeout(idle)
    child?.kill('SIGKILL')
    child = null
  }

  async function setOne(job: PdfJob): Promise<Pdf> {
    clearTimeout(idle)
    const running = (child ??= startChild())
    try {
      const reply = await answerOf(running, job, limits.timeout_ms)
      if ('error' in reply) throw new Error(`${job.template} was not set: ${reply.error}`)
      return reply
    } catch (error) {
      // After a refusal of the compiler the child is as good as new; after silence or death it is not.
      if (error instanceof PressBroken && child === running) stop()
      throw error
    } finally {
      letGo(running)
      idle = setTimeout(stop, limits.idle_ms).unref()
    }
  }

  return {
    stop,
    render(job) {
      const pdf = queue.then(() => setOne(job))
      queue = pdf.catch(() => undefined)
      return pdf
    },
  }
}

/** The child died or did not answer in time. */
class PressBroken extends Error {}

function startChild(): ChildProcess {
  const child = fork(CHILD, { execArgv: [], serialization: 'advanced', stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  // A child that could not be started says so as an exit to the one who waits; an error nobody listens to would end the server.
  child.on('error', () => child.emit('exit', null))
  return child
}

async function answerOf(child: ChildProcess, job: PdfJob, timeout_ms: number): Promise<Reply> {
  child.ref()
  child.channel?.ref()
  const { promise, resolve, reject } = Promise.withResolvers<Reply>()
  const died = () => reject(new PressBroken(`the press died over ${job.template}`))
  const late = setTimeout(() => reject(new PressBroken(`${job.template} took over ${timeout_ms} ms`)), timeout_ms)
  const heard = (reply: unknown) => resolve(reply as Reply)
  child.once('message', heard).once('exit', died)
  child.send(
    { ...job, data: JSON.stringify(job.data), created_at: job.created_at.getTime() },
    (error) => error && died(),
  )
  try {
    return await promise
  } finally {
    clearTimeout(late)
    child.off('message', heard).off('exit', died)
  }
}

/** An idle press keeps no process from ending. */
function letGo(child: ChildProcess): void {
  child.unref()
  child.channel?.unref()
}
