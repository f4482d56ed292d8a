import { GlobalTheme } from '@carbon/react';
import { useMemo, useState, type ReactNode } from 'react';
import { preferredTheme, rememberTheme, showTheme, ThemeContext, type ThemeName } from './theme';

export function ThemeProvider({ children }: { children: ReactNode }) {
  const [theme, setTheme] = useState<ThemeName>(preferredTheme);
  const value = useMemo(
    () => ({
      theme,
      toggle: () => {
        const next = theme === 'light' ? 'dark' : 'light';
        showTheme(next);
        rememberTheme(next);
        setTheme(next);
      },
    }),
    [theme],
  );
  return (
    <ThemeContext value={value}>
      <GlobalTheme theme={theme === 'dark' ? 'g100' : 'white'}>{children}</GlobalTheme>
    </ThemeContext>
  );
}
