import { notify } from '../../store/notices';

/**
 * Lets the browser keep the built page for when there is no network, and offers a newer version once all of it is there. The
 * development server has none. A browser that keeps nothing (private mode, plain http) shows the page all the same.
 */
export async function keepForOffline(): Promise<void> {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  try {
    const address = new URL('service-worker.js', document.baseURI);
    const registration = await navigator.serviceWorker.register(address, { updateViaCache: 'none' });
    if (registration.waiting) offer(registration.waiting);
    registration.addEventListener('updatefound', () => offerWhenThere(registration.installing));
    // It may have been found before anybody listened.
    offerWhenThere(registration.installing);
  } catch (cause) {
    console.warn('This browser does not keep the page for when there is no network.', cause);
  }
}

function offerWhenThere(next: ServiceWorker | null): void {
  next?.addEventListener('statechange', () => {
    // The first of all has nobody to take the place of.
    if (next.state === 'installed' && navigator.serviceWorker.controller) offer(next);
  });
}

function offer(next: ServiceWorker): void {
  notify(
    'info',
    'A new version of Hopscope is here',
    'Reload when it suits you: what is on screen comes back. Until then this one goes on.',
    {
      label: 'Reload',
      run() {
        navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
        next.postMessage('take-over');
      },
    },
  );
}
