import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { FlameChart } from './FlameChart';
import type { FlameNode } from './flames';

const ROOT: FlameNode = {
  name: 'all',
  value: 100,
  children: [
    {
      name: 'main',
      value: 90,
      children: [
        { name: 'Orders.<init>(int)', value: 30 },
        { name: 'Prices.applies', value: 60 },
      ],
    },
    { name: 'GC', value: 10 },
  ],
};
const samples = (value: number) => `${value} samples`;

beforeEach(() => vi.stubGlobal('matchMedia', () => ({ matches: true })));

function Chart() {
  const [term, setTerm] = useState('');
  return <FlameChart root={ROOT} label="CPU" unit={samples} term={term} onTerm={setTerm} />;
}

const frame = (name: string) => screen.getByRole('treeitem', { name });

describe('the flame graph', () => {
  it('names its frames with what they took', () => {
    render(<Chart />);

    expect(screen.getByRole('tree', { name: 'CPU' })).toBeInTheDocument();
    expect(frame('Prices.applies, 60 samples, 60 %')).toHaveAttribute('aria-level', '3');
  });

  it('is one stop of the Tab key, and is walked through by arrows', async () => {
    render(<Chart />);
    const first = frame('all, 100 samples, 100 %');
    expect(screen.getAllByRole('treeitem').filter((item) => item.getAttribute('tabindex') === '0')).toEqual([first]);

    first.focus();
    await userEvent.keyboard('{ArrowUp}{ArrowUp}');
    expect(frame('Prices.applies, 60 samples, 60 %')).toHaveFocus();

    await userEvent.keyboard('{ArrowLeft}');
    expect(frame('Orders.<init>(int), 30 samples, 30 %')).toHaveFocus();

    await userEvent.keyboard('{Home}');
    expect(first).toHaveFocus();
  });

  it('finds what is typed as it is typed, not as a pattern', async () => {
    render(<Chart />);

    await userEvent.type(screen.getByRole('searchbox'), 'INIT>(');

    expect(screen.getByText('1 frame holds it, 30 % of all.')).toBeInTheDocument();
  });
});
