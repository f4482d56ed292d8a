import { bytes, millis } from '../format/figures';

const KB = 1024;
const MB = 1024 * KB;

/** Bytes that one of a setting's units stands for; pg_settings gives memory in kB, MB or blocks. */
const BYTES: Record<string, number> = {
  block_size: 1,
  work_mem: KB,
  maintenance_work_mem: KB,
  autovacuum_work_mem: KB,
  logical_decoding_work_mem: KB,
  temp_file_limit: KB,
  min_wal_size: MB,
  max_wal_size: MB,
  track_activity_query_size: 1,
};

const BLOCKS = [
  'shared_buffers',
  'effective_cache_size',
  'temp_buffers',
  'wal_buffers',
  'min_parallel_table_scan_size',
  'min_parallel_index_scan_size',
];

/** Milliseconds that one of a setting's units stands for. */
const MILLIS: Record<string, number> = {
  autovacuum_naptime: 1000,
  checkpoint_timeout: 1000,
  autovacuum_vacuum_cost_delay: 1,
  bgwriter_delay: 1,
  commit_delay: 0.001,
  deadlock_timeout: 1,
  idle_session_timeout: 1,
  transaction_timeout: 1,
  statement_timeout: 1,
  lock_timeout: 1,
  idle_in_transaction_session_timeout: 1,
};

/** A setting as a person would write it; as PostgreSQL gives it where its unit is not known, or it stands for "none". */
export function settingInWords(name: string, value: string, blockSize = 8 * KB): string {
  const units = Number(value);
  if (value === '') {
    return '(empty)';
  }
  if (!Number.isFinite(units) || units < 0 || (units === 0 && name in MILLIS)) {
    return value;
  }
  const size = BLOCKS.includes(name) ? blockSize : BYTES[name];
  if (size !== undefined) {
    return binary(units * size);
  }
  const time = MILLIS[name];
  return time === undefined ? value : millis(units * time);
}

/** PostgreSQL counts memory in powers of two: 128MB are 128 times 1024 times 1024 bytes. */
function binary(size: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'];
  const exponent = Math.max(0, Math.min(units.length - 1, Math.floor(Math.log2(Math.max(1, size)) / 10)));
  const value = size / 1024 ** exponent;
  return Number.isInteger(value) ? `${value}${units[exponent] ?? ''}` : bytes(size);
}
