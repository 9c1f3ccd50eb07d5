import eslint from '@eslint/js';
import prettier from 'eslint-config-prettier';
import tseslint from 'typescript-eslint';

const restrict = (...patterns) => ({
  'no-restricted-imports': ['error', { patterns }],
});

export default tseslint.config(
  { ignores: ['dist/', 'out/', 'node_modules/', '.vscode-test/', 'samples/', 'test/fixtures/'] },
  eslint.configs.recommended,
  ...tseslint.configs.strict,
  prettier,
  {
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_$' }],
    },
  },
  {
    files: ['src/core/**/*.ts'],
    rules: {
      ...restrict({
        group: ['vscode', 'node:*', '../editor/*', '../webview/*', '../cli/*'],
        message: 'Core is pure: no editor, no Node, no DOM.',
      }),
      'no-restricted-globals': ['error', 'process', 'window', 'document', 'fetch', 'setTimeout', 'Date'],
    },
  },
  {
    files: ['src/webview/**/*.{ts,tsx}'],
    rules: restrict({
      group: ['vscode', 'node:*', '**/editor/*', '**/cli/*'],
      message: 'The webview sees core and the DOM only.',
    }),
  },
  {
    files: ['src/editor/**/*.ts'],
    rules: restrict({
      group: ['node:*', '**/webview/*', '**/cli/*'],
      message: 'The extension also runs in a browser worker.',
    }),
  },
  {
    files: ['**/*.mjs'],
    languageOptions: {
      globals: {
        clearTimeout: 'readonly',
        console: 'readonly',
        process: 'readonly',
        setTimeout: 'readonly',
        URL: 'readonly',
      },
    },
  },
);
