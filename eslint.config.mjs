import js from '@eslint/js'
import tseslint from 'typescript-eslint'

const onlyInActionFolder = {
  'no-restricted-imports': [
    'error',
    {
      paths: [
        {
          name: '@actions/core',
          message: 'Only src/action/ uses @actions/core. Take what you need as a parameter.'
        }
      ]
    }
  ],
  'no-restricted-properties': [
    'error',
    {
      object: 'process',
      property: 'env',
      message: 'Only src/action/ reads process.env. Take what you need as a parameter.'
    }
  ]
}

export default tseslint.config(
  { ignores: ['dist/', 'coverage/', 'node_modules/'] },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname }
    },
    rules: {
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/prefer-readonly': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
      complexity: ['error', 12],
      eqeqeq: 'error',
      'no-console': 'error'
    }
  },
  {
    files: ['src/**/*.ts'],
    ignores: ['src/action/**'],
    rules: onlyInActionFolder
  },
  {
    // This file loads a package only when it is needed.
    files: ['src/bundle/tunnel.ts'],
    rules: { '@typescript-eslint/no-require-imports': 'off' }
  },
  {
    files: ['__tests__/**/*.ts'],
    rules: { 'max-lines-per-function': 'off' }
  },
  {
    files: ['local/**/*.ts', 'scripts/**/*.ts'],
    rules: { 'no-console': 'off' }
  },
  {
    files: ['*.js', '*.cjs', 'local/**/*.cjs', 'scripts/**/*.cjs'],
    languageOptions: {
      globals: {
        module: 'writable',
        exports: 'readonly',
        require: 'readonly',
        process: 'readonly',
        Buffer: 'readonly'
      }
    }
  }
)
