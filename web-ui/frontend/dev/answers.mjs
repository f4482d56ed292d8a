// What the stand-in answers to a GET, without a server around it: the front end's tests ask it as well.
import * as access from './access.mjs';
import * as alerts from './alerts.mjs';
import { kpis } from './kpis.mjs';
import * as measured from './measured.mjs';
import * as monitoring from './monitoring.mjs';
import * as profile from './profile.mjs';
import * as sample from './sample.mjs';
import { reports } from './reports.mjs';
import * as schedules from './schedules.mjs';

const found = (body) => ({ status: 200, body });
const missing = (detail, mend) => ({ status: 404, body: { status: 404, detail, mend } });

export function answerTo(world, session, url) {
  const [room, id, part, sub, last] = url.pathname
    .replace(/^\/api\//, '')
    .split('/')
    .map(decodeURIComponent);
  switch (room) {
    case 'info':
      return found(sample.info);
    case 'session':
      return found(session);
    case 'tokens':
      return found({ items: access.tokens, nextCursor: null });
    case 'audit':
      return found(access.audit(url.searchParams));
    case 'runs':
      return id ? ofRun(world, id, part, sub, last, url.searchParams) : pageOfRuns(world, url.searchParams);
    case 'overview':
      return found(sample.overview(world));
    case 'targets':
      if (part === 'reports') return found(reports);
      if (part === 'series') return found(monitoring.series(world, id));
      if (part === 'thresholds') return found(monitoring.thresholds(world, id));
      if (part === 'monitoring' && sub === 'statements') return found(monitoring.statements(world, id));
      if (part === 'monitoring')
        return found(sub === 'marks' ? monitoring.marks(world, id) : monitoring.monitoring(world, id));
      if (part === 'history') return found(measured.history(world, id, url.searchParams));
      if (part === 'check') return found(sample.check(id));
      if (part === 'outlook') return found(sample.outlook(world, id, url.searchParams.get('intensity')));
      if (part === 'guards') return found(sample.guards(world, id));
      if (part === 'calibration') return found(sample.calibration(world, id));
      return part === 'observability' ? found(sample.observability(world)) : target(world, id);
    case 'alerts':
      return found(alerts.answer(url.searchParams));
    case 'monitoring':
      return found(kpis(world, Number(url.searchParams.get('days') ?? 30)));
    case 'schedules':
      return schedules.answer(id, part, url.searchParams, found, missing);
    case 'series':
      if (sub === 'preview') return found(monitoring.preview(id, url.searchParams));
      return found(monitoring.values(id, url.searchParams.get('from')));
    case 'approvals':
      return id ? approval(world, id) : found(approvals(world, url.searchParams));
    default:
      return missing('No such thing');
  }
}

function pageOfRuns(world, params) {
  if (params.get('active'))
    return found({ items: world.runs.filter((run) => run.status !== 'ENDED'), nextCursor: null });
  const from = Number(params.get('cursor') ?? 0);
  const to = from + Number(params.get('limit') ?? 25);
  return found({ items: world.runs.slice(from, to), nextCursor: to < world.runs.length ? String(to) : null });
}

function ofRun(world, id, part, sub, last, params) {
  const run = world.runs.find((each) => each.id === id);
  if (!run) return missing(`There is no run ${id}.`, 'Pick one from the list of runs.');
  const profiled = id === world.current && world.statements.length > 0;
  switch (part) {
    case undefined:
      return found(run);
    case 'loads':
      return found(loads(id === world.current ? world.loads : measured.olderLoads(id, world.loads), sub, params));
    case 'surroundings':
      return found(measured.surroundings(world.runs.indexOf(run)));
    case 'log':
      return found(id === world.current ? measured.log(world) : { lines: [], nextCursor: null });
    case 'plan':
      return id === world.current && world.plan ? found(world.plan) : missing('This run has no plan.');
    case 'findings':
      return found(id === world.current ? world.findings : { findings: [], refusals: [], bottlenecks: [] });
    case 'verdicts':
      return found(id === world.current ? world.verdicts : { verdicts: [], comparisons: [] });
    case 'statements':
      if (sub === 'before-after') return found(params.get('profile') === 'BASELINE' ? measured.statementChanges : []);
      return last === 'plan' ? found(profile.plan) : found(profiled ? world.statements : []);
    case 'database':
      return profiled ? found(profile.database) : missing('The database of this run has not been profiled.');
    case 'tables':
    case 'indexes':
    case 'series':
      return found(profiled ? profile[part] : []);
    case 'profile':
      return partOf(profiled ? profile.parts : {}, sub);
    default:
      return found((id === world.current && world[part === 'blind-spots' ? 'blindSpots' : part]) || []);
  }
}

function loads(known, sub, params) {
  if (!sub) return known;
  if (sub === 'resources') return measured.resources(known);
  return sub === 'distribution'
    ? measured.distribution(params.get('profile'), params.get('request') ?? '')
    : sample.windows(sub);
}

function partOf(parts, name) {
  if (!name) return found(Object.keys(parts));
  return parts[name] ? found(parts[name]) : missing(`This run has not captured "${name}".`);
}

function target(world, name) {
  if (!name) return found(world.targets);
  const one = world.targets.find((each) => each.name === name);
  return one ? found({ ...one, definition: sample.yaml }) : missing(`There is no target ${name}.`);
}

function approval(world, id) {
  const one = world.approvals.find((each) => each.id === id);
  return one ? found(one) : missing(`There is no approval ${id}.`, 'Look into the approvals.');
}

function approvals(world, params) {
  const status = params.get('status');
  const runId = params.get('runId');
  const items = world.approvals.filter(
    (each) => (!status || (each.status === status && !each.decision)) && (!runId || each.runId === runId),
  );
  return { items, nextCursor: null };
}
