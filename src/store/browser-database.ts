/** What this browser keeps for a reload: an IndexedDB database of ours with a store for each kind of thing. */

const STORES = ['graphs', 'experiments'] as const;

/**
 * Does `work` with one of the stores; null where the browser keeps nothing (private mode, no space left), or `work` says so.
 * A request of `work` may follow another only by `settled`.
 */
export async function withStore<T>(
  name: (typeof STORES)[number],
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => Promise<T | null>,
): Promise<T | null> {
  const database = await openDatabase();
  if (!database) return null;
  try {
    return await work(database.transaction(name, mode).objectStore(name));
  } finally {
    database.close();
  }
}

/** The request's result, or null where the browser refuses. */
export function settled<T>(request: IDBRequest<T>): Promise<T | null> {
  return new Promise((resolve) => {
    request.onsuccess = () => resolve(request.result ?? null);
    request.onerror = (event) => {
      event.preventDefault();
      resolve(null);
    };
  });
}

function openDatabase(): Promise<IDBDatabase | null> {
  if (typeof indexedDB === 'undefined') return Promise.resolve(null);
  const request = indexedDB.open('hopscope', 2);
  request.onupgradeneeded = () => {
    const database = request.result;
    for (const name of STORES) if (!database.objectStoreNames.contains(name)) database.createObjectStore(name);
  };
  return settled(request);
}
