import appsync from '@aws-appsync/eslint-plugin';

export default [
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
  },
  appsync.configs.recommended,
  { rules: { 'no-unused-vars': 'error' } },
];
