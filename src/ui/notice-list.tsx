import { Button, IconButton } from './button';
import './notice-list.css';

/** What happened, where, and what to do. All of it is text. */
export interface NoticeText {
  id: number;
  kind: 'error' | 'warning' | 'info';
  title: string;
  detail: string;
  /** What can be done about it, where that is one thing. */
  action?: { label: string; run(): void };
}

interface NoticeListProps {
  notices: readonly NoticeText[];
  onDismiss: (id: number) => void;
}

/** Messages that stay until they are dismissed. An error interrupts a screen reader, the rest waits its turn. */
export function NoticeList({ notices, onDismiss }: NoticeListProps) {
  return (
    <ul className="notice-list">
      {notices.map((notice) => (
        <li key={notice.id} className={`notice notice-${notice.kind}`} data-control="notice">
          <div role={notice.kind === 'error' ? 'alert' : 'status'}>
            <strong className="notice-title">{notice.title}</strong>
            <p className="notice-detail">{notice.detail}</p>
            {notice.action && (
              <Button control="notice-action" onClick={notice.action.run}>
                {notice.action.label}
              </Button>
            )}
          </div>
          <IconButton
            control="notice-dismiss"
            icon="close"
            label={`Dismiss: ${notice.title}`}
            title="Dismiss"
            tone="quiet"
            onClick={() => onDismiss(notice.id)}
          />
        </li>
      ))}
    </ul>
  );
}
