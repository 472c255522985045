import type { Notice } from './state';
import { useStore } from './store';

let nextId = 1;

/** Shows a message to the person until it is dismissed. The same message twice is shown once. */
export function notify(kind: Notice['kind'], title: string, detail: string, action?: Notice['action']): void {
  const others = useStore.getState().notices.filter((notice) => notice.title !== title || notice.detail !== detail);
  useStore.setState({ notices: [...others, { id: nextId++, kind, title, detail, ...(action && { action }) }] });
}

export function dismissNotice(id: number): void {
  useStore.setState({ notices: useStore.getState().notices.filter((notice) => notice.id !== id) });
}
