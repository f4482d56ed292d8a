// A stand-in for the REST API while the real one is not running: invented data, in memory. Never part of the bundle.
// node dev/server.mjs [port]; serves dist/ as well. STAGE=waiting|running|ended|incident|empty picks the state of the first run.
import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { alerts } from './alerts.mjs';
import { answerTo } from './answers.mjs';
import { thresholds } from './monitoring.mjs';
import * as sample from './sample.mjs';
import { schedules } from './schedules.mjs';

const port = Number(process.argv[2] ?? 8099);
const here = fileURLToPath(new URL('.', import.meta.url));
const models = join(here, '../../../bpmn/src/main/resources/bpmn');
const dist = join(here, '../dist');
const world = sample.world(process.env.STAGE ?? 'waiting');
const listeners = new Set();
let eventId = 100;
let session = null;

const TYPES = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

const ROLES = { approver: ['APPROVER', 'OPERATOR'], admin: ['ADMIN'], viewer: ['VIEWER'] };

function json(response, status, body, headers = {}) {
  const type = status >= 400 ? 'application/problem+json' : 'application/json';
  response.writeHead(status, { 'Content-Type': type, ...headers }).end(JSON.stringify(body));
}

const problem = (response, status, detail, mend, errors) => json(response, status, { status, detail, mend, errors });

async function bodyOf(request) {
  let text = '';
  for await (const part of request) text += part;
  return text;
}

function tell(name, kind, payload, runId = world.current) {
  const data = JSON.stringify({ runId, at: new Date().toISOString(), kind, payload });
  eventId += 1;
  listeners.forEach((listener) => listener.write(`id: ${eventId}\nevent: ${name}\ndata: ${data}\n\n`));
}

async function api(request, response, url) {
  const path = url.pathname.replace(/^\/api/, '');
  const [, room, id, part] = path.split('/').map(decodeURIComponent);
  if (path === '/info') {
    return json(response, 200, sample.info, { 'Set-Cookie': 'XSRF-TOKEN=dev; Path=/' });
  }
  if (path === '/login') {
    const form = new URLSearchParams(await bodyOf(request));
    if (form.get('username') !== form.get('password')) return problem(response, 401, 'Bad credentials');
    session = { user: form.get('username'), roles: ROLES[form.get('username')] ?? ['OPERATOR'] };
    return json(response, 200, session);
  }
  if (path === '/logout') {
    session = null;
    return response.writeHead(204).end();
  }
  if (!session) return problem(response, 401, 'Not signed in');
  if (path === '/events') {
    response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
    response.write(': hello\n\n');
    listeners.add(response);
    request.on('close', () => listeners.delete(response));
    return;
  }
  if (room === 'processes') {
    const file = join(models, id);
    if (!existsSync(file)) return problem(response, 404, `No model ${id}`);
    return response.writeHead(200, { 'Content-Type': 'application/xml' }).end(readFileSync(file));
  }
  if (request.method === 'GET') {
    const { status, body } = answerTo(world, session, url);
    return json(response, status, body);
  }
  switch (room) {
    case 'runs':
      return runs(request, response, part);
    case 'targets':
      return targets(request, response, id, part);
    case 'series':
      return json(response, 200, thresholds(world, 'shop')[0]);
    case 'alerts':
      return json(response, 200, alerts[0]);
    case 'schedules':
      return request.method === 'DELETE'
        ? response.writeHead(204).end()
        : json(response, id ? 200 : 201, { schedule: schedules[0], delivery: 'SENT', note: null });
    case 'tokens':
      return request.method === 'DELETE'
        ? response.writeHead(204).end()
        : json(response, 201, { id: 't9', token: 'pfl_3kXyQvJr1bNfTz8mWc5hDs0uLaEg7iYpOq2RwVtBnM4' });
    case 'approvals':
      return approvals(request, response, id);
    default:
      return problem(response, 404, 'No such thing');
  }
}

