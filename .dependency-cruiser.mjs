// Which way imports run: surfaces → modules → platform, ui; never back. Each rule is proved to bite in test/checks.test.ts.

const outside = 'the outermost layer: commands, app and main are imported by nobody further in';
const inRules = '^src/modules/[^/]+/(rules/|rules[^/]*[.]ts)';
const pure = [
  '^src/platform/calendar',
  '^src/platform/(text|fold|uuid-from)[.]ts$',
  '^src/modules/[^/]+/texts[.]ts$',
  '^crypto$',
  '/temporal-polyfill/',
];
const tests = '[.]test[.]tsx?$';

export default {
  forbidden: [
    {
      name: 'no-cycle',
      severity: 'error',
      comment: 'two files that need each other are one thought in two places',
      from: {},
      to: { circular: true },
    },
    {
      name: 'platform-and-ui-know-no-module',
      severity: 'error',
      comment: 'what everything rests on must not know what rests on it',
      from: { path: '^src/(platform|ui)/', pathNot: tests },
      to: { path: '^src/(modules|surfaces|commands|app[.]ts|main[.]ts)' },
    },
    {
      name: 'modules-know-no-surface',
      severity: 'error',
      comment: outside,
      from: { path: '^src/modules/', pathNot: tests },
      to: { path: '^src/(surfaces|commands|app[.]ts|main[.]ts)' },
    },
    {
      name: 'surfaces-know-no-command',
      severity: 'error',
      comment: outside,
      from: { path: '^src/surfaces/', pathNot: tests },
      to: { path: '^src/(commands|app[.]ts|main[.]ts)' },
    },
    {
      name: 'module-by-its-door',
      severity: 'error',
      comment: 'another module is entered only through its index.ts',
      from: { path: '^src/modules/([^/]+)/', pathNot: tests },
      to: { path: '^src/modules/[^/]+/', pathNot: '^src/modules/($1/|[^/]+/index[.]ts$)' },
    },
    {
      name: 'module-by-its-door-from-outside',
      severity: 'error',
      comment: 'a module is entered only through its index.ts',
      from: { path: '^src/', pathNot: '^src/modules/' },
      to: { path: '^src/modules/[^/]+/', pathNot: '^src/modules/[^/]+/index[.]ts$' },
    },
    {
      name: 'rules-are-pure',
      severity: 'error',
      comment:
        'a rule imports rules, the calendar, sentences, hashes and Temporal: nothing that reads, writes or asks the time',
      from: { path: inRules, pathNot: tests },
      to: { pathNot: [inRules, ...pure], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'pages-run-no-query',
      severity: 'error',
      comment: 'a page is given what it shows',
      from: { path: '[.]tsx$', pathNot: [tests, '-routes[.]tsx$', '/routes[.]tsx$'] },
      to: {
        path: ['^src/platform/postgres/', '/queries[^/]*[.]ts$', '(^|/)node_modules/(kysely|pg)/'],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'nobody-calls-surveys',
      severity: 'error',
      comment: 'surveys are independent: they read closed cases and are called by nobody',
      from: { path: '^src/(modules|platform|ui)/', pathNot: '^src/modules/surveys/' },
      to: { path: '^src/modules/surveys/' },
    },
    {
      name: 'sql-in-queries',
      severity: 'error',
      comment: 'SQL lives in migrations, views and queries*.ts',
      from: { path: '^src/(modules|surfaces|ui|commands)/', pathNot: [tests, '/queries[^/]*[.]ts$'] },
      to: { path: '(^|/)node_modules/(kysely|pg)/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-test-helper-in-src',
      severity: 'error',
      comment: 'what runs does not know how it is tested',
      from: { path: '^src/', pathNot: tests },
      to: { path: '^test/' },
    },
    {
      name: 'no-tool-in-src',
      severity: 'error',
      comment: 'what runs needs only `dependencies`',
      from: { path: '^src/', pathNot: [tests, '^src/ui/scripts/'] },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'resolvable',
      severity: 'error',
      comment: 'an import that leads nowhere',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    parser: 'swc', // TypeScript 7 has no parser to offer to other tools
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['^(dist|var)/', '[.]d[.]m?ts$'] },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
    },
  },
};
