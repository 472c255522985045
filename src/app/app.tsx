import { useEffect, useLayoutEffect, useMemo } from 'react';
import { EmbeddingPanel } from '../panels/embedding-panel/embedding-panel';
import { GraphPanel } from '../panels/graph-panel/graph-panel';
import { Inspector } from '../panels/inspector/inspector';
import { Notices } from '../panels/notices/notices';
import { ProgressPanel } from '../panels/progress/progress-panel';
import { Timeline } from '../panels/timeline/timeline';
import { TopBar } from '../panels/top-bar/top-bar';
import { EmbeddingView } from '../scene/embedding-view';
import { GraphView } from '../scene/graph-view';
import { type SceneName, sceneHandle } from '../scene/handles';
import { useStore } from '../store/store';
import './app.css';
import { commandCalled, menuCommands, offeredCommands } from './commands/commands';
import { flyTo } from './commands/node';
import { Dialogs } from './dialogs';
import { DropZone } from './drop-zone';
import { OpenInFull } from './embed/open-in-full';
import { saveExport } from './exports/save';
import { capsOf, listenToKeys } from './keys';
import { PresenterBar } from './presenter-bar';
import { setTheme } from './theme';

const fit = (view: SceneName) => () => sceneHandle(view).fit();

/** The one screen: three views of one trace above one timeline. */
export function App() {
  const hidden = useStore((state) => state.page.hidden);
  const menu = useMemo(() => menuCommands(hidden), [hidden]);
  const presenting = useStore((state) => state.page.presenting);
  const embedded = useStore((state) => state.page.embedded);
  useLayoutEffect(() => {
    document.documentElement.toggleAttribute('data-presenting', presenting);
    document.documentElement.toggleAttribute('data-embedded', embedded);
  }, [presenting, embedded]);
  useEffect(() => listenToKeys(offeredCommands), []);
  return (
    <>
      <div className="shell">
        {presenting && <PresenterBar />}
        <TopBar
          onTheme={setTheme}
          undo={commandCalled('page.undo')}
          redo={commandCalled('page.redo')}
          menu={menu}
          capsOf={capsOf}
          onSave={saveExport}
        >
          {embedded && <OpenInFull />}
        </TopBar>
        <main className="shell-views">
          <GraphPanel onFit={fit('graph')}>
            <GraphView />
          </GraphPanel>
          <EmbeddingPanel onFit={fit('embedding')}>
            <EmbeddingView />
          </EmbeddingPanel>
          <Inspector onFlyTo={flyTo} />
        </main>
        <Timeline />
        <ProgressPanel />
        <Notices />
      </div>
      <DropZone />
      <Dialogs />
    </>
  );
}
