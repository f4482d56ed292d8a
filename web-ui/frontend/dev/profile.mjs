// What a run kept of its target beside the statements: invented, with a lock, bloat and an unused index to look at.

const table = (name, rows, more = {}, upkeep = {}) => ({
  schema: 'public',
  name,
  kind: 'r',
  rows,
  pages: Math.ceil(rows / 60),
  sizeBytes: Math.ceil(rows / 60) * 8192,
  inserted: 0,
  updated: 0,
  deleted: 0,
  sequentialScans: 0,
  sequentialRows: 0,
  indexScans: 12,
  ...more,
  upkeep: {
    liveRows: rows,
    deadRows: 0,
    modifiedSinceAnalyse: 0,
    lastAnalysed: '2026-11-20T10:00:00Z',
    lastVacuumed: null,
    hotUpdated: 0,
    expectedPages: Math.ceil(rows / 65),
    ...upkeep,
  },
});

export const tables = [
  table('orders', 500_000, { sequentialScans: 612, sequentialRows: 306_000_000, inserted: 204 }),
  table('product', 40_000, { sequentialScans: 40, sequentialRows: 1_600_000 }),
  table('stock', 40, { updated: 9000, indexScans: 9000 }, { deadRows: 8000, hotUpdated: 7000, expectedPages: 1 }),
  table(
    'Order Archive',
    -1,
    { schema: 'Archive', kind: 'p', pages: 0, sizeBytes: 0 },
    { liveRows: 0, expectedPages: 0 },
  ),
  ...Array.from({ length: 30 }, (_, index) => table(`lookup_${index}`, 10 * index)),
];

const index = (name, tableName, expression, more = {}) => ({
  schema: 'public',
  table: tableName,
  name,
  method: 'btree',
  unique: false,
  primary: false,
  valid: true,
  keys: [{ expression, column: true, descending: false, nullsFirst: false }],
  include: [],
  predicate: null,
  sizeBytes: 1_100_000,
  scans: 12,
  made: {
    definition: `CREATE INDEX ${name} ON public.${tableName} USING btree (${expression})`,
    constraint: false,
    scansEver: 90,
  },
  ...more,
});

export const indexes = [
  index('orders_pkey', 'orders', 'id', { unique: true, primary: true }),
  index('orders_status_idx', 'orders', 'status', {
    scans: 0,
    made: { definition: '', constraint: false, scansEver: 0 },
  }),
  index('product_broken_idx', 'product', 'lower(name)', { valid: false }),
  ...Array.from({ length: 12 }, (_, number) => index(`lookup_${number}_pkey`, `lookup_${number}`, 'id')),
];

export const database = {
  serverVersion: '18.6',
  from: '2026-11-21T10:00:00Z',
  to: '2026-11-21T10:00:48Z',
  settings: {
    shared_buffers: '16384',
    work_mem: '4096',
    random_page_cost: '4',
    synchronous_standby_names: '',
    block_size: '8192',
  },
  waits: { CPU: 24, 'IO:AioIoCompletion': 3, 'Lock:transactionid': 11 },
};

const wave = (metric, most) => ({
  metric,
  points: Array.from({ length: 40 }, (_, second) => ({ second, value: most * (0.6 + 0.4 * Math.sin(second / 5)) })),
});

export const series = [
  wave('active_sessions', 8),
  wave('running_sessions', 5),
  wave('lock_waiting_sessions', 2),
  wave('host_cpu_share', 0.9),
  wave('host_io_wait_share', 0.05),
  wave('service_cpu_cores', 0.8),
  wave('database_cpu_cores', 0.6),
  wave('host_memory_available_bytes', 8e9),
  wave('disk_bytes_per_second', 4e6),
  wave('pool_active_connections', 9),
  wave('served_requests_total', 400),
];

const statement = (queryId, query, calls) => ({ queryId, query, calls, rows: calls, msPerRequest: 1.4 * calls[0] });

const frames = (name, value, ...children) => ({ name, value, children });

