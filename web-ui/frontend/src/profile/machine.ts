import type { Drawing } from './SeriesChart';

export interface Processes {
  cpuCores: number;
  residentBytes: number;
  cpuLimit: number | null;
  memoryLimit: number | null;
  throttledShare: number | null;
}

/** What is known of the machine beside its series; an empty source stands for nothing. */
export interface HostFacts {
  source: string;
  cores: number;
  memoryBytes: number;
  service: Processes | null;
  database: Processes | null;
  loadFromHere: boolean;
}

export const DRAWINGS: Drawing[] = [
  {
    title: 'CPU of the machine',
    lines: {
      host_cpu_share: 'At work',
      host_io_wait_share: 'Waiting for a disk',
      host_steal_share: 'Taken by the hypervisor',
    },
  },
  { title: 'CPUs used', lines: { service_cpu_cores: 'Service', database_cpu_cores: 'Database' } },
  {
    title: 'CPU as the service tells it',
    lines: { system_cpu_share: 'Its machine', process_cpu_share: 'The service alone' },
  },
  { title: 'Memory available on the machine', lines: { host_memory_available_bytes: 'Available' } },
  { title: 'Heap of the service', lines: { heap_used_bytes: 'Used', heap_max_bytes: 'At most' } },
  { title: 'Busiest disk: share of the time at work', lines: { disk_busy_share: 'Busy' } },
  { title: 'Busiest disk: read and written', lines: { disk_bytes_per_second: 'Bytes' } },
  { title: 'Network', lines: { network_bytes_per_second: 'Bytes' } },
  {
    title: 'Connections of the service’s pool',
    lines: {
      pool_active_connections: 'In use',
      pool_pending_threads: 'Threads waiting for one',
      pool_max_connections: 'At most',
    },
  },
];
