import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '../ui/inter.css';
import '../ui/theme.css';
import { messageOf } from '../store/errors';
import { notify } from '../store/notices';
import { setEmbedded } from '../store/page';
import type { HopscopeApi } from './api';
import { App } from './app';
import { createApi } from './create-api';
import { fetchDialogs } from './dialogs';
import { listenToEmbedder } from './embed/listen';
import { ErrorBoundary } from './error-boundary';
import { firstPaint } from './first-paint';
import { hideWhatIsAsked } from './hiding';
import { keepForOffline } from './offline/keep-for-offline';
import { start } from './start';
import { applyTheme } from './theme';

declare global {
  interface Window {
    hopscope: HopscopeApi;
  }
}

applyTheme();

const ready = start(firstPaint());
ready.then(
  () => {
    performance.mark('hopscope:first-trace');
    void fetchDialogs();
    void keepForOffline();
  },
  (error: unknown) => notify('error', 'Nothing could be computed', `${messageOf(error)} Reload the page to try again.`),
);
window.hopscope = createApi(ready);

const query = new URLSearchParams(location.search);
hideWhatIsAsked(query);
if (query.has('embed')) {
  setEmbedded();
  listenToEmbedder(query, window.hopscope);
}

// The last net for what no action has caught: told to the person, and left in the console as the browser reports it.
addEventListener('unhandledrejection', ({ reason }) => notify('error', 'Something went wrong', messageOf(reason)));

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no element with the id "root"');
createRoot(root).render(
  <StrictMode>
    <ErrorBoundary>
      <App />
    </ErrorBoundary>
  </StrictMode>,
);