/** By their names in the API. */
export const parts = {
  requests: {
    requests: [
      {
        name: 'order-history',
        sent: 3,
        quiet: true,
        transactions: 1,
        meanMs: 66,
        answerBytes: 5200,
        statements: [
          statement('1', 'SELECT id FROM orders WHERE customer_id = $1', [1, 1, 1]),
          statement('2', 'SELECT name\nFROM product\nWHERE id = $1', [12, 40, 30]),
        ],
      },
      { name: 'ping', sent: 3, quiet: false, transactions: 0, meanMs: 1, answerBytes: 2, statements: [] },
    ],
  },
  'cpu-flame': frames(
    'CPU, samples',
    90,
    frames(
      'java.lang.Thread.run',
      80,
      frames('org.example.shop.Prices.applies', 50, frames('java.util.regex.Pattern.matcher', 30)),
      frames('org.example.shop.Orders$Line.<init>(int)', 20),
    ),
    frames('GC', 10),
  ),
  'allocation-flame': frames('Allocated, KiB', 4096, frames('org.example.shop.Prices.applies', 4000)),
  'lock-flame': frames('Waiting for locks and connections, ms', 0),
  jvm: {
    seconds: 44,
    version: 'OpenJDK 64-Bit Server VM 25.0.3',
    cores: 2,
    cpuShare: 0.4,
    samples: 90,
    sampleMs: 20,
    hot: [
      {
        frame: 'org.example.shop.Prices.applies',
        entry: 'org.example.shop.ProductController.show',
        library: '',
        owner: 'APPLICATION',
        hottest: 'java.util.regex.Pattern.matcher',
        samples: 50,
        throwing: 0,
        logging: 0,
      },
    ],
    waits: [
      {
        kind: 'CONNECTION',
        on: 'HikariPool-1',
        frame: 'org.example.shop.Stock.take',
        entry: 'org.example.shop.Checkout.place',
        inTransaction: true,
        times: 40,
        ms: 9300,
        longestMs: 800,
      },
    ],
    inside: [{ frame: 'org.example.shop.Stock.take', deed: 'CPU', ms: 120 }],
    allocation: {
      bytesPerSecond: 39_000_000,
      sites: [{ frame: 'org.example.shop.Prices.applies', entry: '', type: 'byte[]', bytesPerSecond: 12_000_000 }],
    },
    garbage: {
      collector: 'G1New',
      collections: 13,
      pauseShare: 0.0035,
      longestMs: 35.8,
      liveBytes: 36e6,
      maxBytes: 402e6,
    },
    exceptionsPerSecond: 12,
    groups: [{ name: 'http-nio-8081-exec', threads: 10, busy: 9.5, full: 0.75, looks: 8 }],
    unseen: '',
    mend: '',
  },
  server: {
    foreignKeys: [],
    lockWaits: [
      {
        lockType: 'transactionid',
        relation: 'public.stock',
        mode: 'ShareLock',
        waitingQueryId: '3',
        waitingQuery: 'UPDATE stock SET quantity = quantity - $1 WHERE product_id = $2',
        holder: 'nightly-report',
        holderState: 'idle in transaction',
        holderQueryId: null,
        holderQuery: 'UPDATE stock SET counted = true',
        holderSeconds: 31.5,
        waits: 11,
      },
    ],
    openTransactions: [
      {
        application: 'nightly-report',
        state: 'idle in transaction',
        lastQuery: 'UPDATE stock SET counted = true',
        longestSeconds: 31.5,
        samples: 30,
        heldBack: 900,
      },
    ],
    work: {
      commits: 5237,
      rollbacks: 77,
      blocksHit: 2_147_642,
      blocksRead: 3_270_155,
      readMs: 5126,
      writeMs: 2.6,
      tempFiles: 3,
      tempBytes: 12_000_000,
      deadlocks: 1,
    },
    checkpoints: {
      timed: 0,
      requested: 2,
      writeMs: 900,
      syncMs: 20,
      buffersByCheckpointer: 1200,
      buffersByBackends: 90,
      seconds: 46,
    },
    io: [
      {
        backendType: 'client backend',
        context: 'normal',
        reads: 54_971,
        readMs: 465,
        writes: 955,
        writeMs: 1.6,
        evictions: 4,
      },
    ],
    extensions: ['pg_stat_statements', 'plpgsql'],
  },
  host: {
    source: 'this machine',
    cores: 2,
    memoryBytes: 25e9,
    service: { cpuCores: 0.8, residentBytes: 4e8, cpuLimit: 1, memoryLimit: 5e8, throttledShare: 0.2 },
    database: null,
    loadFromHere: true,
  },
};

export const plan = [
  {
    Plan: {
      'Node Type': 'Limit',
      'Total Cost': 1010,
      'Plan Rows': 20,
      Plans: [
        {
          'Node Type': 'Seq Scan',
          Schema: 'public',
          'Relation Name': 'orders',
          'Total Cost': 1000,
          'Plan Rows': 900,
          Filter: '(customer_id = $1)',
        },
      ],
    },
  },
];
