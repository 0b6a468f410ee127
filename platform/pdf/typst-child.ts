/** The child of `press.ts`: sets one document per message by Typst, and ends with its parent. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { NodeCompiler, type NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler'
import { coverageOf, printable } from './font-coverage.ts'

type Message = { workspace: string; template: string; data: string; created_at: number }

/** Documents that the compiler's memory of earlier ones outlives. */
const KEPT_RUNS = 10

const fontFolder = path.dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/pt-sans/package.json'))
const fonts = ['400Regular', '700Bold', '400Regular_Italic', '700Bold_Italic'].map((face) =>
  readFileSync(path.join(fontFolder, face, `PTSans_${face}.ttf`)),
)
const coverage = coverageOf(fonts[0] ?? Buffer.alloc(0))
const compilers = new Map<string, NodeCompiler>()

function compilerOf(workspace: string): NodeCompiler {
  const compiler = compilers.get(workspace) ?? NodeCompiler.create({ workspace, fontArgs: [{ fontBlobs: fonts }] })
  compilers.set(workspace, compiler)
  return compiler
}

/** PDF/A-2a: for keeping (fonts inside, no outside references) and readable aloud (tagged). */
function toPdf({ workspace, template, data, created_at }: Message): { bytes: Uint8Array; pages: number } {
  const compiler = compilerOf(workspace)
  try {
    const document = compile(compiler, {
      mainFilePath: path.join(workspace, template),
      inputs: { data: printable(data, coverage) },
    })
    const bytes = compiler.pdf(document, { pdfStandard: 'a-2a', creationTimestamp: Math.floor(created_at / 1000) })
    return { bytes, pages: document.numOfPages }
  } finally {
    compiler.evictCache(KEPT_RUNS)
  }
}

function compile(
  compiler: NodeCompiler,
  what: { mainFilePath: string; inputs: Record<string, string> },
): NodeTypstDocument {
  const compiled = compiler.compile(what)
  if (compiled.result) return compiled.result
  const error = compiled.takeError()
  throw new Error(error ? JSON.stringify(compiler.fetchDiagnostics(error)) : 'nothing was compiled')
}

process.on('disconnect', () => process.exit(0))
// Ctrl-C in a terminal reaches the whole group: it is for the parent to say when to end.
process.on('SIGINT', () => undefined)
process.on('message', (message) => {
  try {
    process.send?.(toPdf(message as Message))
  } catch (error) {
    process.send?.({ error: error instanceof Error ? error.message : String(error) })
  }
})
