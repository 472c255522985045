import { actions } from '../../store/actions';
import { useStore } from '../../store/store';
import { NoticeList } from '../../ui/notice-list';
import './notices.css';

/** The messages to the person, over the views. */
export function Notices() {
  const notices = useStore((state) => state.notices);
  return (
    <section className="notices" aria-label="Messages">
      <NoticeList notices={notices} onDismiss={actions.dismissNotice} />
    </section>
  );
}
