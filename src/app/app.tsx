import { useEffect, useMemo, useState } from 'react';
import { flushSync } from 'react-dom';
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
import { currentSession } from '../store/current-session';
import { showTraining } from '../store/training';
import { addressOf } from './api';
import './app.css';
import { DropZone } from './drop-zone';
import { keyCommands, listenToKeys } from './keys';
import { KeysDialog } from './keys-dialog';
import { setTheme } from './theme';

const fit = (view: SceneName) => () => sceneHandle(view).fit();

function flyTo(node: number): void {
  sceneHandle('graph').flyTo(node);
  sceneHandle('embedding').flyTo(node);
}

/** The search stands in the inspector, whose place an open training panel takes: then it is there once that has closed. */
function findNode(): void {
  flushSync(() => showTraining(false));
  document.querySelector<HTMLElement>('[data-control="find-node"]')?.focus();
}

/** The one screen: three views of one trace above one timeline. */
export function App() {
  const [keysShown, setKeysShown] = useState(false);
  const commands = useMemo(() => keyCommands({ findNode, showKeys: () => setKeysShown(true) }), []);
  useEffect(() => listenToKeys(commands), [commands]);
  return (
    <>
      <div className="shell">
        <TopBar onTheme={setTheme} address={() => addressOf(currentSession())} />
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
      <KeysDialog open={keysShown} commands={commands} onClose={() => setKeysShown(false)} />
    </>
  );
}
