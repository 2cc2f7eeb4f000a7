import { CLOCK_PRELOAD } from './test-clock'

// Jest loads this file before each test file (jest.config.js), so that no step of any job depends on
// how fast the machine is. `ACTION_PRELOAD` is read by `Job`.
process.env['ACTION_PRELOAD'] = CLOCK_PRELOAD
