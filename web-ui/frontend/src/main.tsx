import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createBrowserRouter, RouterProvider } from 'react-router';
import { keys } from './api/keys';
import { Problem } from './api/problem';
import { routes } from './routes';
import { preferredTheme, showTheme } from './session/theme';
import { ThemeProvider } from './session/ThemeProvider';
import './styles/index.scss';

showTheme(preferredTheme());

const isRefusal = (error: unknown) => error instanceof Problem && error.status >= 400 && error.status < 500;

// Any answer may be the first to say that the login has ended; asking for the session then leads to the login, and back.
const askWhoIsHere = (error: Error) => {
  if (error instanceof Problem && error.status === 401) {
    void cache.resetQueries({ queryKey: keys.session });
  }
};

const cache = new QueryClient({
  queryCache: new QueryCache({
    onError: (error, query) => {
      if (query.queryKey[0] !== keys.session[0]) {
        askWhoIsHere(error);
      }
    },
  }),
  mutationCache: new MutationCache({ onError: askWhoIsHere }),
  defaultOptions: {
    queries: { staleTime: 10_000, retry: (failures, error) => !isRefusal(error) && failures < 2 },
  },
});

const root = document.getElementById('root');
if (!root) {
  throw new Error('index.html has no #root');
}
const router = createBrowserRouter(routes);

createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={cache}>
      <ThemeProvider>
        <RouterProvider router={router} />
      </ThemeProvider>
    </QueryClientProvider>
  </StrictMode>,
);
