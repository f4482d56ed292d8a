import { CenterSquare, FitToScreen, ZoomIn, ZoomOut } from '@carbon/icons-react';
import { Button } from '@carbon/react';
import type { ComponentType } from 'react';
import type { Canvas } from './viewerParts';

const STEP = 1.25;

interface ZoomButtonsProps {
  canvas: Canvas;
  following: boolean;
  onFollow: () => void;
  onMoved: () => void;
}

export function ZoomButtons({ canvas, following, onFollow, onMoved }: ZoomButtonsProps) {
  const move = (deed: () => void) => () => {
    onMoved();
    deed();
  };
  return (
    <div className="diagram-zoom">
      <IconButton icon={CenterSquare} label={following ? 'Following the run' : 'Follow the run'} onClick={onFollow} />
      <IconButton icon={FitToScreen} label="Show all" onClick={move(() => canvas.zoom('fit-viewport', 'auto'))} />
      <IconButton icon={ZoomIn} label="Zoom in" onClick={move(() => canvas.zoom(canvas.zoom() * STEP, 'auto'))} />
      <IconButton icon={ZoomOut} label="Zoom out" onClick={move(() => canvas.zoom(canvas.zoom() / STEP, 'auto'))} />
    </div>
  );
}

function IconButton({ icon, label, onClick }: { icon: ComponentType; label: string; onClick: () => void }) {
  return (
    <Button
      kind="ghost"
      size="sm"
      hasIconOnly
      renderIcon={icon}
      iconDescription={label}
      tooltipPosition="left"
      onClick={onClick}
    />
  );
}
