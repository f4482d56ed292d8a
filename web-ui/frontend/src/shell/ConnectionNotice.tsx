import { InlineNotification } from '@carbon/react';
import { useEffect, useState } from 'react';
import { useLive } from '../live/LiveContext';

/** A short drop heals itself and is not worth a banner. */
const PATIENCE_MS = 3_000;

export function ConnectionNotice() {
  const broken = useLive() === 'broken';
  const [shown, setShown] = useState(false);

  useEffect(() => {
    const timer = setTimeout(() => setShown(broken), broken ? PATIENCE_MS : 0);
    return () => clearTimeout(timer);
  }, [broken]);

  if (!shown) {
    return null;
  }
  return (
    <InlineNotification
      kind="warning"
      lowContrast
      hideCloseButton
      title="Live updates are interrupted."
      subtitle="Trying to get them back; until then this page asks every few seconds."
    />
  );
}
