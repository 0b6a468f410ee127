/** A fault that a check must find: what is written where, and what the check says of it. */
export type Plant = { check: string; fault: string; files: Record<string, Edit>; says: RegExp }
/** The whole of a new file, or what becomes of the old text. */
export type Edit = string | ((old: string) => string)

const lines = (n: number, line: string): string => `${line}\n`.repeat(n)

/** What the linter says of the planted file, and not of another. */
const linted = (rule: string): RegExp => new RegExp(`\\(${rule}\\)[^[]*\\[platform/planted`)

export const ofCode: Plant[] = [
  {
    check: 'format',
    fault: 'a semicolon',
    files: { 'platform/planted.ts': 'export const a = 1;\n' },
    says: /planted\.ts/,
  },
  {
    check: 'lint',
    fault: 'a file of 301 lines',
    files: { 'platform/planted.ts': `export const a = 1\n${lines(300, 'void a')}` },
    says: linted('max-lines'),
  },
  {
    check: 'lint',
    fault: 'a function of 41 lines',
    files: { 'platform/planted.ts': `export function a(): void {\n${lines(39, '  void 0')}}\n` },
    says: linted('max-lines-per-function'),
  },
  {
    check: 'lint',
    fault: 'five parameters',
    files: { 'platform/planted.ts': 'export const a = (b: 1, c: 1, d: 1, e: 1, f: 1) => [b, c, d, e, f]\n' },
    says: linted('max-params'),
  },
  {
    check: 'lint',
    fault: 'a promise that nobody waits for',
    files: { 'platform/planted.ts': 'export function a(): void {\n  Promise.resolve(1)\n}\n' },
    says: linted('no-floating-promises'),
  },
  {
    check: 'lint',
    fault: '`any`',
    files: { 'platform/planted.ts': 'export const a: any = 1\n' },
    says: linted('no-explicit-any'),
  },
  {
    check: 'lint',
    fault: 'two modules that import each other',
    files: {
      'platform/planted.ts': "import { b } from './planted2.ts'\n\nexport const a = (): unknown => b\n",
      'platform/planted2.ts': "import { a } from './planted.ts'\n\nexport const b = (): unknown => a\n",
    },
    says: linted('no-cycle'),
  },
  {
    check: 'lint',
    fault: 'files hidden from the linter',
    files: { '.oxlintrc.json': (old) => old.replace('"dist/**"', '"dist/**", "platform/**"') },
    says: /looked at \d+ of \d+ files/,
  },
  {
    check: 'types',
    fault: 'a place of an array that may be empty',
    files: { 'platform/planted.ts': 'export const a: number = [1, 2][3]\n' },
    says: /TS2322/,
  },
  {
    check: 'types',
    fault: 'an enum, which Node cannot run',
    files: { 'platform/planted.ts': 'export enum A {\n  b,\n}\n' },
    says: /TS1294/,
  },
  {
    check: 'types',
    fault: 'a wrong type in the web',
    files: { 'web/planted.tsx': 'export const a: string = 1\n' },
    says: /web\/planted\.tsx.*TS2322/,
  },
  {
    check: 'types',
    fault: 'a file that no tsconfig names',
    files: { 'odd/planted.ts': 'export const a = 1\n' },
    says: /odd\/planted\.ts stands in no tsconfig/,
  },
  {
    check: 'levels',
    fault: 'an arrow that points up',
    files: { 'server/identity/planted.ts': "import '#server/people/index.ts'\n" },
    says: /identity \(level 0\) does not import people/,
  },
  {
    check: 'levels',
    fault: 'a way in that is not the door',
    files: { 'server/people/planted.ts': "import '#server/identity/links.ts'\n" },
    says: /only the door server\/identity\/index\.ts/,
  },
  {
    check: 'levels',
    fault: 'the platform knows the domain',
    files: { 'platform/planted.ts': "import '#server/people/index.ts'\n" },
    says: /platform does not import server/,
  },
  {
    check: 'levels',
    fault: 'the web reaches into the server',
    files: { 'web/planted.ts': "import '#server/people/index.ts'\n" },
    says: /web does not import server/,
  },
  {
    check: 'levels',
    fault: 'the contract needs more than schemas',
    files: { 'contract/planted.ts': "import 'node:fs'\n" },
    says: /contract imports only typebox/,
  },
  {
    check: 'levels',
    fault: 'a context on no level',
    files: { 'server/weather/index.ts': 'export const a = 1\n' },
    says: /server\/weather.* no level/,
  },
  {
    check: 'folders',
    fault: '26 files in a folder',
    files: Object.fromEntries(Array.from({ length: 26 }, (_, n) => [`test/many/a${n}.ts`, 'export {}\n'])),
    says: /test\/many holds 26 files/,
  },
  {
    check: 'folders',
    fault: 'five folders deep',
    files: { 'test/a/b/c/d/e.ts': 'export {}\n' },
    says: /5 folders deep/,
  },
  {
    check: 'folders',
    fault: '`utils.ts`',
    files: { 'platform/utils.ts': 'export {}\n' },
    says: /«utils» says nothing/,
  },
  {
    check: 'unused',
    fault: 'an export that nobody imports',
    files: { 'platform/money.ts': (old) => `${old}\nexport const planted = 1\n` },
    says: /planted\b.*money\.ts/,
  },
  {
    check: 'unused',
    fault: 'a package that nobody imports',
    files: { 'package.json': (old) => old.replace('"pg":', '"left-pad": "1.3.0",\n    "pg":') },
    says: /left-pad/,
  },
]
