const NONE = '–';
const UNITS = ['B', 'kB', 'MB', 'GB', 'TB', 'PB'];
/** Below it the digits of a share say nothing more. */
const LEAST_SHARE = 0.0001;
const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });
const short = new Intl.NumberFormat('en', { maximumSignificantDigits: 3 });
const compact = new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 1 });

export function millis(value: number | null | undefined): string {
  if (value === null || value === undefined) {
    return NONE;
  }
  if (Math.abs(value) >= 10_000) {
    return `${short.format(value / 1000)} s`;
  }
  return `${Math.abs(value) >= 100 ? whole.format(value) : short.format(value)} ms`;
}

export function count(value: number | null | undefined): string {
  if (value === null || value === undefined) {
    return NONE;
  }
  return Math.abs(value) >= 100_000 ? compact.format(value) : whole.format(value);
}

export function rate(value: number | null | undefined): string {
  return value === null || value === undefined ? NONE : `${short.format(value)}/s`;
}

export function bytes(value: number | null | undefined): string {
  if (value === null || value === undefined) {
    return NONE;
  }
  const exponent = Math.max(0, Math.min(UNITS.length - 1, Math.floor(Math.log10(Math.max(1, Math.abs(value))) / 3)));
  return `${short.format(value / 1000 ** exponent)} ${UNITS[exponent] ?? ''}`;
}

/** A figure of which the digits behind the point matter, such as CPUs. */
export function decimal(value: number | null | undefined): string {
  return value === null || value === undefined ? NONE : short.format(value);
}

/** "1 call" and "3 calls". */
export function counted(value: number, what: string): string {
  return `${count(value)} ${what}${Math.round(value) === 1 ? '' : 's'}`;
}

/** A share between 0 and 1. */
export function share(value: number | null | undefined): string {
  if (value === null || value === undefined) {
    return NONE;
  }
  return value > 0 && value < LEAST_SHARE ? '< 0.01 %' : `${short.format(value * 100)} %`;
}

export function percent(value: number | null | undefined): string {
  return value === null || value === undefined ? NONE : `${short.format(value)} %`;
}

/** A change in per cent with its sign; a true minus, so that columns line up. */
export function effect(value: number | null | undefined): string {
  if (value === null || value === undefined) {
    return NONE;
  }
  const size = Math.abs(value) >= 10 ? whole.format(Math.abs(value)) : short.format(Math.abs(value));
  const sign = size === '0' ? '' : value < 0 ? '−' : '+';
  return `${sign}${size} %`;
}

/** "CREATE_INDEX" and "find-root-causes" as words. */
export function words(code: string): string {
  const text = code.replace(/[_-]+/g, ' ').toLowerCase().trim();
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** With a capital, unless it begins with a name that is written as it is, such as that of a setting. */
export function sentence(text: string): string {
  return /^[a-z]+(?=[\s,]|$)/.test(text) ? text.charAt(0).toUpperCase() + text.slice(1) : text;
}