async function runs(request, response, part) {
  if (part === 'cancel') return json(response, 202, { delivery: 'SENT', note: null });
  if (part === 'loads') return json(response, 202, { loadTestId: 'l-after-peak' });
  const { target } = JSON.parse(await bodyOf(request));
  const active = world.runs.find((run) => run.target === target && run.status !== 'ENDED');
  return json(
    response,
    active ? 200 : 201,
    { run: active ?? world.runs[0], delivery: 'SENT', note: null },
    active ? { 'Perfloop-Already-Running': 'true' } : {},
  );
}

async function targets(request, response, id, part) {
  if (request.method === 'DELETE') return response.writeHead(204).end();
  if (part === 'validation') return json(response, 200, { errors: errorsIn(await bodyOf(request)) });
  if (part === 'gate' || part === 'calibration') {
    return json(response, 201, { runId: world.runs[0].id, delivery: 'SENT', note: null });
  }
  if (part === 'check') return json(response, 202, { checkId: 'check-1', delivery: 'SENT', note: null });
  if (!(await bodyOf(request)).includes('baseUrl')) {
    return problem(response, 422, 'The definition is not valid.', 'Mend the lines named below and save again.', [
      { line: 2, field: 'baseUrl', message: 'is required: where the service answers, such as http://localhost:8081' },
      { line: 4, field: 'load.arrivalRate', message: '"fast" is not a rate; write for instance 40/s' },
    ]);
  }
  return json(response, world.targets.some(({ name }) => name === id) ? 200 : 201, {});
}

function errorsIn(yaml) {
  const line = yaml.split('\n').findIndex((text) => text.includes('fast'));
  return line < 0
    ? []
    : [{ line: line + 1, field: 'load.arrivalRate', message: 'this is not written as it must be. Like 40/s.' }];
}

async function approvals(request, response, id) {
  if (!session.roles.includes('APPROVER')) return problem(response, 403, 'Only an approver may decide.');
  const { decision, comment } = JSON.parse(await bodyOf(request));
  const approval = world.approvals.find((each) => each.id === id);
  if (approval.decision) return problem(response, 409, `Decided by ${approval.decidedBy}.`);
  Object.assign(approval, {
    decision,
    comment,
    decidedBy: session.user,
    decidedAt: new Date().toISOString(),
    decidedIn: 'PERFLOOP',
  });
  setTimeout(() => {
    approval.status = decision === 'APPROVE' ? 'APPROVED' : 'REJECTED';
    world.runs[0].waitingFor = null;
    tell('approval', 'APPROVAL', { approvalId: id, kind: approval.kind, status: approval.status });
  }, 1500);
  return json(response, 202, { decisionId: 'd1', delivery: 'SENT', note: null });
}

createServer((request, response) => {
  const url = new URL(request.url, 'http://localhost');
  if (url.pathname.startsWith('/api/')) {
    api(request, response, url).catch((error) => problem(response, 500, String(error)));
    return;
  }
  const wanted = join(dist, url.pathname);
  const file = existsSync(wanted) && statSync(wanted).isFile() ? wanted : join(dist, 'index.html');
  response.writeHead(200, { 'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream' });
  createReadStream(file).pipe(response);
}).listen(port, '127.0.0.1', () => console.log(`http://127.0.0.1:${port}`));

if (process.env.STAGE === 'running') {
  let elapsed = 0;
  setInterval(() => {
    elapsed = (elapsed + 1) % 60;
    const p95Ms = 320 + 60 * Math.sin(elapsed / 5) + 30 * Math.random();
    tell('progress', 'LOAD', {
      loadTestId: 'l-before-peak',
      phase: 'BEFORE',
      profile: 'PEAK',
      elapsed,
      of: 60,
      rate: 79 + Math.random(),
      p50Ms: p95Ms / 4,
      p95Ms,
      p99Ms: p95Ms * 1.4,
      errors: 0,
    });
    if (elapsed % 3 === 0) {
      const step = world.steps.at(-1);
      step.progress = Math.round((elapsed / 60) * 100);
      step.message = `Peak load: ${elapsed} of 60 s, 80/s offered`;
      tell('step', 'STEP', step);
    }
  }, 1000).unref();
}
