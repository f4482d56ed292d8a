import { describe, expect, it } from 'vitest';
import { added, edited, readTarget, renamed, written } from './targetDocument';

const FILE = `# The shop, as of May
name: shop
baseUrl: http://localhost:8081 # behind the proxy
load:
  arrivalRate: 40/s
  requests:
    - { name: catalogue, weight: 40, get: "/api/products?category={category}&page={page}&sort=newest&limit=24" }
    # What pays
    - { name: checkout, post: /api/orders }
  feeders:
    category: { sql: "select id from category", distribution: zipf }
objectives: { p95: 200ms }
hooks: { setProperty: { post: /admin } }
`;

describe('a target edited in the form', () => {
  it('keeps comments, order, quotes and what the form does not know', () => {
    const { yaml, lost } = edited(FILE, ['load', 'arrivalRate'], '60/s');

    expect(yaml).toBe(FILE.replace('40/s', '60/s'));
    expect(lost).toEqual([]);
  });

  it('quotes only what needs it, and what the person has quoted', () => {
    const half = edited(FILE, ['load', 'arrivalRate'], '6').yaml;
    expect(half).toContain('arrivalRate: "6"');
    expect(edited(half, ['load', 'arrivalRate'], '60/s').yaml).toBe(FILE.replace('40/s', '60/s'));
    expect(edited(FILE, ['load', 'feeders', 'category', 'sql'], 'select 1').yaml).toContain('sql: "select 1"');
  });

  it('grows by fields that were not there', () => {
    const { yaml } = edited(FILE, ['metrics', 'prometheus'], 'http://localhost/metrics');

    expect(readTarget(yaml).get(['metrics', 'prometheus'])).toBe('http://localhost/metrics');
    expect(yaml).toContain('# behind the proxy');
  });

  it('loses a part that is empty without the field that was taken out', () => {
    const { yaml } = edited(FILE, ['objectives', 'p95'], null);

    expect(yaml).not.toContain('objectives');
    expect(readTarget(yaml).get(['load', 'requests', 1, 'name'])).toBe('checkout');
  });

  it('says which comments went with what was taken out', () => {
    expect(edited(FILE, ['load', 'requests', 1], null).lost).toEqual(['What pays']);
    expect(edited(FILE, ['load', 'requests', 0], null).lost).toEqual([]);
  });

  it('takes another request, and the first one of none', () => {
    const more = added(FILE, ['load', 'requests'], { name: 'search', get: '/search' }).yaml;
    expect(readTarget(more).get(['load', 'requests', 2, 'name'])).toBe('search');

    const first = added('name: x\n', ['load', 'requests'], { name: 'a', get: '/' }).yaml;
    expect(readTarget(first).get(['load', 'requests', 0, 'get'])).toBe('/');
  });

  it('renames a feeder in its place', () => {
    const { yaml } = renamed(FILE, ['load', 'feeders', 'category'], 'kind');

    expect(yaml).toBe(FILE.replace('    category:', '    kind:'));
  });

  it('begins with nothing', () => {
    expect(edited('', ['name'], 'shop').yaml).toBe('name: shop\n');
  });
});

describe('a file the form cannot show', () => {
  it('is named with its line', () => {
    expect(readTarget('name: shop\nload: [').unreadable?.line).toBeGreaterThanOrEqual(2);
    expect(readTarget('- a\n- b\n').unreadable).not.toBeNull();
    expect(readTarget(FILE).unreadable).toBeNull();
  });
});

it('writes a path as the API does', () => {
  expect(written(['load', 'requests', 1, 'body'])).toBe('load.requests[1].body');
});
