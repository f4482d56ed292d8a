import { Button, Search } from '@carbon/react';
import { useEffect, useId, useRef, useState } from 'react';
import { share } from '../format/figures';
import { FlameDrawing } from './flameDrawing';
import type { FlameNode } from './flames';

interface FlameChartProps {
  root: FlameNode;
  label: string;
  unit: (value: number) => string;
  term: string;
  onTerm: (term: string) => void;
}

export function FlameChart({ root, label, unit, term, onTerm }: FlameChartProps) {
  const holder = useRef<HTMLDivElement>(null);
  const details = useRef<HTMLParagraphElement>(null);
  const [drawing, setDrawing] = useState<FlameDrawing | null>(null);
  const [match, setMatch] = useState<{ share: number; frames: number } | null>(null);
  const help = useId();

  useEffect(() => {
    if (!holder.current || !details.current) {
      return;
    }
    const drawn = new FlameDrawing({
      holder: holder.current,
      details: details.current,
      root,
      label,
      unit,
      found: (part, frames) => setMatch({ share: part, frames }),
    });
    setDrawing(drawn);
    return () => drawn.destroy();
  }, [root, label, unit]);

  useEffect(() => drawing?.search(term), [drawing, term]);

  return (
    <>
      <div className="flame-tools">
        <Search
          size="sm"
          labelText="Find frames by name"
          placeholder="Find frames by name"
          value={term}
          onChange={(event) => onTerm(event.target.value)}
        />
        <Button kind="ghost" size="sm" onClick={() => drawing?.resetZoom()}>
          Reset zoom
        </Button>
      </div>
      <p className="muted small" role="status">
        {term !== '' &&
          match &&
          `${match.frames === 1 ? '1 frame holds' : `${match.frames} frames hold`} it, ${share(match.share)} of all.`}
      </p>
      <p className="flame-details" ref={details} aria-hidden />
      <div className="flame" ref={holder} aria-describedby={help} />
      <p className="muted small" id={help}>
        A click or Enter zooms into a frame. With the keyboard: up to what it called, down to its caller, left and right
        along the same caller, Home to the root, Escape out of the zoom. The table below has the same as text.
      </p>
    </>
  );
}
