import type { Plant } from './plants.ts'

const ru = 'words/ru/time.ts'
const en = 'words/en/time.ts'
const added = (line: string) => (old: string) => old.replace(/^(export const time = \{)$/m, `$1\n  ${line},`)
const migration = 'db/migrations/9999_planted_fault.sql'
const sound = `create table planted (
  company_id uuid not null references companies (id), id uuid not null, member_id uuid, primary key (company_id, id),
  foreign key (company_id, member_id) references members (company_id, id));
comment on table planted is 'One row is a fault.';
call guard('planted', performer => 'none', customer => 'none');
`
const unsound = (from: string, to: string) => ({ [migration]: sound.replace(from, to) })

export const ofMeaning: Plant[] = [
  {
    check: 'rules',
    fault: 'a rule that no test cites',
    files: { 'server/people/README.md': (old) => `${old}\nPPL-998  A planted rule.\n` },
    says: /no test cites PPL-998/,
  },
  {
    check: 'rules',
    fault: 'a test that cites no rule',
    files: { 'platform/planted.test.ts': "import { test } from 'node:test'\n\ntest('PPL-999: planted', () => {})\n" },
    says: /cites PPL-999, which no README states/,
  },
  {
    check: 'rules',
    fault: 'an endpoint that the matrix of rights does not know',
    files: {
      'contract/planted.ts':
        "import { endpoint, Nothing } from './endpoint.ts'\n\nexport const plantedCall = endpoint({ method: 'GET', path: '/planted', summary: 'Planted', reply: Nothing })\n",
    },
    says: /plantedCall has no row in test\/walks\/matrix\.txt/,
  },
  {
    check: 'refusals',
    fault: 'a refusal without a sentence',
    files: {
      'server/people/planted.ts': "import { no } from '#platform/errors.ts'\n\nexport const a = no('planted.code')\n",
    },
    says: /planted\.code has no sentence in .*words\/ru/,
  },
  {
    check: 'refusals',
    fault: 'a thing that may be missing, without a sentence',
    files: {
      'server/people/planted.ts':
        "import { missing } from '#platform/errors.ts'\n\nexport const a = missing('planted')\n",
    },
    says: /planted\.missing has no sentence in .*words\/en/,
  },
  {
    check: 'words',
    fault: 'a word in Russian only',
    files: { [ru]: added("'time.planted': 'а'") },
    says: /words\/en time\.planted is missing/,
  },
  {
    check: 'words',
    fault: 'other placeholders in English',
    files: { [ru]: added("'time.planted': '{a}'"), [en]: added("'time.planted': '{b}'") },
    says: /time\.planted asks for different values/,
  },
  {
    check: 'words',
    fault: 'a plural without «few»',
    files: {
      [ru]: added("'time.planted': '{n, plural, one {#} many {#} other {#}}'"),
      [en]: added("'time.planted': '{n, plural, one {#} other {#}}'"),
    },
    says: /the plural of n has no «few»/,
  },
  {
    check: 'words',
    fault: 'a word that nothing says',
    files: { [ru]: added("'time.planted': 'а'"), [en]: added("'time.planted': 'a'") },
    says: /time\.planted is said nowhere/,
  },
  {
    check: 'words',
    fault: 'a key of no catalogue',
    files: {
      'web/planted.ts': "import { t } from './platform/words.ts'\n\nexport const a = () => t('planted.nowhere')\n",
    },
    says: /planted\.nowhere stands in no catalogue/,
  },
  {
    check: 'words',
    fault: 'Russian in a use case',
    files: { 'server/people/planted.ts': "export const a = 'Готово'\n" },
    says: /«Готово» belongs into words/,
  },
  {
    check: 'words',
    fault: 'bare text in a component',
    files: { 'web/planted.tsx': 'export const A = () => <p>Done</p>\n' },
    says: /«Done» belongs into words/,
  },
  {
    check: 'migrations',
    fault: 'a name out of turn',
    files: { [migration]: sound },
    says: /9999_planted_fault\.sql: the name of this place/,
  },
  {
    check: 'migrations',
    fault: 'a key without the company',
    files: unsound('primary key (company_id, id)', 'primary key (id)'),
    says: /planted: its key does not begin with company_id/,
  },
  {
    check: 'migrations',
    fault: 'a reference without the company',
    files: {
      [migration]: `${sound}create unique index planted_ids on planted (id);
create table planted_parts (company_id uuid not null, id uuid not null, planted_id uuid references planted (id), primary key (company_id, id));\n`,
    },
    says: /planted_parts: this key does not carry the company/,
  },
  {
    check: 'migrations',
    fault: 'no wall',
    files: unsound("call guard('planted'", '-- '),
    says: /planted: row-level security is not forced/,
  },
  {
    check: 'migrations',
    fault: 'no word on what a row means',
    files: unsound('comment on', '-- '),
    says: /planted: no comment/,
  },
  {
    check: 'migrations',
    fault: 'an index without a name or a reader',
    files: {
      [migration]: `${sound}create index on planted (member_id);\ncreate index planted_by on planted (member_id);\n`,
    },
    says: /an index has no name[\s\S]*nothing above says who reads/,
  },
  {
    check: 'schema',
    fault: 'a migration that was not dumped',
    files: { [migration]: sound },
    says: /db\/schema\.sql:\d+ is not what the migrations make/,
  },
  {
    check: 'schema',
    fault: 'types changed by hand',
    files: { 'db/types.ts': (old) => `${old}export type Planted = 1\n` },
    says: /db\/types\.ts:\d+ is not what/,
  },
  {
    check: 'docs',
    fault: 'a link to nowhere',
    files: { 'docs/planted.md': '[a](nowhere.md)\n' },
    says: /nowhere\.md is not there/,
  },
  {
    check: 'docs',
    fault: 'a path of a file that left',
    files: { 'docs/planted.md': '`server/people/left.ts`\n' },
    says: /left\.ts` is not there/,
  },
  {
    check: 'docs',
    fault: 'a command that is none',
    files: { 'docs/planted.md': '`npm run planted`\n' },
    says: /npm run planted is no script/,
  },
  {
    check: 'bundle',
    fault: 'charts on the performer’s phone',
    files: {
      'web/field/main.tsx': (old) => `import * as charts from 'typebox'\n${old}\nObject.assign(window, { charts })\n`,
    },
    says: /too heavy: performer/,
  },
]
