import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MemoryRouter } from 'react-router';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { TargetForm } from './TargetForm';

vi.mock('./YamlEditor', () => ({
  YamlEditor: ({ value, onChange }: { value: string; onChange: (yaml: string) => void }) => (
    <textarea aria-label="YAML" value={value} onChange={(event) => onChange(event.target.value)} />
  ),
}));

const YAML = `# Mine
name: shop
baseUrl: http://localhost:8081
load:
  arrivalRate: 40/s
  requests:
    - { name: catalogue, get: /api/products }
database: { url: "jdbc:postgresql://localhost/shop", user: perfloop }
`;

const sent: { path: string; method: string; body: string }[] = [];

function open(errors: unknown[] = []) {
  sent.length = 0;
  document.cookie = 'XSRF-TOKEN=t';
  vi.stubGlobal('fetch', (path: string, init?: RequestInit) => {
    const method = init?.method ?? 'GET';
    sent.push({ path, method, body: typeof init?.body === 'string' ? init.body : '' });
    if (path.endsWith('/validation')) {
      return Promise.resolve(Response.json({ errors }));
    }
    return Promise.resolve(
      path.endsWith('/check') ? Response.json({ detail: 'never' }, { status: 404 }) : Response.json({}),
    );
  });
  render(
    <MemoryRouter>
      <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
        <TargetForm definition={YAML} name="shop" />
      </QueryClientProvider>
    </MemoryRouter>,
  );
}

afterEach(() => vi.unstubAllGlobals());

describe('a target as form and as YAML', () => {
  it('keeps what was typed when the view is changed, and comments', async () => {
    open();
    const rate = await screen.findByLabelText('Arrival rate');
    await userEvent.clear(rate);
    await userEvent.type(rate, '60/s');
    await userEvent.click(screen.getByRole('tab', { name: 'YAML' }));
    expect(await screen.findByLabelText<HTMLTextAreaElement>('YAML')).toHaveValue(YAML.replace('40/s', '60/s'));

    await userEvent.type(screen.getByLabelText('YAML'), 'objectives: {{ p95: 200ms }');
    await userEvent.click(screen.getByRole('tab', { name: 'Form' }));

    expect(screen.getByLabelText('Arrival rate')).toHaveValue('60/s');
    expect(screen.getAllByLabelText('p95 at most')[0]).toHaveValue('200ms');
  });

  it('shows an error of the API at its field', async () => {
    open([{ line: 5, field: 'load.arrivalRate', message: 'this is not a rate' }]);

    await waitFor(() => expect(screen.getByLabelText('Arrival rate')).toBeInvalid());
    expect(screen.getAllByText(/this is not a rate/)).not.toHaveLength(0);
  });

  it('saves the text, and checks one that is not saved without saving it', async () => {
    open();
    await userEvent.type(await screen.findByLabelText('Think time'), '2s');
    await userEvent.click(screen.getByRole('button', { name: 'Check without saving' }));
    await waitFor(() =>
      expect(sent.some(({ path, method }) => path.endsWith('/check') && method === 'POST')).toBe(true),
    );
    expect(sent.find(({ path, method }) => path.endsWith('/check') && method === 'POST')?.body).toContain(
      'thinkTime: 2s',
    );
    expect(sent.some(({ method }) => method === 'PUT')).toBe(false);

    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(sent.find(({ method }) => method === 'PUT')?.body).toContain('thinkTime: 2s'));
  });

  it('says where the YAML is broken instead of an empty form', async () => {
    open();
    await userEvent.click(await screen.findByRole('tab', { name: 'YAML' }));
    await userEvent.type(await screen.findByLabelText('YAML'), 'hooks: [[');
    await userEvent.click(screen.getByRole('tab', { name: 'Form' }));

    expect(screen.getByText(/cannot show this file/)).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Mend it as YAML' }));
    expect(await screen.findByLabelText('YAML')).toBeInTheDocument();
  });
});
