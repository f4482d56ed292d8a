const formats = new Map<string, Intl.DateTimeFormat>();

/** The zone of who looks. */
export function ownZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';
}

export function knownZones(): string[] {
  const zones = Intl.supportedValuesOf('timeZone');
  return zones.includes('UTC') ? zones : ['UTC', ...zones];
}

/** Such as "Sun 22 Nov, 02:30"; in UTC where the browser does not know the zone, which is said. */
export function timeIn(zone: string, instant: string): string {
  const format = formatOf(zone);
  return format ? format.format(new Date(instant)) : `${timeIn('UTC', instant)} UTC`;
}

function formatOf(zone: string): Intl.DateTimeFormat | null {
  const known = formats.get(zone);
  if (known) {
    return known;
  }
  try {
    const format = new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      weekday: 'short',
      day: 'numeric',
      month: 'short',
      hour: '2-digit',
      minute: '2-digit',
    });
    formats.set(zone, format);
    return format;
  } catch {
    return null;
  }
}
