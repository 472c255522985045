import { graphTitle } from '../panels/names';
import { DESCRIPTORS } from '../recipe/descriptors';
import { setPresenting } from '../store/page';
import { useStore } from '../store/store';
import { IconButton } from '../ui/button';
import './presenter-bar.css';

/** In the top bar's place in presenter mode: what an audience is looking at, and the way out for those without a key. */
export function PresenterBar() {
  const title = useStore(graphTitle);
  const { conv, hops } = useStore((state) => state.recipe);
  return (
    <header className="presenter-bar" data-control="presenter-bar">
      <h1>
        {title} <span>· {DESCRIPTORS[conv].title}</span> <span>· {hops === 1 ? '1 hop' : `${hops} hops`}</span>
      </h1>
      <IconButton
        control="leave-presenting"
        icon="close"
        label="Leave presenter mode"
        title="Leave presenter mode (P)"
        tone="quiet"
        onClick={() => setPresenting(false)}
      />
    </header>
  );
}
