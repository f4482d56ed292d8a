import { CenterToFit, ZoomIn, ZoomOut } from '@carbon/icons-react';
import { Button } from '@carbon/react';
import type { Canvas } from './viewerParts';

const STEP = 1.25;

export function ZoomButtons({ canvas }: { canvas: Canvas }) {
  return (
    <div className="diagram-zoom">
      <Button
        kind="ghost"
        size="sm"
        hasIconOnly
        renderIcon={CenterToFit}
        iconDescription="Fit"
        tooltipPosition="left"
        onClick={() => canvas.zoom('fit-viewport', 'auto')}
      />
      <Button
        kind="ghost"
        size="sm"
        hasIconOnly
        renderIcon={ZoomIn}
        iconDescription="Zoom in"
        tooltipPosition="left"
        onClick={() => canvas.zoom(canvas.zoom() * STEP)}
      />
      <Button
        kind="ghost"
        size="sm"
        hasIconOnly
        renderIcon={ZoomOut}
        iconDescription="Zoom out"
        tooltipPosition="left"
        onClick={() => canvas.zoom(canvas.zoom() / STEP)}
      />
    </div>
  );
}
