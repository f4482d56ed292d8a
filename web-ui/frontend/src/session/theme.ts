import { createContext, use } from 'react';

export type ThemeName = 'light' | 'dark';

const STORED = 'perfloop.theme';

export function preferredTheme(): ThemeName {
  const stored = localStorage.getItem(STORED);
  if (stored === 'light' || stored === 'dark') {
    return stored;
  }
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

export function showTheme(theme: ThemeName): void {
  document.documentElement.dataset.theme = theme;
}

export function rememberTheme(theme: ThemeName): void {
  localStorage.setItem(STORED, theme);
}

export const ThemeContext = createContext<{ theme: ThemeName; toggle: () => void }>({
  theme: 'light',
  toggle: () => undefined,
});

export function useTheme() {
  return use(ThemeContext);
}
