import { describe, expect, it } from 'vitest';
import { settingInWords } from './settingUnits';

describe('a setting', () => {
  it.each([
    ['shared_buffers', '16384', '128MB'],
    ['work_mem', '4096', '4MB'],
    ['max_wal_size', '1024', '1GB'],
    ['checkpoint_timeout', '300', '300 s'],
    ['bgwriter_delay', '200', '200 ms'],
    ['random_page_cost', '1.1', '1.1'],
    ['autovacuum_work_mem', '-1', '-1'],
    ['idle_session_timeout', '0', '0'],
    ['synchronous_standby_names', '', '(empty)'],
    ['jit', 'on', 'on'],
  ])('%s is written with its unit', (name, value, written) => {
    expect(settingInWords(name, value)).toBe(written);
  });

  it('in blocks goes by the size of theirs', () => {
    expect(settingInWords('shared_buffers', '1024', 32 * 1024)).toBe('32MB');
  });
});
